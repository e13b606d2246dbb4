package io.tidehall.display.board;

import io.tidehall.display.Pages;
import io.tidehall.display.Widths;
import io.tidehall.display.Words;
import io.tidehall.display.board.BoardPicture.LineRow;
import io.tidehall.display.board.BoardPicture.Panel;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.WaitRange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The board's panel of business lines: who waits, how long, and who is next. */
final class LinesPainter {
  /** As wide as the next numbers may run: two of four letters, or one longer. */
  private static final int NEXT_WIDTH = 9;

  /** One number: names in letters need the room. */
  private static final int NEXT_WIDTH_IN_LETTERS = 5;

  private final BoardScreen screen;
  private final Language language;
  private final Words words;
  private final Map<String, Catalogue.Line> known;

  LinesPainter(BoardScreen screen, Language language) {
    this.screen = screen;
    this.language = language;
    this.words = Words.in(language);
    Catalogue catalogue = screen.catalogue().value();
    this.known =
        catalogue == null
            ? Map.of()
            : catalogue.lines().stream()
                .collect(
                    Collectors.toMap(Catalogue.Line::id, Function.identity(), (one, _) -> one));
  }

  Panel<LineRow> panel() {
    LinesState state = screen.lines().value();
    List<LinesState.Load> all = state == null ? List.of() : state.lines();
    int pages = Pages.count(all.size(), BoardPainter.LINES);
    int page = Pages.shown(pages, screen.surroundings().now());
    return new Panel<>(
        words.say("board.lines"),
        BoardPainter.pageWords(page, pages),
        List.of(
            words.say("board.lines.line"),
            words.say("board.lines.waiting"),
            words.say("board.lines.outlook"),
            words.say("board.lines.next")),
        Pages.page(all, BoardPainter.LINES, page).stream().map(this::row).toList());
  }

  private LineRow row(LinesState.Load load) {
    Catalogue.Line line = known.get(load.line());
    return new LineRow(
        line == null ? "" : line.prefix(),
        line == null ? load.line() : line.name().in(language),
        words.say("board.people", load.waiting()),
        outlook(load),
        next(load.next()),
        !load.taking(),
        load.worsened() ? words.say("board.worse") : "");
  }

  private String next(List<String> numbers) {
    int width = language == Language.EN ? NEXT_WIDTH_IN_LETTERS : NEXT_WIDTH;
    String next = "";
    for (String number : numbers) {
      String more = next.isEmpty() ? number : next + " " + number;
      if (!next.isEmpty() && Widths.of(more) > width) {
        return next;
      }
      next = more;
    }
    return next;
  }

  private String outlook(LinesState.Load load) {
    if (!load.taking()) {
      return load.because() == null ? words.say("board.line-closed") : load.because().in(language);
    }
    WaitRange range = load.outlook();
    if (range == null) {
      return load.windows().isEmpty() ? words.say("board.no-window") : words.say("board.unknown");
    }
    if (range.high() == 0) {
      return words.say("board.at-once");
    }
    String minutes =
        range.low() == range.high() ? "" + range.low() : range.low() + "–" + range.high();
    return words.say(range.rough() ? "board.minutes.rough" : "board.minutes", minutes);
  }
}
