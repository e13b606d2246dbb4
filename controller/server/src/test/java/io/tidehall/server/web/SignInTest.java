package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.hallfile.ReadyHalls;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in, and what each may do. */
class SignInTest {
  private WebHall hall;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void theFirstPasswordOpensASessionThatTheCookieCarries() {
    try (var clerk = Browser.of(hall, "101")) {
      var session = Browser.json(clerk.get("/api/session"));
      assertEquals("101", session.path("account").asString());
      assertTrue(session.path("mustChangePassword").asBoolean());
    }
    try (var stranger = new Browser(hall)) {
      assertEquals(204, stranger.get("/api/session").statusCode());
    }
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    try (var clerk = new Browser(hall)) {
      String cookie =
          clerk
              .signIn("101", hall.password("101"))
              .headers()
              .allValues("Set-Cookie")
              .getLast()
              .toLowerCase(Locale.ROOT);
      assertTrue(cookie.contains("httponly") && cookie.contains("samesite=strict"), cookie);
    }
  }

  @Test
  void fiveWrongPasswordsLockTheAccountEvenForTheRightOne() {
    try (var guesser = new Browser(hall)) {
      for (int left = 4; left >= 0; left--) {
        var answer = guesser.signIn("101", "wrong");
        assertEquals(401, answer.statusCode());
        assertEquals("WRONG_PASSWORD", Browser.code(answer));
        assertTrue(Browser.json(answer).at("/message/en").asString().contains(left + " tries"));
      }
      var right = guesser.signIn("101", hall.password("101"));
      assertEquals(429, right.statusCode());
      assertEquals("LOCKED", Browser.code(right));
      assertEquals(200, guesser.signIn("102", hall.password("102")).statusCode());
    }
  }

  @Test
  void anUnknownAccountIsAnsweredLikeAWrongPassword() {
    try (var guesser = new Browser(hall)) {
      assertEquals("WRONG_PASSWORD", Browser.code(guesser.signIn("nobody", "x")));
    }
  }

  @Test
  void theAdministratorUnlocksWithANewFirstPassword() {
    try (var guesser = new Browser(hall);
        var admin = Browser.of(hall, "100")) {
      for (int i = 0; i < 5; i++) {
        guesser.signIn("101", "wrong");
      }
      var fresh = Browser.json(admin.post("/api/accounts/101/reset")).path("password").asString();
      assertEquals(200, guesser.signIn("101", fresh).statusCode());
    }
  }

  @Test
  void aChosenPasswordReplacesTheFirstAndAShortOneIsRefused() {
    String first = hall.password("101");
    try (var clerk = Browser.of(hall, "101")) {
      var weak = clerk.post("/api/session/password", Map.of("current", first, "next", "short"));
      assertEquals("WEAK_PASSWORD", Browser.code(weak));
      var strange = Map.of("current", "other", "next", "a-long-password");
      assertEquals("WRONG_PASSWORD", Browser.code(clerk.post("/api/session/password", strange)));
      var good = Map.of("current", first, "next", "a-long-password");
      var changed = Browser.json(clerk.post("/api/session/password", good));
      assertFalse(changed.path("mustChangePassword").asBoolean());
      assertEquals(401, clerk.signIn("101", first).statusCode());
      assertEquals(200, clerk.signIn("101", "a-long-password").statusCode());
    }
  }

  @Test
  void wrongPresentPasswordsLockTheAccountAsWrongOnesAtTheDoorDo() {
    String first = hall.password("101");
    try (var clerk = Browser.of(hall, "101")) {
      for (int left = 4; left >= 0; left--) {
        var wrong = change(clerk, "a-guess", "a-long-password");
        assertEquals("WRONG_PASSWORD", Browser.code(wrong));
        assertTrue(wrong.body().contains(left + " tries left"), wrong.body());
      }
      assertEquals("LOCKED", Browser.code(change(clerk, first, "a-long-password")));
      assertEquals("LOCKED", Browser.code(new Browser(hall).signIn("101", first)));
    }
  }

