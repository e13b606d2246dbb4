package io.tidehall.display.board;

import io.tidehall.display.Pages;
import io.tidehall.display.Staleness;
import io.tidehall.display.Surroundings;
import io.tidehall.display.Widths;
import io.tidehall.display.Words;
import io.tidehall.display.board.BoardPicture.CallRow;
import io.tidehall.display.board.BoardPicture.Centre;
import io.tidehall.display.board.BoardPicture.Header;
import io.tidehall.display.board.BoardPicture.Media;
import io.tidehall.display.board.BoardPicture.Panel;
import io.tidehall.display.board.BoardPicture.Why;
import io.tidehall.display.board.BoardPicture.WindowTile;
import io.tidehall.display.board.BoardPicture.WindowTone;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says in words what a {@link BoardScreen} shows at its instant, in one language. */
public final class BoardPainter {
  /** How long a call or recall is emphasised. */
  public static final Duration EMPHASIS = Duration.ofSeconds(10);

  /** How long an announcement stands where notices do. */
  public static final Duration NEWS = Duration.ofMinutes(2);

  /** Calls seen at once: the newest, and a page of the others. */
  public static final int CALLS = 5;

  public static final int LINES = 8;
  public static final int WINDOWS = 12;
  private static final int NOTICE_WIDTH = 100;

  private final BoardScreen screen;
  private final Surroundings surroundings;
  private final Instant now;
  private final Language language;
  private final Words words;

  private final Predicate<Show> plays;

  private BoardPainter(BoardScreen screen, Language language, Predicate<Show> plays) {
    this.screen = screen;
    this.plays = plays;
    this.surroundings = screen.surroundings();
    this.now = surroundings.now();
    this.language = language;
    this.words = Words.in(language);
  }

  /** The picture in the language whose turn it is. */
  public static BoardPicture paint(BoardScreen screen) {
    return paint(screen, Pages.language(screen.surroundings().now()));
  }

  public static BoardPicture paint(BoardScreen screen, Language language) {
    return paint(screen, language, _ -> true);
  }

  /**
   * The picture in a language.
   *
   * @param plays what of the playlist can be shown
   */
  public static BoardPicture paint(BoardScreen screen, Language language, Predicate<Show> plays) {
    var painter = new BoardPainter(screen, language, plays);
    Centre centre = painter.centre();
    return new BoardPicture(
        language,
        painter.header(),
        centre,
        new LinesPainter(screen, language).panel(),
        painter.windows(),
        painter.notice(),
        Staleness.words(screen.surroundings(), language),
        painter.media(centre),
        Pages.drift(painter.now));
  }

  /** Nothing is shown over calls, over what a visitor must know, or while the hall is not heard. */
  private @Nullable Media media(Centre centre) {
    boolean told =
        surroundings.stale() || (centre instanceof Centre.Words it && it.why() != Why.NOBODY_YET);
    return told
        ? null
        : PlaylistPainter.turn(
            screen.playlist().stream().filter(plays).toList(),
            now,
            surroundings.time().zone(),
            centre instanceof Centre.Calls);
  }

  private Header header() {
    HallStatus hall = surroundings.hall();
    String clock = words.clock(surroundings);
    String date = words.date(surroundings);
    if (hall == null) {
      return new Header(words.say("board.no-name"), "", "", false, clock, date);
    }
    return new Header(
        hall.name().in(language),
        hall.trial() ? words.say("board.trial") : "",
        hall.open()
            ? words.say("board.hours", hall.hours().in(language))
            : words.say("board.closed"),
        hall.open(),
        clock,
        date);
  }

  private Centre centre() {
    BoardState board = screen.board().value();
    HallStatus hall = surroundings.hall();
    if (board == null || hall == null) {
      return new Centre.Words(
          Why.CONNECTING, words.say("connecting"), words.say("connecting.detail"), "");
    }
    List<BoardState.Call> calls =
        board.calls().stream().filter(call -> call.tellsIn(screen.callZone())).toList();
    if (!calls.isEmpty()) {
      return calls(calls);
    }
    if (!hall.open()) {
      return closed(hall);
    }
    return GuidePainter.turn(screen.catalogue().value(), now, language)
        .orElseGet(
            () ->
                new Centre.Words(
                    Why.NOBODY_YET,
                    words.say("board.nobody"),
                    words.say("board.nobody.detail"),
                    words.say("board.hours", hall.hours().in(language))));
  }

  private Centre closed(HallStatus hall) {
    LocalDateTime opens = hall.nextChange();
    return new Centre.Words(
        Why.CLOSED,
        hall.closedBecause() == null
            ? words.say("board.closed")
            : hall.closedBecause().in(language),
        opens == null ? "" : words.say("board.opens", words.until(opens, surroundings)),
        words.say("board.hours", hall.hours().in(language)));
  }

