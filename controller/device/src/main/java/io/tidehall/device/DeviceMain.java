package io.tidehall.device;

import io.tidehall.device.view.ScreenWatch;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceLife;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.link.ParentWatch;
import io.tidehall.protocol.DeviceRole;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The way every device app is started from a command line: options, credentials, session, app; then
 * it runs until its window is closed or the process is told to end (SIGTERM, Ctrl-C).
 */
public final class DeviceMain {
  /** Bad options, missing files: something the person at the command line can mend. */
  public static final int CANNOT_START = 2;

  /** Staff have ended it: a supervisor leaves it so. */
  public static final int LEFT = 3;

  /** It is to be started again at once. */
  public static final int RESTART = 4;

  /** Its screen has frozen: it is to be started again at once. */
  public static final int FROZEN = 5;

  private static final Logger log = LoggerFactory.getLogger(DeviceMain.class);

  private DeviceMain() {}

  /** Runs the app over MQTT until it ends; the exit code is for {@link System#exit}. */
  public static int run(DeviceApp app, String... args) {
    return run(app, DeviceSessions::over, args);
  }

  /** Runs the app until it ends; the exit code is for {@link System#exit}. */
  public static int run(DeviceApp app, Sessions sessions, String... args) {
    return run(app, sessions, console(System.out), console(System.err), args);
  }

  static int run(
      DeviceApp app, Sessions sessions, PrintWriter out, PrintWriter err, String... args) {
    logPlainly();
    var options = new DeviceOptions();
    CommandSpec spec = CommandSpec.create().name(app.name());
    spec.addMixin("device", CommandSpec.forAnnotatedObject(options));
    spec.addMixin("app", CommandSpec.forAnnotatedObjectLenient(app));
    var commandLine = new CommandLine(spec);
    try {
      commandLine.parseArgs(args);
      if (options.help) {
        commandLine.usage(out);
        return 0;
      }
      if (!app.alone()) {
        return untilEnd(app, sessions, options);
      }
      options.withFullscreen();
      try (var _ = ScreenWatch.start(FROZEN)) {
        return untilEnd(app, sessions, options);
      }
    } catch (ParameterException | CannotStartException e) {
      err.println(app.name() + ": " + e.getMessage());
      return CANNOT_START;
    }
  }

  private static int untilEnd(DeviceApp app, Sessions sessions, DeviceOptions options) {
    return options.pair().isPresent()
        ? pairedUntilEnd(app, sessions, options, options.pair().get())
        : runUntilEnd(app, sessions, options);
  }

  private static int runUntilEnd(DeviceApp app, Sessions sessions, DeviceOptions options) {
    ParentWatch.start();
    Credentials credentials = credentials(options);
    Path spool = spool(options, credentials, options.credentials().orElseThrow());
    var ended = new CountDownLatch(1);
    var code = new AtomicInteger();
    DeviceSession session = sessions.make(credentials, app.name(), DeviceSessions.version(), spool);
    DeviceApp.Running running;
    try {
      running =
          app.start(
              new Device(
                  credentials.device(),
                  session,
                  options,
                  credentials.identityKey(),
                  new Device.Home(credentials.broker(), spool, DeviceSessions.version()),
                  ended::countDown,
                  leave -> {
                    code.set(leave);
                    ended.countDown();
                  }));
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    Runnable stop = once(running, session);
    var hook = new Thread(stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    Termination.listen(ended::countDown);
    session.open();
    log.info("{} runs as {} at {}", app.name(), credentials.device(), credentials.broker());
    try {
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    stop.run();
    return code.get();
  }

  /** Works, or waits to be paired, until it is told to end. */
  private static int pairedUntilEnd(
      DeviceApp app, Sessions sessions, DeviceOptions options, URI controller) {
    ParentWatch.start();
    DeviceRole role =
        Arrays.stream(DeviceRole.values())
            .filter(it -> it.word().equals(app.name()))
            .findFirst()
            .orElseThrow(
                () -> new CannotStartException(app.name() + " is no device that can be paired"));
    if (controller.getHost() == null
        || !String.valueOf(controller.getScheme()).startsWith("http")) {
      throw new CannotStartException(
          "expected --pair to be like http://192.168.1.10:8480, but it is " + controller);
    }
    var life = new AtomicReference<@Nullable DeviceLife>();
    Runnable end =
        () -> {
          DeviceLife now = life.get();
          if (now != null) {
            now.end();
          }
        };
    var code = new AtomicInteger();
    var program =
        new PairedApp(
            app,
            options,
            controller,
            (credentials, spool) ->
                sessions.make(credentials, app.name(), DeviceSessions.version(), spool),
            end,
            leave -> {
              code.set(leave);
              end.run();
            });
    Path file = PairedApp.file(app, options);
    var lives = new DeviceLife(file, controller, role, DeviceSessions.version(), program);
    life.set(lives);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending(end, stopped), "stop"));
    Termination.listen(end);
    try {
      lives.run();
    } catch (IOException e) {
      throw new CannotStartException(
          "cannot use the credentials file %s: %s".formatted(file, e.getMessage()));
    } finally {
      stopped.countDown();
    }
    return code.get();
  }

  private static void ending(Runnable end, CountDownLatch stopped) {
    end.run();
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Runnable once(DeviceApp.Running running, DeviceSession session) {
    var stopped = new AtomicBoolean();
    return () -> {
      if (stopped.compareAndSet(false, true)) {
        running.close();
        session.close();
      }
    };
  }

  private static Credentials credentials(DeviceOptions options) {
    Path file =
        options
            .credentials()
            .orElseThrow(
                () ->
                    new CannotStartException(
                        "expected --credentials FILE: get the file for this device from the"
                            + " controller"));
    try {
      return Credentials.read(file);
    } catch (NoSuchFileException _) {
      throw new CannotStartException(
          "expected a credentials file at %s, but there is none: get it from the controller"
              .formatted(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotStartException(
          "cannot read the credentials file %s: %s".formatted(file, e.getMessage()));
    }
  }

  static Path spool(DeviceOptions options, Credentials credentials, Path file) {
    Path folder =
        options.spool().orElseGet(() -> file.resolveSibling(credentials.device() + "-spool"));
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CannotStartException(
          "expected a folder to keep messages in at %s, but it cannot be made (%s): choose another with --spool"
              .formatted(folder, e.getMessage()));
    }
  }

  private static PrintWriter console(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
  }

  private static void logPlainly() {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> log.error("Uncaught in thread {}; it goes on", thread.getName(), e));
  }
}
