package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A running hall reads its hall file again: the last good one stays until a good one is taken. */
class HallFileApiTest {
  private static final String FILE =
      ReadyHalls.source("village")
          .replace(
              "  - {number: 1, kind: comprehensive, lines: all}",
              "  - {number: 1, kind: comprehensive, lines: all}\n"
                  + "  - {number: 2, kind: dedicated, lines: [A]}");

  private Path file;
  private WebHall hall;
  private Browser manager;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    file = folder.resolve("hall.yaml");
    var clock = new WebHall.Clock();
    clock.set(Instant.parse("2026-11-23T01:00:00Z"));
    hall = new WebHall(write(FILE), folder, clock, 0, List.of());
    manager = Browser.of(hall, "301");
  }

  @AfterEach
  void close() {
    manager.close();
    hall.close();
  }

  @Test
  void aFileThatSaysTheSameChangesNothingHoweverItIsWritten() throws IOException {
    Files.writeString(file, FILE + "\n# a remark\n");
    JsonNode look = look("SAME");
    assertTrue(look.path("changes").isEmpty());
    assertEquals("HALL_FILE_SAME", Browser.code(take(look)));
  }

  @Test
  void aWrongFileIsToldWithItsKeysAndTheHallGoesOnAsItWas() throws IOException {
    HallState before = hall.writer.state();
    Files.writeString(
        file, FILE.replace("lines: [A]", "lines: [A, Z]") + "rules: {policy: {guard: 999}}\n");
    JsonNode look = look("WRONG");
    List<String> keys =
        look.path("problems").valueStream().map(it -> it.path("key").asString()).toList();
    assertTrue(keys.contains("windows[1].lines[1]"), keys.toString());
    assertTrue(keys.stream().anyMatch(it -> it.startsWith("rules.policy")), keys.toString());
    look.path("problems")
        .forEach(
            it -> {
              assertTrue(it.path("line").asInt() > 1, it.toString());
              assertTrue(!it.path("expected").asString().isEmpty(), it.toString());
              assertTrue(!it.path("came").asString().isEmpty(), it.toString());
            });
    HttpResponse<String> no = take(look);
    assertEquals(409, no.statusCode());
    assertEquals("HALL_FILE_WRONG", Browser.code(no));
    assertEquals(before, hall.writer.state());
    assertEquals("A001", hall.issue("A", List.of(), null).number());

    Files.delete(file);
    assertTrue(look("WRONG").toString().contains("no such file"));
  }

  @Test
  void aGoodFileIsLookedAtFirstAndThenInUseAtOnce() throws IOException {
    hall.issue("B", List.of(), null);
    Files.writeString(
        file,
        FILE.replace("lines: [A]", "lines: [A, B]")
                .replace("en: Advice & agency", "en: Help")
                .replace("name: 胡大勇", "name: 胡小勇")
                .replace("hours:", "  - {badge: \"303\", name: 田秀}\n\nhours:")
            + "notices: [{zh: 今日停电, en: No power today}]\n"
            + "kiosks: {withoutPaper: screen}\n");
    HallState before = hall.writer.state();
    JsonNode look = look("CHANGED");
    assertEquals(
        List.of(
            "Line D: name (咨询代办 Advice & agency → 咨询代办 Help)",
            "Window 2: lines (A → A B)",
            "Clerk 302: name (胡大勇 → 胡小勇)",
            "Clerk 303: new",
            "Account 302: name (胡大勇 → 胡小勇)",
            "Account 303: new",
            "Kiosks: without paper (refuse → screen)",
            "Catalogue: items and guides",
            "Notices: boards and kiosks"),
        look.path("changes").valueStream().map(it -> it.path("en").asString()).toList());
    assertEquals(4, look.at("/effect/lines").size());
    assertEquals(before, hall.writer.state(), "a look changes nothing");

    assertEquals(200, take(look).statusCode());
    var plan = hall.writer.state().plan();
    WindowId two = new WindowId("2");
    assertTrue(plan.findWindow(two).orElseThrow().lines().contains(new LineId("B")));
    assertTrue(manager.get("/api/catalogue").body().contains("\"Help\""));
    assertTrue(manager.get("/api/hall").body().contains("No power today"));
    assertEquals("田秀", hall.accounts.find("303").orElseThrow().name());
    hall.submit(Actor.manager("301"), new Command.SignIn(two, new ClerkId("303"), null));
    hall.submit(Actor.clerk("303"), new Command.CallNext(two));
    assertTrue(hall.writer.state().findWindow(two).orElseThrow().findTicket().isPresent());
    look("SAME");
  }

  @Test
  void whatIsInUseIsNotTakenAwayAndTheAnswerSaysWhatToDo() throws IOException {
    hall.submit(
        Actor.manager("301"), new Command.SignIn(new WindowId("2"), new ClerkId("302"), null));
    hall.issue("C", List.of(), null);
    String without = FILE.replace("  - {number: 2, kind: dedicated, lines: [A]}\n", "");
    Files.writeString(file, without);
    JsonNode look = look("REFUSED");
    assertTrue(look.path("detail").asString().contains("window 2"), look.toString());
    assertTrue(look.path("detail").asString().contains("sign out there first"), look.toString());
    assertEquals("Window 2: gone", look.at("/changes/0/en").asString());
    assertEquals("HALL_FILE_REFUSED", Browser.code(take(look)));
    hall.submit(Actor.clerk("302"), new Command.SignOut(new WindowId("2")));
    assertEquals(200, take(look("CHANGED")).statusCode());

    Files.writeString(
        file, without.replaceAll("(?m)^  - \\{prefix: D.*$", "").replace("prefix: C", "prefix: E"));
    assertTrue(look("REFUSED").path("detail").asString().contains("C001"));
  }

  @Test
  void onlyWhatWasLookedAtIsTaken() throws IOException {
    Files.writeString(file, FILE.replace("lines: [A]", "lines: [A, B]"));
    JsonNode look = look("CHANGED");
    Files.writeString(file, FILE.replace("lines: [A]", "lines: [A, C]"));
    HttpResponse<String> no = take(look);
    assertEquals("HALL_FILE_CHANGED", Browser.code(no));
    assertEquals(200, take(look("CHANGED")).statusCode());
    assertTrue(
        hall.writer
            .state()
            .plan()
            .findWindow(new WindowId("2"))
            .orElseThrow()
            .lines()
            .contains(new LineId("C")));
  }

  @Test
  void aClerkMayNotTouchIt() {
    try (Browser clerk = Browser.of(hall, "302")) {
      assertEquals(403, clerk.get("/api/hall-file").statusCode());
      assertEquals(403, clerk.post("/api/hall-file", Map.of("version", "0")).statusCode());
    }
  }

  private JsonNode look(String status) {
    JsonNode look = Browser.json(manager.get("/api/hall-file"));
    assertEquals(status, look.path("status").asString(), look.toString());
    return look;
  }

  private HttpResponse<String> take(JsonNode look) {
    return manager.post("/api/hall-file", Map.of("version", look.path("version").asString()));
  }

  private HallSetup write(String text) throws IOException {
    Files.writeString(file, text);
    return assertInstanceOf(HallFile.Ready.class, HallFile.read(file)).setup();
  }
}