  @Test
  void aNewPasswordIsAnotherAndEndsTheSessionsOfTheOldOne() {
    String first = hall.password("101");
    try (var clerk = Browser.of(hall, "101");
        var elsewhere = Browser.of(hall, "101")) {
      assertEquals("WEAK_PASSWORD", Browser.code(change(clerk, first, first)));
      assertEquals(200, change(clerk, first, "a-long-password").statusCode());
      assertEquals(
          "WEAK_PASSWORD", Browser.code(change(clerk, "a-long-password", "a-long-password")));
      assertEquals(200, clerk.get("/api/choices").statusCode());
      assertEquals(401, elsewhere.get("/api/choices").statusCode());
    }
  }

  private static HttpResponse<String> change(Browser browser, String current, String next) {
    return browser.post("/api/session/password", Map.of("current", current, "next", next));
  }

  @Test
  void signingOutEndsTheSession() {
    try (var clerk = Browser.of(hall, "101")) {
      assertEquals(200, clerk.get("/api/console").statusCode());
      assertEquals(204, clerk.delete("/api/session").statusCode());
      assertEquals(401, clerk.get("/api/console").statusCode());
    }
  }

  @Test
  void aSessionEndsWhenNobodyActsInIt() {
    try (var clerk = Browser.of(hall, "101")) {
      hall.passed = Sessions.IDLE.minusMinutes(1);
      assertEquals(204, clerk.post("/api/session/active", "{}").statusCode());
      hall.passed = hall.passed.plus(Sessions.IDLE).minusMinutes(1);
      assertEquals(200, clerk.get("/api/console").statusCode(), "still within its time");
      hall.passed = hall.passed.plusMinutes(2);
      assertEquals("NOT_SIGNED_IN", Browser.code(clerk.get("/api/console")));
      assertEquals(401, clerk.post("/api/session/active", "{}").statusCode());
      assertEquals(204, clerk.get("/api/session").statusCode());
      assertEquals(200, clerk.signIn("101", hall.password("101")).statusCode());
      assertEquals(200, clerk.get("/api/console").statusCode());
    }
  }

  @Test
  void aRequestFromAnotherOriginChangesNothing() {
    try (var clerk = Browser.of(hall, "101")) {
      var foreign =
          clerk.post("/api/windows/1/sign-in", "{}", "Origin", "https://elsewhere.example");
      assertEquals(403, foreign.statusCode());
      assertEquals("FOREIGN_ORIGIN", Browser.code(foreign));
      var crossSite = clerk.post("/api/windows/1/sign-in", "{}", "Sec-Fetch-Site", "cross-site");
      assertEquals("FOREIGN_ORIGIN", Browser.code(crossSite));
      assertEquals(204, clerk.delete("/api/session").statusCode());
    }
    assertTrue(
        hall.writer.state().windows().values().stream().allMatch(it -> it.findPost().isEmpty()));
  }

  @Test
  void eachRoleHasItsOwnActs() {
    try (var clerk = Browser.of(hall, "101");
        var manager = Browser.of(hall, "100");
        var stranger = new Browser(hall)) {
      assertEquals(403, clerk.post("/api/windows/11/open", "{}").statusCode());
      assertEquals(403, clerk.get("/api/devices").statusCode());
      assertEquals(403, clerk.get("/api/accounts").statusCode());
      assertEquals(403, manager.post("/api/windows/1/sign-in", "{}").statusCode());
      assertEquals(200, manager.post("/api/windows/11/open", "{\"reason\":\"peak\"}").statusCode());
      for (String path : List.of("/api/console", "/api/choices", "/api/report")) {
        assertEquals("NOT_SIGNED_IN", Browser.code(stranger.get(path)), path);
      }
      for (String path : List.of("/", "/login", "/clerk", "/api/hall", "/health")) {
        assertEquals(200, stranger.get(path).statusCode(), path);
      }
    }
  }
}
