package io.tidehall.device;

import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.link.ParentWatch;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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
      runUntilEnd(app, sessions, options);
      return 0;
    } catch (ParameterException | CannotStartException e) {
      err.println(app.name() + ": " + e.getMessage());
      return CANNOT_START;
    }
  }

  private static void runUntilEnd(DeviceApp app, Sessions sessions, DeviceOptions options) {
    ParentWatch.start();
    Credentials credentials = credentials(options);
    Path spool = spool(options, credentials);
    var ended = new CountDownLatch(1);
    DeviceSession session = sessions.make(credentials, app.name(), version(), spool);
    DeviceApp.Running running;
    try {
      running =
          app.start(
              new Device(
                  credentials.device(),
                  session,
                  options,
                  credentials.identityKey(),
                  ended::countDown));
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

  private static Path spool(DeviceOptions options, Credentials credentials) {
    Path folder =
        options
            .spool()
            .orElseGet(
                () ->
                    options
                        .credentials()
                        .orElseThrow()
                        .resolveSibling(credentials.device() + "-spool"));
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

  private static String version() {
    String version = DeviceMain.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  private static void logPlainly() {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> log.error("Uncaught in thread {}; it goes on", thread.getName(), e));
  }
}
