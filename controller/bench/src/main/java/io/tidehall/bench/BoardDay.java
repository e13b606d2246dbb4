package io.tidehall.bench;

import io.tidehall.device.Device;
import io.tidehall.device.view.Shell;
import io.tidehall.display.Happening;
import io.tidehall.display.board.BoardFlow;
import io.tidehall.display.board.BoardPainter;
import io.tidehall.display.board.BoardScreen;
import io.tidehall.display.board.view.BoardWindow;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;

/**
 * (m) A board of sixty windows through a day of calls, each frame drawn: whether it takes the same
 * time and memory in the evening as in the morning.
 */
final class BoardDay {
  private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");
  private static final Duration DAY = Duration.ofHours(9);
  private static final List<Stage> STAGES =
      List.of(Stage.NOT_OPEN, Stage.IDLE, Stage.CALLED, Stage.SERVING, Stage.PAUSED);
  private static final int WINDOWS = 60;
  private static final int STANDING = 20;
  private static final double STEADY = 1.15;
  private static final double MEGABYTE = 1024.0 * 1024;

  private final BoardWindow window;
  private final int frames;
  private final WritableImage canvas;
  private BoardScreen screen = BoardScreen.at(MORNING, "");

  private BoardDay(BoardWindow window, int frames) {
    this.window = window;
    this.frames = frames;
    var size = window.shell().size();
    canvas = new WritableImage(size.width(), size.height());
  }

  static List<Figure> measure(Device device, int frames) {
    try (var window = BoardWindow.open(device)) {
      return new BoardDay(window, frames).measure();
    }
  }

  private List<Figure> measure() {
    happen(new Happening.Reached(Reach.ONLINE, MORNING));
    hear(hall());
    int tenth = Math.max(1, frames / 10);
    // The first tenth warms up.
    for (int frame = 0; frame < tenth; frame++) {
      draw(frame);
    }
    var morning = new Sample();
    for (int frame = tenth; frame < 2 * tenth; frame++) {
      morning.add(draw(frame));
    }
    double before = heapMegabytes();
    var evening = new Sample();
    for (int frame = 2 * tenth; frame < frames; frame++) {
      long time = draw(frame);
      if (frame >= frames - tenth) {
        evening.add(time);
      }
    }
    double after = heapMegabytes();
    double early = morning.millis(0.5);
    double late = evening.millis(0.5);
    return List.of(
        steady(
            "(m) board frame in the evening, median", late, "ms", early, "in the morning", frames),
        steady("(m) board memory in the evening", after, "MB", before, "in the morning", frames));
  }

  private static Figure steady(
      String name, double value, String unit, double before, String words, int count) {
    return new Figure(
        name, value, unit, before, words, "<= 1.15 x floor", value <= STEADY * before, count);
  }

  /** One call more, or one less, and the picture of it; tells how long showing and drawing took. */
  private long draw(int frame) {
    Instant now = MORNING.plus(DAY.multipliedBy(frame).dividedBy(frames));
    happen(new Happening.Tick(now));
    hear(state(frame, now));
    var picture = BoardPainter.paint(screen);
    return Shell.onFx(
        () -> {
          long began = System.nanoTime();
          window.show(picture);
          window.shell().content().snapshot(new SnapshotParameters(), canvas);
          return System.nanoTime() - began;
        });
  }

  private void hear(Message message) {
    happen(new Happening.Heard(message));
  }

  private void happen(Happening happening) {
    screen = BoardFlow.next(screen, happening);
  }

  private static BoardState state(int frame, Instant now) {
    List<BoardState.Call> calls = new ArrayList<>();
    // Now and then nobody is called, so that words and guides are drawn too.
    int standing = frame % 50 < 5 ? 0 : STANDING;
    for (int i = 0; i < standing; i++) {
      int number = frame - i;
      if (number >= 0) {
        String its = "" + (number % WINDOWS + 1);
        calls.add(
            new BoardState.Call(
                "c-" + number,
                "A%03d".formatted(number % 1000),
                its,
                Text.of(its + "号窗口", "Window " + its),
                "",
                number % 3 + 1,
                now.minusSeconds(5L * i)));
      }
    }
    List<BoardState.Window> windows = new ArrayList<>();
    for (int i = 1; i <= WINDOWS; i++) {
      Stage stage = STAGES.get((i + frame) % STAGES.size());
      boolean busy = stage == Stage.CALLED || stage == Stage.SERVING;
      windows.add(
          new BoardState.Window(
              "" + i,
              Text.of(i + "号窗口", "Window " + i),
              Text.of("综合受理窗口", "Comprehensive window"),
              stage,
              busy ? "A%03d".formatted((frame + i) % 1000) : "",
              i % 7 == 0));
    }
    return new BoardState(frame + 1L, calls, windows);
  }

  private static HallStatus hall() {
    return new HallStatus(
        1,
        Text.of("大厅", "Hall"),
        "Asia/Shanghai",
        false,
        true,
        null,
        null,
        Text.zh("8:30-17:30"),
        List.of(Text.zh("请保管好随身物品")));
  }

  /** What is held, after the garbage has been collected. */
  private static double heapMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }
}
