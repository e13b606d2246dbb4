package io.tidehall.display;

import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WaitRange;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.protocol.WindowState.Tide;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** States of a township hall on a Monday morning, for tests and pictures. */
public final class Township {
  /** Monday 10:30 in Shanghai, at the start of a Chinese phase and of the first of many pages. */
  public static final Instant NOW = Instant.parse("2026-11-23T02:30:00Z");

  public static final String LONGEST = "乡村建设规划许可证(仅针对村庄规划区内使用原有宅基地进行农村村民住宅建设的项目)";

  private static final List<Text> LINES =
      List.of(
          Text.of("社会保险", "Social insurance"),
          Text.of("医疗保障", "Medical insurance"),
          Text.of("民政救助", "Civil affairs and relief"),
          Text.of("卫生健康", "Health"),
          Text.of("退役军人", "Veterans"),
          Text.of("规划建设", "Planning and building"),
          Text.of("农业林业", "Farming and forestry"),
          Text.of("综合窗口出证", "Certificates"),
          Text.of("户籍与居住证", "Household registration and residence permits"),
          Text.of("税费缴纳", "Taxes"),
          Text.zh(LONGEST),
          Text.of("公积金", "Housing fund"),
          Text.of("帮办咨询", "Help and advice"),
          Text.of("“办不成事”反映", "Could not get it done"));

  private Township() {}

  public static HallStatus hall() {
    return hall(false, true, null, null);
  }

  public static HallStatus hall(
      boolean trial, boolean open, @Nullable Text because, @Nullable LocalDateTime next) {
    return new HallStatus(
        1,
        Text.of("云河镇便民服务中心", "Yunhe Township Service Hall"),
        "Asia/Shanghai",
        trial,
        open,
        because,
        next,
        Text.of("8:30–12:00 14:00–17:30", "8:30–12:00, 14:00–17:30"),
        List.of(
            Text.of(
                "2027年度城乡居民医保集中缴费期为9月1日至12月31日,可在3号、4号窗口或手机办理",
                "Medical insurance for 2027: pay until 31 December at windows 3 and 4 or by phone"),
            Text.of("请保管好随身物品", "Please look after your belongings")));
  }

