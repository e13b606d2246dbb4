package io.tidehall.launcher.demo;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.server.Controller;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.view.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A crowd of citizens and clerks in a running hall; {@link #close} sends everybody home. */
public final class Demo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  /** Names the environment variable that repeats a demo: the same seed, the same crowd. */
  public static final String SEED = "TIDEHALL_DEMO_SEED";

  /** A standard township hall: this many visitors a day at this many windows. */
  private static final int TOWNSHIP_VISITORS = 250;

  private static final int TOWNSHIP_WINDOWS = 11;
  private static final Duration REPORT = Duration.ofMinutes(1);
  private static final Duration REACH = Duration.ofSeconds(20);
  private static final Duration LEAVE = Duration.ofMillis(1_800);

  private final @Nullable Staging staging;

  /** What a demo needs to know. */
  record Scene(
      Pace pace,
      long seed,
      int visitors,
      HallSetup hall,
      Controller controller,
      Path data,
      Set<String> realDevices,
      PrintStream out,
      Tally tally) {
    HallPlan plan() {
      return hall.plan();
    }
  }

  private Demo(@Nullable Staging staging) {
    this.staging = staging;
  }

  /**
   * Looks whether a speed can be run.
   *
   * @throws IOException when not; the message says what was expected
   */
  public static void check(@Nullable Double speed) throws IOException {
    try {
      if (speed != null) {
        var _ = new Pace(speed);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Starts a demo, or none.
   *
   * @param speed how much faster than life, 1 to 200; null for no demo
   * @param data folder where the controller keeps everything
   * @param realDevices devices that run as apps and are not to be emulated
   * @param out gets a line of progress every minute
   */
  public static Demo startIf(
      @Nullable Double speed,
      HallSetup hall,
      Controller controller,
      Path data,
      Collection<String> realDevices,
      PrintStream out) {
    if (speed == null) {
      return new Demo(null);
    }
    return start(new Pace(speed), seed(), hall, controller, data, realDevices, out, _ -> {});
  }

  static Demo start(
      Pace pace,
      long seed,
      HallSetup hall,
      Controller controller,
      Path data,
      Collection<String> realDevices,
      PrintStream out,
      Consumer<String> onTicket) {
    int windows = hall.plan().windows().size();
    int visitors = Math.max(10, Math.round((float) TOWNSHIP_VISITORS * windows / TOWNSHIP_WINDOWS));
    var scene =
        new Scene(
            pace,
            seed,
            visitors,
            hall,
            controller,
            data,
            Set.copyOf(realDevices),
            out,
            new Tally(onTicket));
    var staging = new Staging(scene);
    staging.spawn("demo-start", () -> staging.begin());
    staging.spawn("demo-report", () -> report(scene, staging));
    return new Demo(staging);
  }

  public boolean running() {
    return staging != null;
  }

  /** What the demo is, for the console. */
  public String words() {
    if (staging == null) {
      return "";
    }
    Scene scene = staging.scene();
    return """
        Demo:     %d visitors a day, %s times as fast as life; seed %d (%s=%d repeats it)
                  To take a window over, sign in as its clerk and act: the demo lets go of it."""
        .formatted(scene.visitors(), scene.pace(), scene.seed(), SEED, scene.seed());
  }

  @Override
  public void close() {
    if (staging != null) {
      staging.close(LEAVE);
    }
  }

  Tally tally() {
    if (staging == null) {
      throw new IllegalStateException("expected a demo that runs, but there is none");
    }
    return staging.scene().tally();
  }

  private static void report(Scene scene, Staging staging) {
    try {
      Thread.sleep(REACH);
      String unreachable = staging.unreachable();
      if (!unreachable.isEmpty()) {
        scene.out().println(unreachable);
      }
      while (true) {
        Thread.sleep(REPORT);
        scene.out().println(progress(scene, staging));
      }
    } catch (InterruptedException _) {
      LOG.debug("no more reports");
    }
  }

  static String progress(Scene scene, Staging staging) {
    Console console = staging.console();
    Tally tally = scene.tally();
    return String.format(
        Locale.ROOT,
        "Demo:     day %d, %tR · %d tickets, %d served, %d waiting, %d no-shows, %d rated%s",
        staging.day().day(),
        staging.day().time(),
        tally.tickets.get(),
        tally.served.get(),
        console == null ? 0 : console.today().waiting(),
        tally.missed.get(),
        tally.rated.get(),
        tally.turnedAway.get() == 0 ? "" : ", " + tally.turnedAway.get() + " turned away");
  }

  private static long seed() {
    String given = System.getenv(SEED);
    if (given != null && given.matches("\\d{1,9}")) {
      return Long.parseLong(given);
    }
    return ThreadLocalRandom.current().nextInt(1, 1_000_000);
  }

  /** Lines for the console, oldest first. */
  static void say(Scene scene, List<String> lines) {
    lines.forEach(line -> scene.out().println("Demo:     " + line));
  }
}
