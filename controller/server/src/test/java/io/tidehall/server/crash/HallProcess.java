package io.tidehall.server.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running {@link HallProgram}, always on the same folder and ports. */
final class HallProcess {
  private final Process process;
  private final CompletableFuture<Boolean> ready;

  /** Where a hall runs, life after life. */
  record Place(Path data, int port, int mqttPort, Path log) {
    static Place at(Path folder) throws IOException {
      // Both at once, so that they differ.
      try (var pages = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          var broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return new Place(
            folder.resolve("data"),
            pages.getLocalPort(),
            broker.getLocalPort(),
            folder.resolve("controller.log"));
      }
    }
  }

  private HallProcess(Process process) {
    this.process = process;
    ready = CompletableFuture.supplyAsync(this::saysReady);
  }

  static HallProcess start(Place place) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            HallProgram.class.getName(),
            place.data().toString(),
            Integer.toString(place.port()),
            Integer.toString(place.mqttPort()));
    File log = place.log().toFile();
    return new HallProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log)).start());
  }

  /** Waits until it serves; false when it has died instead. */
  boolean awaitReady() throws Exception {
    try {
      return ready.get(120, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      kill();
      throw e;
    }
  }

  /** Lets it live so long; false when it died of itself. */
  boolean survives(long millis) throws InterruptedException {
    return !process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** SIGKILL: it has no time for anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  private boolean saysReady() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.equals(HallProgram.READY)) {
        line = out.readLine();
      }
      return line != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
