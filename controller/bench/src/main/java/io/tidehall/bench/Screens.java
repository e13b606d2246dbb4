package io.tidehall.bench;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.view.Shell;
import io.tidehall.display.counter.CounterApp;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.link.DeviceSession;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/**
 * (l) From call-next at the pages' interface to other pixels on a real counter display, and (m) a
 * board over a simulated day.
 */
final class Screens {
  private static final String WINDOW = "1";

  /** The part of the counter display that tells of the call; the clock is elsewhere. */
  private static final Rectangle2D PART = new Rectangle2D(304, 0, 720, 480);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final BenchHall hall;
  private final Sizes sizes;

  private Screens(BenchHall hall, Sizes sizes) {
    this.hall = hall;
    this.sizes = sizes;
  }

  static List<Figure> measure(Path folder, Sizes sizes, String parts)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    try (var hall = new BenchHall(folder.resolve("screens"))) {
      var screens = new Screens(hall, sizes);
      if (parts.contains("l")) {
        figures.addAll(screens.pixels());
      }
      if (parts.contains("m")) {
        figures.addAll(screens.board());
      }
    }
    return figures;
  }

  private List<Figure> pixels() throws IOException, InterruptedException {
    var seen = new Sample();
    var app = new AtomicReference<DeviceApp.Running>();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        DeviceSession _ =
            hall.device(
                "counter-" + WINDOW, session -> app.set(start("counter-" + WINDOW, session)))) {
      Press clerk = signedIn(http);
      // Two looks alike are the idle picture, whatever was drawn before the hall was heard.
      Node screen = Shell.onFx(() -> Window.getWindows().getFirst().getScene().lookup(".counter"));
      int idle = settled(screen);
      for (int round = -sizes.warmUp() / 10; round < sizes.pictures(); round++) {
        hall.must(Actor.device("kiosk-1"), RuleRun.issue(0));
        long began = System.nanoTime();
        var pressed = clerk.next(WINDOW);
        until(screen, idle, false);
        long time = System.nanoTime() - began;
        pressed.join();
        finish();
        until(screen, idle, true);
        if (round >= 0) {
          seen.add(time);
        }
      }
    } finally {
      DeviceApp.Running running = app.get();
      if (running != null) {
        running.close();
      }
    }
    return List.of(
        Figure.told("(l) call-next -> other pixels, p50", seen.millis(0.5), "ms", seen.count()),
        Figure.told("(l) call-next -> other pixels, p99", seen.millis(0.99), "ms", seen.count()));
  }

  private List<Figure> board() throws IOException {
    try (DeviceSession session = hall.device("board-1", _ -> {})) {
      return BoardDay.measure(
          new Device("board-1", session, new DeviceOptions(), () -> {}), sizes.frames());
    }
  }

  private static DeviceApp.Running start(String id, DeviceSession session) {
    return new CounterApp(false).start(new Device(id, session, new DeviceOptions(), () -> {}));
  }

  private Press signedIn(HttpClient http) throws IOException, InterruptedException {
    String badge = RuleRun.clerk(WINDOW).id();
    return Press.signedIn(
        http,
        hall.controller().address(),
        badge,
        String.valueOf(hall.controller().accounts().find(badge).orElseThrow().firstPassword()));
  }

  private void finish() {
    var window = new WindowId(WINDOW);
    hall.must(RuleRun.clerk(WINDOW), new Command.Arrive(window));
    hall.must(RuleRun.clerk(WINDOW), new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
  }

  private static int settled(Node screen) {
    long end = System.nanoTime() + PATIENCE;
    int last = look(screen);
    int same = 0;
    while (same < 20 && System.nanoTime() < end) {
      int now = look(screen);
      same = now == last ? same + 1 : 0;
      last = now;
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    return last;
  }

  private static void until(Node screen, int idle, boolean same) {
    long end = System.nanoTime() + PATIENCE;
    while ((look(screen) == idle) != same) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("expected the counter display to change");
      }
    }
  }

  /** Draws what the display shows now, and tells its pixels apart from others. */
  private static int look(Node screen) {
    return Shell.onFx(
        () -> {
          var parameters = new SnapshotParameters();
          parameters.setViewport(PART);
          int width = (int) PART.getWidth();
          int height = (int) PART.getHeight();
          var image = screen.snapshot(parameters, new WritableImage(width, height));
          int[] pixels = new int[width * height];
          image
              .getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
          return Arrays.hashCode(pixels);
        });
  }
}
