package io.tidehall.link;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real Mosquitto, started from a configuration file; for the tests of every module. */
public final class MosquittoProcess implements AutoCloseable {
  private final Process process;

  private MosquittoProcess(Process process) {
    this.process = process;
  }

  /** Skips the test where Mosquitto is not installed, but never in CI. */
  public static Path require() {
    Path program =
        Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (program == null && Boolean.getBoolean("tidehall.guard")) {
      Assertions.fail("expected Mosquitto to be installed in CI: apt-get install mosquitto");
    }
    Assumptions.assumeTrue(program != null, "Mosquitto is not installed");
    return java.util.Objects.requireNonNull(program);
  }

  public static MosquittoProcess start(Path configuration, int port) throws IOException {
    Process process =
        new ProcessBuilder(List.of(require().toString(), "-c", configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(configuration.resolveSibling("mosquitto.log").toFile())
            .start();
    await("Mosquitto to answer")
        .atMost(Duration.ofSeconds(60))
        .until(() -> !process.isAlive() || answers(port));
    if (!process.isAlive()) {
      throw new IOException(Files.readString(configuration.resolveSibling("mosquitto.log")));
    }
    return new MosquittoProcess(process);
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
