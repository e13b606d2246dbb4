package io.tidehall.launcher;

import io.tidehall.device.DeviceMain;
import io.tidehall.link.ParentWatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device app as a process of its own. One that ends by itself is started again, more slowly
 * each time, or at once where it asks for that; one that was told to stop, or that staff have left,
 * is not.
 */
final class DeviceProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceProcess.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration WELL = Duration.ofMinutes(1);
  private static final int STOP_SECONDS = 8;

  private final String device;
  private final List<String> command;
  private final Path log;
  private final Thread keeper;
  private volatile boolean stopping;
  private volatile @Nullable Process process;

  /**
   * Starts an app.
   *
   * @param main its main class
   * @param flags options of the virtual machine
   * @param log file that gets what the app prints
   */
  DeviceProcess(String device, String main, List<String> flags, List<String> arguments, Path log) {
    this.device = device;
    this.log = log;
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx320m",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    keeper = Thread.ofPlatform().name("keep-" + device).daemon().start(this::keep);
  }

  String device() {
    return device;
  }

  Path log() {
    return log;
  }

  /** Whether it would be started again, for tests. */
  boolean kept() {
    return keeper.isAlive();
  }

  /** Tells the app to stop; {@link #close} waits for it. */
  void stop() {
    stopping = true;
    Process running = process;
    if (running != null) {
      running.destroy();
    }
    keeper.interrupt();
  }

  @Override
  public void close() {
    stop();
    Process running = process;
    try {
      if (running != null && !running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{} did not stop in {} s and is ended by force", device, STOP_SECONDS);
        running.destroyForcibly().waitFor();
      }
      keeper.join(1_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    Duration pause = Duration.ofSeconds(1);
    try {
      while (!stopping) {
        long start = System.nanoTime();
        int exit = run();
        if (stopping) {
          return;
        }
        if (exit == DeviceMain.LEFT) {
          LOG.info("{} was ended by staff and stays so until the next start", device);
          return;
        }
        LOG.warn(
            "{} ended by itself with status {}; see {}; it is started again", device, exit, log);
        boolean again = exit == DeviceMain.RESTART || exit == DeviceMain.FROZEN;
        boolean ranWell = again || System.nanoTime() - start > WELL.toNanos();
        pause = ranWell ? Duration.ofSeconds(1) : longer(pause);
        Thread.sleep(pause);
      }
    } catch (InterruptedException _) {
      // told to stop
    } catch (IOException e) {
      LOG.error("{} cannot be started", device, e);
    }
  }

  private int run() throws IOException, InterruptedException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder = new ProcessBuilder(command);
    builder.environment().put(ParentWatch.VARIABLE, Long.toString(ProcessHandle.current().pid()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
    Process started = builder.start();
    process = started;
    started.getOutputStream().close();
    if (stopping) {
      started.destroy();
    }
    return started.waitFor();
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}
