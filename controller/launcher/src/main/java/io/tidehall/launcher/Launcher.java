package io.tidehall.launcher;

import io.tidehall.launcher.demo.Demo;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.Journal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program behind {@code scripts/run}. */
public final class Launcher {
  private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
  private static final int CANNOT_START = 2;
  private static final int BROKEN = 3;

  private Launcher() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs until it is told to stop; the exit code. */
  static int run(String... args) {
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    var options = new RunOptions();
    var commandLine = new CommandLine(options);
    try {
      commandLine.parseArgs(args);
      if (options.help) {
        commandLine.usage(out);
        return 0;
      }
      String problem = options.problem();
      if (!problem.isEmpty()) {
        System.err.println("scripts/run: " + problem);
        return CANNOT_START;
      }
      Logs.toFile(options.data.resolve("logs/controller.log"));
      return run(options, setup(options), out);
    } catch (ParameterException e) {
      // Not logged: the log file is not known before the options are.
      System.err.println("scripts/run: " + e.getMessage());
      return CANNOT_START;
    } catch (IOException | Journal.JournalException e) {
      LOG.info("could not start", e);
      System.err.println("scripts/run: " + e.getMessage());
      return CANNOT_START;
    }
  }

  private static int run(RunOptions options, HallSetup hall, PrintStream out) throws IOException {
    ControllerOptions how =
        ControllerOptions.local(options.data, hall)
            .withHost(options.listen)
            .withPorts(options.port, options.mqttPort)
            .withBroker(options.broker)
            .withTls(options.tlsStore())
            .withHallFile(options.hallFile());
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    try (Controller controller = Controller.start(how)) {
      var _ =
          controller
              .fatal()
              .thenAccept(
                  why -> {
                    broken.set(why);
                    stop.countDown();
                  });
      try (var running = RunningDevices.start(options, hall, controller)) {
        var hook = new Thread(() -> await(stop, stopped), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        new Greeting(out, options, hall, controller).print(running);
        try (var demo =
            Demo.startIf(options.demo, hall, controller, options.data, running.devices(), out)) {
          if (demo.running()) {
            out.println(demo.words());
          }
          stop.await();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    } finally {
      stopped.countDown();
    }
    Throwable why = broken.get();
    if (why != null) {
      System.err.println(
          "scripts/run: the journal failed and nothing more was accepted ("
              + why.getMessage()
              + "); mend the disk and start again: everything acknowledged is kept");
      return BROKEN;
    }
    return 0;
  }

  private static void await(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static HallSetup setup(RunOptions options) throws IOException {
    String hall = options.hall;
    if (hall == null) {
      return ReadyHalls.trial();
    }
    HallFile.Reading reading =
        ReadyHalls.names().contains(hall)
            ? HallFile.read(hall + ".yaml", ReadyHalls.source(hall))
            : HallFile.read(Path.of(hall));
    return switch (reading) {
      case HallFile.Ready(var setup) -> setup;
      case HallFile.Wrong wrong -> throw new IOException(wrong.text());
    };
  }
}