  public static Catalogue catalogue(int lines) {
    return new Catalogue(
        1,
        IntStream.range(0, lines)
            .mapToObj(
                i ->
                    new Catalogue.Line(
                        "line-" + i,
                        String.valueOf((char) ('A' + i)),
                        LINES.get(i % LINES.size()),
                        "社会保险",
                        List.of()))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Five lines, of which the first takes these items. */
  public static Catalogue guided(Catalogue.Item... items) {
    var lines = new ArrayList<>(catalogue(5).lines());
    var first = lines.getFirst();
    lines.set(
        0,
        new Catalogue.Line(
            first.id(),
            first.prefix(),
            first.name(),
            first.field(),
            List.of(items).stream().map(Catalogue.Item::id).toList()));
    return new Catalogue(1, lines, List.of(items), List.of(), List.of());
  }

  /** Lines with some waiting, one without a window, one shut, one without history. */
  public static LinesState lines(int lines) {
    List<LinesState.Load> loads = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      char prefix = (char) ('A' + i);
      int waiting = (i * 5 + 3) % 14;
      WaitRange outlook =
          switch (i % 7) {
            case 3 -> new WaitRange(0, 0, false);
            case 4 -> null;
            case 5 -> new WaitRange(90, 120, true);
            default -> new WaitRange(waiting * 2, waiting * 2 + 5, i % 2 == 1);
          };
      boolean taking = i % 7 != 6;
      loads.add(
          new LinesState.Load(
              "line-" + i,
              i % 7 == 3 ? 0 : waiting,
              outlook,
              i % 7 == 4 ? List.of() : List.of("1", "2"),
              i % 7 == 3 ? List.of() : List.of(prefix + "014", prefix + "015", prefix + "016"),
              taking,
              taking ? null : Text.of("今日号已取完", "No more tickets today")));
    }
    return new LinesState(1, loads);
  }

  public static BoardState.Call call(String number, String window, int times, Instant at) {
    return new BoardState.Call(
        number + "-" + times,
        number,
        window,
        Text.of(window + "号窗口", "Window " + window),
        "",
        times,
        at);
  }

  /** The calls given, and so many windows in every stage. */
  public static BoardState board(int windows, BoardState.Call... calls) {
    Stage[] stages = {
      Stage.SERVING, Stage.CALLED, Stage.IDLE, Stage.SERVING, Stage.PAUSED, Stage.NOT_OPEN
    };
    return new BoardState(
        1,
        List.of(calls),
        IntStream.rangeClosed(1, windows)
            .mapToObj(
                i -> {
                  Stage stage = stages[(i - 1) % stages.length];
                  boolean busy = stage == Stage.SERVING || stage == Stage.CALLED;
                  return new BoardState.Window(
                      "" + i,
                      Text.of(i + "号窗口", "Window " + i),
                      Text.of("综合受理窗口", "Comprehensive window"),
                      stage,
                      busy ? "A%03d".formatted(i) : "",
                      i % 7 == 4 || i == 11);
                })
            .toList());
  }

  /** As {@link #lines}, where people of every {@code each}-th line wait longer than told. */
  public static LinesState worsened(int lines, int each) {
    var loads = new ArrayList<>(lines(lines).lines());
    for (int i = 0; i < loads.size(); i += each) {
      var it = loads.get(i);
      loads.set(
          i,
          new LinesState.Load(
              it.line(),
              it.waiting(),
              i == 0 ? new WaitRange(40, 55, false) : it.outlook(),
              it.windows(),
              it.next(),
              it.taking(),
              it.because(),
              it.waiting(),
              2,
              it.green()));
    }
    return new LinesState(1, loads);
  }

  /**
   * As {@link #board}, where window 4 closes, 6 opens in some minutes, and 12 was to open by now.
   */
  public static BoardState turning(int windows, BoardState.Call... calls) {
    var all = new ArrayList<>(board(windows, calls).windows());
    turn(all, 4, Tide.CLOSING, null);
    turn(all, 6, Tide.OPENING, NOW.plusSeconds(255));
    turn(all, 12, Tide.OPENING, NOW.minusSeconds(1));
    return new BoardState(1, List.of(calls), all);
  }

  private static void turn(
      List<BoardState.Window> all, int window, Tide tide, @Nullable Instant opensAt) {
    var it = all.get(window - 1);
    all.set(
        window - 1,
        new BoardState.Window(
            it.window(), it.name(), it.kind(), it.stage(), it.number(), true, tide, opensAt, null));
  }

  /** Tidal window 3, about to open or close. */
  public static WindowState turning(
      Stage stage, String number, Tide tide, @Nullable Instant opensAt) {
    var it = window(1, stage, number, number.isEmpty() ? 0 : 1, NOW, null, true);
    return new WindowState(
        it.seq(),
        it.window(),
        it.name(),
        it.kind(),
        true,
        it.lines(),
        it.stage(),
        it.number(),
        it.callId(),
        it.calls(),
        it.calledAt(),
        it.clerk(),
        null,
        it.waiting(),
        null,
        tide,
        opensAt);
  }

  /** The board while some of its windows are on duty outside the hall's hours. */
  public static BoardState onDuty(BoardState it, String... windows) {
    return new BoardState(
        it.seq(),
        it.calls(),
        it.windows().stream()
            .map(
                window ->
                    new BoardState.Window(
                        window.window(),
                        window.name(),
                        window.kind(),
                        window.stage(),
                        window.number(),
                        window.tidal(),
                        window.tide(),
                        window.opensAt(),
                        window.zone(),
                        window.pause(),
                        List.of(windows).contains(window.window()) ? true : null))
            .toList());
  }

  /** The window on duty outside the hall's hours. */
  public static WindowState onDuty(WindowState it) {
    return new WindowState(
        it.seq(),
        it.window(),
        it.name(),
        it.kind(),
        it.tidal(),
        it.lines(),
        it.stage(),
        it.number(),
        it.callId(),
        it.calls(),
        it.calledAt(),
        it.clerk(),
        it.pause(),
        it.waiting(),
        it.rating(),
        it.tide(),
        it.opensAt(),
        it.card(),
        true);
  }

  /** The window with a clerk's public card. */
  public static WindowState withCard(WindowState it, WindowState.Card card) {
    return new WindowState(
        it.seq(),
        it.window(),
        it.name(),
        it.kind(),
        it.tidal(),
        it.lines(),
        it.stage(),
        it.number(),
        it.callId(),
        it.calls(),
        it.calledAt(),
        it.clerk(),
        it.pause(),
        it.waiting(),
        it.rating(),
        it.tide(),
        it.opensAt(),
        card,
        null);
  }

  public static Happening reached(Reach reach, Instant lastHeard) {
    return new Happening.Reached(reach, lastHeard);
  }

  public static DeviceSetup at(DeviceRole role, String window) {
    return new DeviceSetup(role, window, null);
  }

  /** Window 3 in a stage, with the number where there is one. */
  public static WindowState window(long seq, Stage stage, String number, int calls) {
    return window(seq, stage, number, calls, NOW, null, false);
  }

  public static WindowState window(
      long seq,
      Stage stage,
      String number,
      int calls,
      Instant calledAt,
      WindowState.@Nullable Pause pause,
      boolean tidal) {
    return new WindowState(
        seq,
        "3",
        Text.of("3号窗口", "Window 3"),
        Text.of("综合受理窗口", "Comprehensive window"),
        tidal,
        LINES.subList(0, 7),
        stage,
        number,
        number.isEmpty() ? "" : number + "-" + calls,
        calls,
        number.isEmpty() ? null : calledAt,
        stage == Stage.NOT_OPEN ? "" : "017",
        pause,
        12,
        null);
  }
}
