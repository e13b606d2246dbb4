package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.view.Outlooks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A manager steers the hall over HTTP, and looks before she acts. */
class SteerApiTest {
  private WebHall hall;
  private Browser manager;
  private WindowPlan narrow;
  private Line foreign;

  /** One window is staffed; people wait in a line that it does not serve. */
  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    manager = Browser.of(hall, "100");
    var plan = hall.writer.state().plan();
    narrow =
        plan.windows().stream()
            .filter(it -> it.inService() && it.lines().size() < plan.lines().size())
            .findFirst()
            .orElseThrow();
    foreign = plan.lines().stream().filter(it -> !narrow.serves(it)).findFirst().orElseThrow();
    hall.submit(Actor.manager("100"), new Command.SignIn(narrow.id(), new ClerkId("101"), null));
    WindowId other =
        plan.windows().stream()
            .filter(it -> it.inService() && it.serves(foreign))
            .findFirst()
            .orElseThrow()
            .id();
    hall.submit(Actor.manager("100"), new Command.SignIn(other, new ClerkId("102"), null));
    for (int i = 0; i < 6; i++) {
      hall.issue(foreign.id().value(), List.of(), null);
    }
  }

  @AfterEach
  void close() {
    manager.close();
    hall.close();
  }

  @Test
  void aPreviewTellsTheWaitsBeforeAndAfterAndJournalsNothing() {
    var before = hall.writer.state();
    JsonNode preview = Browser.json(manager.post("/api/preview", widened()));
    JsonNode line = line(preview);
    assertEquals(1, line.path("windowsBefore").asInt());
    assertEquals(2, line.path("windowsAfter").asInt());
    assertTrue(line.at("/after/high").asInt() < line.at("/before/high").asInt(), line.toString());
    assertEquals(before, hall.writer.state());
    assertFalse(plan().serves(foreign));
  }

  @Test
  void aPreviewIsForecastWhereItCanBeAndSaysOtherwiseThatItIsRough() {
    JsonNode rough = Browser.json(manager.post("/api/preview", widened()));
    assertFalse(rough.path("forecast").asBoolean());
    assertTrue(rough.path("together").isMissingNode());
    assertTrue(line(rough).at("/before/rough").asBoolean());
    var until = Instant.parse("2026-11-23T02:40:00Z");
    hall.forecast =
        (before, after) ->
            Optional.of(
                new Outlooks.Effect(
                    Map.of(foreign.id(), new Promise.Minutes(22, 30, 41)),
                    after.findWindow(narrow.id()).orElseThrow().plan().serves(foreign)
                        ? Map.of(foreign.id(), new Promise.Minutes(8, 12, 19))
                        : Map.of(),
                    new Outlooks.Together(34, 14, until)));
    JsonNode preview = Browser.json(manager.post("/api/preview", widened()));
    assertTrue(preview.path("forecast").asBoolean());
    assertEquals(34, preview.at("/together/before").asInt());
    assertEquals(14, preview.at("/together/after").asInt());
    assertEquals(until, Instant.parse(preview.at("/together/until").asString()));
    assertEquals(45, line(preview).at("/before/high").asInt());
    assertEquals(20, line(preview).at("/after/high").asInt());
    assertFalse(line(preview).at("/after/rough").asBoolean());
  }

  @Test
  void aPreviewOfClosingSaysWhichLineNobodyWouldServe() {
    String server =
        Browser.json(manager.get("/api/console"))
            .path("windows")
            .valueStream()
            .filter(it -> !it.path("clerk").asString().isEmpty())
            .filter(it -> it.path("lines").toString().contains(foreign.id().value()))
            .findFirst()
            .orElseThrow()
            .path("window")
            .asString();
    JsonNode preview =
        Browser.json(
            manager.post("/api/preview", Map.of("act", "close", "window", server, "reason", "x")));
    assertTrue(line(preview).path("after").isMissingNode());
    assertEquals("unserved-waiting", preview.at("/warnings/0/rule").asString());
    assertTrue(preview.at("/warnings/0/text/zh").asString().contains(foreign.zh()));
  }

  @Test
  void aPreviewOfWhatIsRefusedSaysWhy() {
    assertEquals(
        "NO_CHANGE",
        Browser.code(
            manager.post("/api/preview", Map.of("act", "open", "window", narrow.id().value()))));
    assertEquals(400, manager.post("/api/preview", Map.of("act", "dance")).statusCode());
    assertEquals(400, manager.post("/api/preview", Map.of("act", "close")).statusCode());
  }

  @Test
  void fieldsAreChangedWithTheScopeAndStayWhenLeftOut() {
    var body =
        Map.of(
            "kind",
            "dedicated",
            "lines",
            lines(),
            "home",
            foreign.field(),
            "second",
            List.of(foreign.field()));
    assertEquals(200, change(body));
    assertEquals(foreign.field(), plan().home());
    assertTrue(plan().serves(foreign));
    assertEquals(200, change(Map.of("kind", "comprehensive", "lines", lines())));
    assertEquals(List.of(foreign.field()), plan().second());
    assertEquals(
        200, change(Map.of("kind", "comprehensive", "lines", lines(), "second", List.of())));
    assertNull(plan().home());
    assertFalse(plan().serves(foreign));
  }

  @Test
  void aWindowCallsByItselfAndThenByHandAgain() {
    String path = "/api/windows/" + narrow.id().value() + "/calling";
    assertEquals(200, manager.post(path, Map.of("autoSeconds", 20)).statusCode());
    assertEquals(Duration.ofSeconds(20), plan().autoAfter());
    assertEquals("BAD_CALL_TIME", Browser.code(manager.post(path, Map.of("autoSeconds", 0))));
    assertEquals(200, manager.post(path, "{}").statusCode());
    assertNull(plan().autoAfter());
  }

  @Test
  void thePolicyIsChangedWithItsParametersAndShownOnTheConsole() {
    var body = Map.of("name", "class-ratio", "parameters", Map.of("green", 3));
    assertEquals(200, manager.post("/api/policy", body).statusCode());
    assertEquals(
        PolicyPlan.of("class-ratio").with("green", 3), hall.writer.state().steering().policy());
    JsonNode policy = Browser.json(manager.get("/api/console")).path("policy");
    assertEquals("class-ratio", policy.path("name").asString());
    assertEquals(3, policy.at("/parameters/green").asInt());
    assertEquals(
        "UNKNOWN_POLICY", Browser.code(manager.post("/api/policy", Map.of("name", "luck"))));
    var far = Map.of("name", "balanced", "parameters", Map.of("guard", 999));
    assertEquals("BAD_POLICY_PARAMETER", Browser.code(manager.post("/api/policy", far)));
  }

  @Test
  void freeWordsAreAnnouncedOnceAndBadOnesAreNamed() {
    long before = hall.writer.state().seq();
    var body = Map.of("text", " 请勿在\n门口停车 ");
    assertEquals(200, manager.post("/api/announcements", body).statusCode());
    assertEquals(before + 1, hall.writer.state().seq());
    assertEquals(
        "UNKNOWN_ZONE",
        Browser.code(manager.post("/api/announcements", Map.of("text", "a", "zone", "moon"))));
    assertEquals("NO_WORDS", Browser.code(manager.post("/api/announcements", Map.of("text", " "))));
    assertEquals("BAD_REQUEST", Browser.code(manager.post("/api/announcements", "{}")));
    var long120 = Map.of("text", "长".repeat(121));
    assertEquals("BAD_REQUEST", Browser.code(manager.post("/api/announcements", long120)));
  }

  @Test
  void aBorrowedClerkLeavesOneWindowAndOpensAnother() {
    var tidal = new WindowId("11");
    assertFalse(hall.writer.state().findWindow(tidal).orElseThrow().plan().inService());
    var body = Map.of("from", narrow.id().value(), "reason", "等候人多");
    assertEquals(200, manager.post("/api/windows/11/borrow", body).statusCode());
    var state = hall.writer.state();
    assertTrue(state.findWindow(narrow.id()).orElseThrow().findPost().isEmpty());
    var post = state.findWindow(tidal).orElseThrow().findPost().orElseThrow();
    assertEquals(new ClerkId("101"), post.clerk());
  }

  @Test
  void aBorrowedClerkIsTakenBackAndTheWindowOpenedForHerIsClosed() {
    long before = hall.writer.state().seq();
    var there = Map.of("from", narrow.id().value(), "reason", "等候人多");
    assertEquals(200, manager.post("/api/windows/11/borrow", there).statusCode());
    assertEquals(before + 1, hall.writer.state().seq(), "one act, one entry");
    var back = Map.of("from", "11", "reason", "撤销", "close", true);
    String path = "/api/windows/" + narrow.id().value() + "/borrow";
    assertEquals(200, manager.post(path, back).statusCode());
    var state = hall.writer.state();
    assertFalse(state.findWindow(new WindowId("11")).orElseThrow().plan().inService());
    var post = state.findWindow(narrow.id()).orElseThrow().findPost().orElseThrow();
    assertEquals(new ClerkId("101"), post.clerk());
  }

  @Test
  void aClerkWithATicketIsAskedForAfterItWhichIsPreviewedShownAndTakenBack() {
    assertEquals(200, change(Map.of("kind", "dedicated", "lines", List.of(foreign.id().value()))));
    hall.submit(Actor.clerk("101"), new Command.CallNext(narrow.id()));
    String id = narrow.id().value();
    var asked = Map.of("act", "borrow", "window", "11", "from", id);
    JsonNode effect =
        StreamSupport.stream(
                Browser.json(manager.post("/api/preview", asked)).path("lines").spliterator(),
                false)
            .filter(it -> it.path("line").asString().equals(foreign.id().value()))
            .findFirst()
            .orElseThrow();
    assertTrue(
        effect.path("windowsAfter").asInt() < effect.path("windowsBefore").asInt(),
        "she is gone from there: " + effect);

    var body = Map.of("from", id, "reason", "等候人多");
    assertEquals(200, manager.post("/api/windows/11/borrow", body).statusCode());
    assertEquals("11", after(id).path("window").asString());
    assertEquals("等候人多", after(id).path("reason").asString());
    assertEquals(200, manager.post("/api/windows/" + id + "/stay", Map.of()).statusCode());
    assertTrue(after(id).isMissingNode());
    assertEquals("NO_CHANGE", Browser.code(manager.post("/api/windows/" + id + "/stay", Map.of())));
    assertEquals(
        200, manager.post("/api/windows/" + id + "/pause", Map.of("reason", "开会")).statusCode());
    assertEquals("", after(id).path("window").asString("none"));
  }

  @Test
  void movingToAWindowLikeHerOwnPromisesNothing() {
    List<String> scope = List.of(foreign.id().value());
    assertEquals(200, change(Map.of("kind", "dedicated", "lines", scope)));
    var alike = Map.of("kind", "tidal", "lines", scope);
    assertEquals(200, manager.post("/api/windows/11/change", alike).statusCode());
    var asked = Map.of("act", "borrow", "window", "11", "from", narrow.id().value());
    for (boolean busy : List.of(false, true)) {
      if (busy) {
        hall.submit(Actor.clerk("101"), new Command.CallNext(narrow.id()));
      }
      JsonNode line = line(Browser.json(manager.post("/api/preview", asked)));
      assertEquals(line.path("windowsBefore"), line.path("windowsAfter"), line.toString());
      assertEquals(line.path("before"), line.path("after"), line.toString());
    }
  }

  private JsonNode after(String window) {
    JsonNode windows = Browser.json(manager.get("/api/console")).path("windows");
    return StreamSupport.stream(windows.spliterator(), false)
        .filter(it -> it.path("window").asString().equals(window))
        .findFirst()
        .orElseThrow()
        .path("after");
  }

  @Test
  void aClerkMayNeitherSteerNorPreview() {
    try (Browser clerk = Browser.of(hall, "101")) {
      assertEquals(403, clerk.post("/api/policy", Map.of("name", "balanced")).statusCode());
      assertEquals(403, clerk.post("/api/preview", widened()).statusCode());
    }
  }

  @Test
  void theConsoleTellsUseIdleWindowsAndGuardRails() {
    assertEquals(200, change(Map.of("kind", "dedicated", "lines", List.of(foreign.id().value()))));
    JsonNode console = Browser.json(manager.get("/api/console"));
    assertTrue(console.path("idle").toString().contains("\"" + narrow.id().value() + "\""));
    var rules =
        StreamSupport.stream(console.path("warnings").spliterator(), false)
            .map(it -> it.path("rule").asString())
            .toList();
    assertTrue(rules.contains("unserved"), rules.toString());
    assertTrue(console.at("/windows/0/use").isNumber());
    hall.submit(Actor.clerk("101"), new Command.CallNext(narrow.id()));
    JsonNode called =
        Browser.json(manager.get("/api/console"))
            .path("tickets")
            .valueStream()
            .filter(it -> it.path("state").asString().equals("called"))
            .findFirst()
            .orElseThrow();
    assertFalse(called.at("/why/zh").asString().isEmpty());
    assertFalse(called.at("/why/en").asString().isEmpty());
    assertTrue(called.path("runnersUp").isArray());
  }

  private Map<String, ?> widened() {
    var wider = new ArrayList<>(lines());
    wider.add(foreign.id().value());
    return Map.of(
        "act",
        "change",
        "window",
        narrow.id().value(),
        "setup",
        Map.of("kind", "comprehensive", "lines", wider));
  }

  private List<String> lines() {
    return narrow.lines().stream().map(LineId::value).toList();
  }

  private int change(Map<String, ?> body) {
    return manager.post("/api/windows/" + narrow.id().value() + "/change", body).statusCode();
  }

  private WindowPlan plan() {
    return hall.writer.state().findWindow(narrow.id()).orElseThrow().plan();
  }

  private JsonNode line(JsonNode preview) {
    return preview
        .path("lines")
        .valueStream()
        .filter(it -> it.path("line").asString().equals(foreign.id().value()))
        .findFirst()
        .orElseThrow();
  }
}