  /**
   * The newest stays on top; the others take turns, but never while a fresh one would be unseen.
   */
  private Centre calls(List<BoardState.Call> calls) {
    List<BoardState.Call> shown = new ArrayList<>(calls.subList(0, 1));
    List<BoardState.Call> others = calls.subList(1, calls.size());
    int pages = Pages.count(others.size(), CALLS - 1);
    boolean fresh = others.stream().anyMatch(this::fresh);
    int page = fresh ? 0 : Pages.shown(pages, now);
    shown.addAll(
        fresh
            ? others.subList(0, Math.min(CALLS - 1, others.size()))
            : Pages.page(others, CALLS - 1, page));
    return new Centre.Calls(
        words.say("board.calls"), pageWords(page, pages), shown.stream().map(this::row).toList());
  }

  private CallRow row(BoardState.Call call) {
    String plain = words.say("window.name", call.window());
    String name = call.windowName().in(language);
    String where = name.equals(plain) || name.equals(call.window()) ? "" : name;
    return new CallRow(
        call.number(),
        call.window(),
        words.say("window.before"),
        words.say("window.after"),
        call.zone().isEmpty() ? where : (call.zone() + " " + where).strip(),
        call.times() < 2 ? "" : words.say("board.times", call.times()),
        fresh(call));
  }

  private boolean fresh(BoardState.Call call) {
    return now.isBefore(call.at().plus(EMPHASIS));
  }

  private Panel<WindowTile> windows() {
    BoardState board = screen.board().value();
    List<BoardState.Window> all =
        board == null
            ? List.of()
            : board.windows().stream().filter(it -> it.showsIn(screen.callZone())).toList();
    int pages = Pages.count(all.size(), WINDOWS);
    int page = Pages.shown(pages, now);
    return new Panel<>(
        words.say("board.windows"),
        pageWords(page, pages),
        List.of(),
        Pages.page(all, WINDOWS, page).stream().map(this::tile).toList());
  }

  private WindowTile tile(BoardState.Window window) {
    WindowTone tone = tone(window);
    return new WindowTile(
        window.window(),
        window.name().in(language),
        switch (tone) {
          case NOT_OPEN -> words.say("window.not-open");
          case PAUSED -> words.say("window.paused");
          case FREE -> words.say("window.free");
          case CALLING -> words.say("window.calling");
          case BUSY -> words.say("window.serving");
          case OPENING -> words.say("window.opening");
          case CLOSING -> words.say("window.closing");
        },
        tone,
        tag(window),
        window.number(),
        tone == WindowTone.OPENING ? words.opensIn(window.opensAt(), surroundings) : "");
  }

  /** Outside the hall's hours it is the duty that a window is open for, whatever its kind. */
  private String tag(BoardState.Window window) {
    if (window.onDuty()) {
      return words.say("window.duty");
    }
    return window.tidal() ? words.say("window.tidal") : "";
  }

  /** What a tidal window is about to do is the news of it, but a call is more. */
  private static WindowTone tone(BoardState.Window window) {
    if (window.tide() == WindowState.Tide.OPENING && window.stage() == Stage.NOT_OPEN) {
      return WindowTone.OPENING;
    }
    if (window.tide() == WindowState.Tide.CLOSING && window.stage() != Stage.CALLED) {
      return WindowTone.CLOSING;
    }
    return switch (window.stage()) {
      case NOT_OPEN -> WindowTone.NOT_OPEN;
      case PAUSED -> WindowTone.PAUSED;
      case IDLE -> WindowTone.FREE;
      case CALLED -> WindowTone.CALLING;
      case SERVING -> WindowTone.BUSY;
    };
  }

  /** What was just announced goes before the notices. */
  private String notice() {
    HallStatus hall = surroundings.hall();
    List<String> pieces = pieces(news());
    if (pieces.isEmpty() && hall != null) {
      pieces = pieces(hall.notices().stream().map(notice -> notice.in(language)).toList());
    }
    return pieces.isEmpty() ? "" : pieces.get(Pages.shown(pieces.size(), now));
  }

  private List<String> news() {
    Announcements state = screen.announcements().value();
    return state == null
        ? List.of()
        : state.all().stream()
            .filter(it -> it.tellsIn(screen.callZone()) && now.isBefore(it.at().plus(NEWS)))
            .map(it -> words.say("board.announced", it.text()))
            .toList();
  }

  private static List<String> pieces(List<String> texts) {
    return texts.stream().flatMap(it -> Widths.pieces(it, NOTICE_WIDTH).stream()).toList();
  }

  static String pageWords(int page, int pages) {
    return pages == 1 ? "" : (page + 1) + "/" + pages;
  }
}
