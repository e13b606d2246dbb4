package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Emergency calls and messages over HTTP. */
class StaffApiTest {
  private WebHall hall;
  private Browser clerk;
  private Browser other;
  private Browser manager;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    clerk = Browser.of(hall, "101");
    other = Browser.of(hall, "102");
    manager = Browser.of(hall, "100");
    clerk.post("/api/windows/1/sign-in", "{}");
    other.post("/api/windows/2/sign-in", "{}");
  }

  @AfterEach
  void close() {
    clerk.close();
    other.close();
    manager.close();
    hall.close();
  }

  @Test
  void anEmergencyIsSeenByAllAcceptedByAnotherAndCleared() {
    assertEquals(200, clerk.post("/api/windows/1/emergency").statusCode());
    clerk.post("/api/windows/1/emergency");
    assertEquals(1, staff(other).path("emergencies").size());
    JsonNode emergency = staff(manager).at("/emergencies/0");
    assertEquals("1", emergency.path("window").asString());
    assertEquals("", emergency.path("accepted").asString());
    String path = "/api/emergencies/" + emergency.path("id").asString();
    assertEquals("EMERGENCY_OWN", Browser.code(clerk.post(path + "/accept")));
    assertEquals(200, other.post(path + "/accept").statusCode());
    assertEquals("EMERGENCY_ACCEPTED", Browser.code(manager.post(path + "/accept")));
    assertEquals("102", staff(clerk).at("/emergencies/0/acceptedId").asString());
    assertEquals(200, clerk.post(path + "/clear", "").statusCode());
    assertEquals(0, staff(manager).path("emergencies").size());
    assertEquals("UNKNOWN_EMERGENCY", Browser.code(clerk.post(path + "/clear", "")));
  }

  @Test
  void aMessageIsReadByWhomItIsForAndTheManagerSeesIt() {
    assertEquals(
        200,
        manager.post("/api/messages", Map.of("to", List.of("1"), "text", "请到前台")).statusCode());
    JsonNode message = staff(clerk).at("/messages/0");
    assertEquals("请到前台", message.path("text").asString());
    String read = "/messages/" + message.path("id").asString() + "/read";
    assertEquals("NOT_YOUR_WINDOW", Browser.code(other.post("/api/windows/1" + read)));
    assertEquals(200, clerk.post("/api/windows/1" + read).statusCode());
    assertEquals("101", staff(manager).at("/messages/0/readBy/0").asString());
    assertEquals(403, clerk.post("/api/messages", Map.of("text", "hello")).statusCode());
    assertEquals("MESSAGE_EMPTY", Browser.code(manager.post("/api/messages", "{}")));
    assertTrue(staff(manager).at("/messages/0/to").size() == 1);
  }

  private static JsonNode staff(Browser browser) {
    return Browser.json(browser.get("/api/console")).path("staff");
  }
}
