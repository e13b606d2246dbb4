package io.tidehall.server.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Credentials;
import io.tidehall.link.Inbox;
import io.tidehall.link.PahoLink;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may say and hear what; the same on every broker. */
@SuppressWarnings("NullAway.Init") // Filled before each test.
abstract class AccessContract {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] FORGED = "forged".getBytes(StandardCharsets.UTF_8);
  private static final byte[] GENUINE = "genuine".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private PahoLink controller;
  private Credentials kiosk;
  private Credentials other;
  private final Inbox heardByController = new Inbox();

  /** Starts the broker for the devices of the registry; the port it listens at. */
  abstract int startBroker(Path data, DeviceRegistry registry) throws IOException;

  abstract void stopBroker();

  private int port;

  @BeforeEach
  void start() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder.resolve("registry"));
    registry.register("kiosk-1", DeviceRole.KIOSK, null);
    registry.register("kiosk-2", DeviceRole.KIOSK, null);
    port = startBroker(folder.resolve("broker"), registry);
    registry.reachAt("tcp://127.0.0.1:" + port, null);
    kiosk = registry.register("kiosk-1", DeviceRole.KIOSK, null);
    other = registry.register("kiosk-2", DeviceRole.KIOSK, null);
    controller = new PahoLink(registry.controller(), null);
    controller.subscribe(Topics.ROOT + "/#", heardByController);
    controller.open();
    await().atMost(PATIENCE).until(controller::connected);
  }

  @AfterEach
  void stop() {
    controller.close();
    stopBroker();
  }

  @Test
  void aWrongSecretIsRefused() {
    assertThrows(
        MqttException.class, () -> new RawClient(port, "kiosk-1", "kiosk-1", other.secret()));
  }

  @Test
  void nobodyIsRefused() {
    assertThrows(MqttException.class, () -> new RawClient(port, "kiosk-1", null, null));
    assertThrows(MqttException.class, () -> new RawClient(port, "kiosk-1", "kiosk-1", null));
    assertThrows(MqttException.class, () -> new RawClient(port, "nobody", "nobody", "x"));
  }

  @Test
  void aKioskSpeaksForItselfAlone() throws MqttException {
    try (RawClient client = client()) {
      client.tryPublish(Topics.request("kiosk-2"), FORGED, false);
    }
    try (RawClient client = client()) {
      client.tryPublish(Topics.presence("kiosk-2"), FORGED, true);
    }
    try (RawClient client = client()) {
      client.tryPublish(Topics.BOARD, FORGED, true);
    }
    try (RawClient client = client()) {
      client.tryPublish(Topics.answer("kiosk-1"), FORGED, false);
    }
    assertEquals(List.of("genuine"), heardAfterAGenuineRequest());
  }

  @Test
  void aKioskHearsItsOwnAndNoMore() throws MqttException {
    try (RawClient wide = client()) {
      wide.trySubscribe(Topics.answer("kiosk-2"));
      wide.trySubscribe(Topics.ROOT + "/#");
      wide.trySubscribe(Topics.ROOT + "/device/+/answer");
      wide.trySubscribe("#");
      wide.trySubscribe(Topics.answer("kiosk-1"));
      controller.publish(Topics.answer("kiosk-2"), "secret".getBytes(StandardCharsets.UTF_8));
      controller.publishState(Topics.BOARD, "board".getBytes(StandardCharsets.UTF_8));
      heardByControllerAwaits("board");
      heardByControllerAwaits("secret");
      controller.publish(Topics.answer("kiosk-1"), GENUINE);
      await()
          .atMost(PATIENCE)
          .until(() -> wide.heard.contains(Topics.answer("kiosk-1") + " genuine"));
      assertEquals(
          List.of(Topics.answer("kiosk-1") + " genuine"), wide.heard.stream().distinct().toList());
    }
  }

  @Test
  void anothersClientIdCannotBeTakenOver() throws MqttException {
    try (var victim = new PahoLink(other, null)) {
      victim.open();
      await().atMost(PATIENCE).until(victim::connected);
      try (RawClient thief = new RawClient(port, "kiosk-2", "kiosk-1", kiosk.secret())) {
        thief.trySubscribe(Topics.answer("kiosk-1"));
      } catch (MqttException _) {
        // Refused: one way to be right. Mosquitto lets it in under its own name: the other.
      }
      assertTrue(victim.connected());
      victim.publish(Topics.request("kiosk-2"), GENUINE);
      heardByControllerAwaits("genuine");
    }
  }

  @Test
  void anOversizedPayloadChangesNothing() throws MqttException {
    try (RawClient client = client()) {
      client.tryPublish(Topics.request("kiosk-1"), new byte[3 * 1024 * 1024], false);
    }
    assertEquals(List.of("genuine"), heardAfterAGenuineRequest());
  }

  private RawClient client() throws MqttException {
    return new RawClient(port, "kiosk-1", "kiosk-1", kiosk.secret());
  }

  /** The forged ones came first, so they would have been heard by then. */
  private List<String> heardAfterAGenuineRequest() throws MqttException {
    try (RawClient client = client()) {
      client.tryPublish(Topics.request("kiosk-1"), GENUINE, false);
      heardByControllerAwaits("genuine");
    }
    return heardByController.distinct();
  }

  private void heardByControllerAwaits(String text) {
    heardByController.awaitText(text);
  }
}
