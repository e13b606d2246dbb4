package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by PIN: where it works, for whom, and what it opens. */
class PinTest {
  @TempDir private Path folder;
  private WebHall hall;

  @BeforeEach
  void open() {
    hall = new WebHall(ReadyHalls.trial(), folder);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void theFirstPinHasSixDigitsAndOpensTheClerksPageAlone() {
    assertTrue(pin("101").matches("[0-9]{6}"), pin("101"));
    try (var clerk = new Browser(hall)) {
      var session = Browser.json(signIn(clerk, "101", pin("101")));
      assertEquals("[\"clerk\"]", session.path("roles").toString());
      assertTrue(session.path("mustChangePin").asBoolean());
      assertFalse(session.path("mustChangePassword").asBoolean());
      assertEquals(200, clerk.post("/api/windows/1/sign-in", "{}").statusCode());
    }
  }

  @Test
  void whoIsManagerTooManagesOnlyAfterGivingThePassword() {
    var both = "roles: [clerk, manager]";
    hall.close();
    hall =
        new WebHall(
            township(
                it -> it.replaceFirst("badge: \"101\",(.*?)\\}", "badge: 101,$1, " + both + "}")),
            folder);
    try (var manager = new Browser(hall)) {
      signIn(manager, "101", pin("101"));
      assertEquals("NOT_ALLOWED", Browser.code(manager.post("/api/windows/11/open", "{}")));
      manager.signIn("101", hall.password("101"));
      assertNotEquals(403, manager.post("/api/windows/11/open", "{}").statusCode());
    }
  }

  @Test
  void wrongPinsAndWrongPasswordsAreCountedTogether() {
    try (var guesser = new Browser(hall)) {
      for (int i = 0; i < 3; i++) {
        assertEquals("WRONG_PIN", Browser.code(signIn(guesser, "101", "000000")));
      }
      guesser.signIn("101", "wrong");
      assertTrue(signIn(guesser, "101", "000000").body().contains("0 tries left"));
      assertEquals("LOCKED", Browser.code(signIn(guesser, "101", pin("101"))));
      assertEquals("LOCKED", Browser.code(guesser.signIn("101", hall.password("101"))));
    }
  }

  @Test
  void aPinIsNoPasswordAndAPasswordNoPin() {
    try (var clerk = new Browser(hall)) {
      assertEquals("WRONG_PASSWORD", Browser.code(clerk.signIn("101", pin("101"))));
      assertEquals("WRONG_PIN", Browser.code(signIn(clerk, "101", hall.password("101"))));
      var both = Map.of("account", "101", "password", hall.password("101"), "pin", pin("101"));
      assertEquals("BAD_REQUEST", Browser.code(clerk.post("/api/session", both)));
      assertEquals(
          "BAD_REQUEST", Browser.code(clerk.post("/api/session", Map.of("account", "101"))));
    }
  }

  @Test
  void aManagerWhoIsNoClerkHasNone() {
    assertNull(hall.accounts.find("100").orElseThrow().firstPin());
    try (var manager = new Browser(hall)) {
      assertEquals("WRONG_PIN", Browser.code(signIn(manager, "100", "000000")));
    }
  }

  @Test
  void aChosenPinReplacesTheFirstAndOneThatAnybodyTriesIsRefused() throws IOException {
    String first = pin("101");
    try (var clerk = new Browser(hall)) {
      signIn(clerk, "101", first);
      for (String weak :
          List.of("48151", "481516234", "48151a", "111111", "234567", "987654", first)) {
        assertEquals("WEAK_PIN", Browser.code(change(clerk, first, weak)), weak);
      }
      assertEquals("WRONG_PIN", Browser.code(change(clerk, "000000", "481516")));
      assertFalse(Browser.json(change(clerk, first, "481516")).path("mustChangePin").asBoolean());
      assertEquals(401, signIn(clerk, "101", first).statusCode());
      assertEquals(200, signIn(clerk, "101", "481516").statusCode());
    }
    assertFalse(Files.readString(folder.resolve("accounts.json")).contains("481516"));
  }

  @Test
  void whoHasForgottenThePinSetsAnotherWithThePassword() {
    try (var clerk = Browser.of(hall, "101")) {
      assertEquals("WRONG_PASSWORD", Browser.code(change(clerk, pin("101"), "481516")));
      assertEquals(200, change(clerk, hall.password("101"), "481516").statusCode());
      assertEquals(200, signIn(clerk, "101", "481516").statusCode());
    }
  }

  @Test
  void theAdministratorGivesANewFirstPinWithTheNewPassword() {
    try (var admin = Browser.of(hall, "100");
        var clerk = new Browser(hall)) {
      String old = pin("101");
      var fresh = Browser.json(admin.post("/api/accounts/101/reset")).path("pin").asString();
      assertNotEquals(old, fresh);
      assertEquals(200, signIn(clerk, "101", fresh).statusCode());
    }
  }

  @Test
  void fromElsewhereAPinIsNotEvenTriedAndThePageIsToldSo() {
    try (var clerk = new Browser(hall)) {
      assertTrue(Browser.json(clerk.get("/api/session/ways")).path("pin").asBoolean());
    }
    String known = pin("101");
    hall.close();
    hall = new WebHall(township(it -> it + "\npinNetworks: [192.0.2.0/24]\n"), folder);
    try (var clerk = new Browser(hall)) {
      assertFalse(Browser.json(clerk.get("/api/session/ways")).path("pin").asBoolean());
      for (int i = 0; i < 6; i++) {
        assertEquals("PIN_NOT_HERE", Browser.code(signIn(clerk, "101", known)));
      }
      assertEquals(200, clerk.signIn("101", hall.password("101")).statusCode());
    }
  }

  @Test
  void aHallThatWantsNoneGeneratesNoneAndKeepsThoseThatWere(@TempDir Path fresh) {
    String known = pin("101");
    hall.close();
    hall = new WebHall(ReadyHalls.township(), folder);
    assertEquals(known, pin("101"), "for the day that the hall wants them again");
    hall.close();
    hall = new WebHall(ReadyHalls.township(), fresh);
    assertNull(hall.accounts.find("101").orElseThrow().firstPin());
    try (var clerk = Browser.of(hall, "101")) {
      assertEquals("PIN_NOT_HERE", Browser.code(signIn(clerk, "101", "000000")));
      assertEquals("PIN_NOT_HERE", Browser.code(change(clerk, hall.password("101"), "481516")));
    }
  }

  private static HallSetup township(java.util.function.UnaryOperator<String> change) {
    return switch (HallFile.read("hall.yaml", change.apply(ReadyHalls.source("township")))) {
      case HallFile.Ready(var setup) -> setup.asTrial();
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }

  private String pin(String account) {
    return String.valueOf(hall.accounts.find(account).orElseThrow().firstPin());
  }

  private static HttpResponse<String> signIn(Browser browser, String account, String pin) {
    return browser.post("/api/session", Map.of("account", account, "pin", pin));
  }

  private static HttpResponse<String> change(Browser browser, String current, String next) {
    return browser.post("/api/session/pin", Map.of("current", current, "next", next));
  }
}
