package io.tidehall.server.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Credentials;
import io.tidehall.link.Inbox;
import io.tidehall.link.PahoLink;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The access rules on the embedded broker, and what only it promises. */
class EmbeddedBrokerAccessTest extends AccessContract {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
  private EmbeddedBroker broker;

  @Override
  int startBroker(Path data, DeviceRegistry registry) throws IOException {
    broker = EmbeddedBroker.start(new EmbeddedBroker.Options(data, "127.0.0.1", 0, null), registry);
    registry.onRevoke(broker::evict);
    return broker.port();
  }

  @Override
  void stopBroker() {
    broker.close();
  }

  @Test
  void messagesSurviveARestartOfTheBroker() throws IOException {
    Path data = folder.resolve("restarted");
    DeviceRegistry registry = DeviceRegistry.open(folder.resolve("restarted-registry"));
    registry.register("kiosk-1", DeviceRole.KIOSK, null);
    Inbox inbox = new Inbox();
    int firstPort;
    try (EmbeddedBroker first = start(data, 0, registry)) {
      firstPort = first.port();
      registry.reachAt(first.url(), null);
      Credentials kiosk = registry.register("kiosk-1", DeviceRole.KIOSK, null);
      try (var listener = new PahoLink(kiosk, null)) {
        listener.subscribe(Topics.answer("kiosk-1"), inbox);
        open(listener);
      }
      try (var controller = new PahoLink(registry.controller(), null)) {
        open(controller);
        controller.publish(Topics.answer("kiosk-1"), bytes("queued"));
        controller.publishState(Topics.LINES, bytes("retained"));
      }
    }
    try (EmbeddedBroker second = start(data, firstPort, registry);
        var listener = new PahoLink(registry.register("kiosk-1", DeviceRole.KIOSK, null), null)) {
      assertEquals(firstPort, second.port());
      listener.subscribe(Topics.answer("kiosk-1"), inbox);
      listener.subscribe(Topics.LINES, inbox);
      open(listener);
      inbox.awaitText("queued");
      inbox.awaitText("retained");
    }
  }

  @Test
  void aRevokedDeviceIsThrownOutAndStaysOut() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder.resolve("more"));
    try (EmbeddedBroker own = start(folder.resolve("more-broker"), 0, registry)) {
      registry.onRevoke(own::evict);
      registry.reachAt(own.url(), null);
      try (var link =
          new PahoLink(registry.register("board-1", DeviceRole.HALL_BOARD, null), null)) {
        open(link);
        assertTrue(registry.revoke("board-1"));
        await().atMost(PATIENCE).until(() -> !link.connected());
        await()
            .atMost(PATIENCE)
            .until(() -> String.valueOf(link.lastProblem()).contains("credentials file"));
        assertFalse(registry.revoke("board-1"));
      }
    }
  }

  @Test
  void aBusyPortIsToldInWords() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder.resolve("busy"));
    IOException problem =
        assertThrows(
            IOException.class, () -> start(folder.resolve("busy-broker"), broker.port(), registry));
    assertTrue(
        String.valueOf(problem.getMessage()).contains(":" + broker.port()), problem.getMessage());
    assertTrue(String.valueOf(problem.getMessage()).contains("another port"));
  }

  @Test
  void byTlsADeviceTrustsTheHallsCertificateAndNoOther() throws Exception {
    Path store = folder.resolve("hall.p12");
    Path pem = folder.resolve("hall.pem");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    run(
        keytool
            + " -genkeypair -alias hall -keyalg EC -validity 30 -dname CN=hall"
            + " -ext san=ip:127.0.0.1 -storetype PKCS12 -storepass changeit -keystore "
            + store);
    run(
        keytool
            + " -exportcert -rfc -alias hall -storepass changeit -keystore "
            + store
            + " -file "
            + pem);
    DeviceRegistry registry = DeviceRegistry.open(folder.resolve("tls"));
    try (EmbeddedBroker own =
        EmbeddedBroker.start(
            new EmbeddedBroker.Options(
                folder.resolve("tls-broker"),
                "127.0.0.1",
                0,
                new EmbeddedBroker.Tls(store, "changeit")),
            registry)) {
      registry.reachAt(own.url(), pem);
      try (var trusting = new PahoLink(registry.controller(), null)) {
        open(trusting);
      }
      registry.reachAt(own.url(), null);
      try (var wary = new PahoLink(registry.controller(), null)) {
        wary.open();
        await()
            .atMost(PATIENCE)
            .until(() -> String.valueOf(wary.lastProblem()).contains("'trust'"));
        assertFalse(wary.connected());
      }
    }
  }

  private static void run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command.split(" "))).redirectErrorStream(true).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(
        0,
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertTrue(Files.exists(Path.of(command.substring(command.lastIndexOf(' ') + 1))));
  }

  private static EmbeddedBroker start(Path data, int port, DeviceRegistry registry)
      throws IOException {
    return EmbeddedBroker.start(
        new EmbeddedBroker.Options(data, "127.0.0.1", port, null), registry);
  }

  private static void open(PahoLink link) {
    link.open();
    await().atMost(PATIENCE).until(link::connected);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
