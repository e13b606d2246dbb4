package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Grant;
import io.tidehall.link.Seal;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Pairing;
import io.tidehall.protocol.Topics;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pairing, moving and revoking devices over HTTP. */
@SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
class DeviceApiTest {
  private WebHall hall;
  private Browser manager;
  private Browser clerk;
  private final Seal device = Seal.fresh();

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    manager = Browser.of(hall, "100");
    clerk = Browser.of(hall, "101");
  }

  @AfterEach
  void close() {
    manager.close();
    clerk.close();
    hall.close();
  }

  @Test
  void aDeviceThatShowsACodeIsAcceptedOnceAndAloneCanReadItsCredential() throws Exception {
    String code = code(device, DeviceRole.KIOSK);
    assertEquals(
        code, Browser.json(manager.get("/api/devices/waiting")).path(0).path("code").asString());
    assertEquals(200, accept(code, "kiosk-2", Map.of("printer", "printer-1")));
    Pairing.Standing standing = ask(device, DeviceRole.KIOSK);
    assertEquals(Pairing.State.ACCEPTED, standing.state());
    String sealed = Objects.requireNonNull(standing.sealed());
    Grant grant = Grant.of(device.open(sealed));
    assertEquals("kiosk-2", grant.device());
    assertTrue(hall.registry.authenticate("kiosk-2", grant.secret()));
    assertThrows(IllegalArgumentException.class, () -> Seal.fresh().open(sealed));
    JsonNode shown = shown("kiosk-2");
    assertEquals("paired", shown.path("pairing").asString());
    assertEquals("printer-1", shown.path("printer").asString());
  }

  @Test
  void theSecondManagerWithTheSameCodeHearsOfTheFirst() throws Exception {
    String code = code(device, DeviceRole.HALL_BOARD);
    assertEquals(200, accept(code, "board-2", Map.of()));
    assertEquals(200, accept(code, "board-2", Map.of()));
    assertEquals(409, accept(code, "board-3", Map.of()));
    assertEquals("PAIRING_USED", refusal(code, "board-3"));
    assertEquals("PAIRING_CODE", refusal("AAAAAA", "board-3"));
    assertTrue(hall.registry.find("board-3").isEmpty());
  }

  @Test
  void whatDoesNotFitIsRefusedAndTheCodeStaysGood() throws Exception {
    String code = code(device, DeviceRole.COUNTER_DISPLAY);
    assertEquals("DEVICE_TAKEN", refusal(code, "kiosk-1"));
    assertEquals("DEVICE_ID", refusal(code, "no good"));
    assertEquals("DEVICE_ID", refusal(code, "controller"));
    assertEquals("DEVICE_PLACE", refusal(code, "counter-99"));
    assertEquals(409, accept(code, "counter-99", Map.of("window", "77")));
    assertEquals(200, accept(code, "counter-99", Map.of("window", "1")));
    assertTrue(hall.registry.maySubscribe("counter-99", Topics.window("1")));
    assertFalse(hall.registry.maySubscribe("counter-99", Topics.window("2")));
  }

  @Test
  void aRevokedDeviceIsGoneAndOneOfTheHallFileLeavesItsPlaceVacant() throws Exception {
    assertEquals(200, accept(code(device, DeviceRole.KIOSK), "kiosk-2", Map.of()));
    Grant lost = granted(device, DeviceRole.KIOSK);
    assertEquals(200, manager.post("/api/devices/kiosk-2/revoke").statusCode());
    assertFalse(hall.registry.authenticate("kiosk-2", lost.secret()));
    assertEquals(Pairing.State.WAITING, ask(device, DeviceRole.KIOSK).state());
    assertTrue(shown("kiosk-2").isMissingNode());
    assertEquals("DEVICE_UNKNOWN", Browser.code(manager.post("/api/devices/kiosk-2/revoke")));

    assertEquals(200, manager.post("/api/devices/pad-1/revoke").statusCode());
    assertEquals("vacant", shown("pad-1").path("pairing").asString());
    var pad = Seal.fresh();
    assertEquals("DEVICE_ROLE", refusal(code(device, DeviceRole.KIOSK), "pad-1"));
    assertEquals(200, accept(code(pad, DeviceRole.RATING_PAD), "pad-1", Map.of()));
    assertEquals("1", shown("pad-1").path("window").asString());
  }

  @Test
  void aPairedDeviceIsMovedAndEachIsGivenANameThatPeopleUse() throws Exception {
    assertEquals(200, accept(code(device, DeviceRole.KIOSK), "kiosk-2", Map.of()));
    var there = Map.of("printer", "printer-1", "name", "东门取号机");
    assertEquals(200, manager.post("/api/devices/kiosk-2/place", there).statusCode());
    assertEquals("printer-1", shown("kiosk-2").path("printer").asString());
    assertEquals("东门取号机", shown("kiosk-2").path("name").asString());
    assertEquals("DEVICE_LISTED", refusedMove("board-1", Map.of("zone", "东区")));
    assertEquals("DEVICE_NAME", refusedMove("kiosk-2", Map.of("name", "长".repeat(41))));
  }

  @Test
  void aDeviceAtAWindowIsPairedAnewAtAnother() throws Exception {
    assertEquals(200, accept(code(device, DeviceRole.CALL_PAD), "call-1", Map.of("window", "1")));
    assertEquals("DEVICE_WINDOW", refusedMove("call-1", Map.of("window", "2")));
    assertTrue(hall.registry.maySubscribe("call-1", Topics.window("1")));
    assertFalse(hall.registry.maySubscribe("call-1", Topics.window("2")));
  }

  private String refusedMove(String id, Map<String, String> place) {
    return Browser.code(manager.post("/api/devices/" + id + "/place", place));
  }

  @Test
  void aRefusedDeviceIsToldSoAndClerksDoNothingWithDevices() throws Exception {
    String code = code(device, DeviceRole.KIOSK);
    assertEquals(403, clerk.post("/api/devices/refuse", Map.of("code", code)).statusCode());
    assertEquals(403, clerk.post("/api/devices/kiosk-1/revoke").statusCode());
    assertEquals(200, manager.post("/api/devices/refuse", Map.of("code", code)).statusCode());
    assertEquals(Pairing.State.REFUSED, ask(device, DeviceRole.KIOSK).state());
  }

  @Test
  void aNewRollIsToldToAPrinterAndToNothingElse() throws Exception {
    assertEquals(200, manager.post("/api/devices/printer-1/new-roll").statusCode());
    assertTrue(hall.writer.state().rolls().containsKey("printer-1"));
    assertEquals("DEVICE_NO_PRINTER", Browser.code(manager.post("/api/devices/board-1/new-roll")));
    assertEquals("DEVICE_UNKNOWN", Browser.code(manager.post("/api/devices/printer-9/new-roll")));
    assertEquals(403, clerk.post("/api/devices/printer-1/new-roll").statusCode());
  }

  private String code(Seal seal, DeviceRole role) throws Exception {
    return Objects.requireNonNull(ask(seal, role).code());
  }

  private Grant granted(Seal seal, DeviceRole role) throws Exception {
    return Grant.of(seal.open(Objects.requireNonNull(ask(seal, role).sealed())));
  }

  private Pairing.Standing ask(Seal seal, DeviceRole role) throws Exception {
    return hall.desk.ask(new Pairing.Asking(seal.key(), role, "0.1.0"), "10.0.0.7").orElseThrow();
  }

  private int accept(String code, String id, Map<String, String> place) {
    var body = new java.util.HashMap<String, String>(place);
    body.put("code", code);
    body.put("device", id);
    return manager.post("/api/devices/accept", body).statusCode();
  }

  private String refusal(String code, String id) {
    return Browser.code(manager.post("/api/devices/accept", Map.of("code", code, "device", id)));
  }

  private JsonNode shown(String id) {
    for (JsonNode it : Browser.json(manager.get("/api/devices"))) {
      if (it.path("id").asString().equals(id)) {
        return it;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
  }
}
