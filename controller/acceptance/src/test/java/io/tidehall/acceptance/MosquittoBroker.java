package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Mosquitto that runs on the files a controller wrote. */
final class MosquittoBroker implements AutoCloseable {
  private final Process process;

  private MosquittoBroker(Process process) {
    this.process = process;
  }

  static MosquittoBroker start(Path configuration, int port) throws IOException {
    Path log = configuration.resolveSibling("mosquitto.log");
    Process process =
        new ProcessBuilder(List.of(Programs.mosquitto().toString(), "-c", configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await("Mosquitto").until(() -> !process.isAlive() || answers(port));
    if (!process.isAlive()) {
      throw new IOException("Mosquitto ended: " + Files.readString(log));
    }
    return new MosquittoBroker(process);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
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
