package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Threshold;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.view.Views;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A manager answers the proposals of tidal rules over HTTP. */
class TideApiTest {
  private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
  private static final WindowId TIDAL = new WindowId("11");

  private WebHall hall;
  private Browser manager;

  @BeforeEach
  void proposesToOpen(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    var plan = hall.writer.state().plan();
    assertTrue(plan.findWindow(TIDAL).isPresent(), "the ready hall has a tidal window 11");
    var rule = new Threshold(Measure.PEOPLE, 2, 1, 0, new Pace(0, 0, 10, 5, 1));
    hall.submit(
        Actor.system(),
        new Command.Configure(
            plan.with(
                TidePlan.of(
                    List.of(new TidalWindow(TIDAL, null, null, rule, false)), DemandForecast.NONE),
                List.of())));
    String line = plan.findWindow(TIDAL).orElseThrow().lines().getFirst().value();
    hall.issue(line, List.of(), null);
    hall.issue(line, List.of(), null);
    hall.clock.set(hall.clock.instant().plusSeconds(60));
    hall.submit(Actor.system(), new Command.PassTime());
    manager = Browser.of(hall, "100");
  }

  @AfterEach
  void close() {
    manager.close();
    hall.close();
  }

  @Test
  void theConsoleShowsTheProposalInBothLanguages() {
    JsonNode tide = Browser.json(manager.get("/api/console")).path("tides").path(0);
    assertEquals("CLOSED", tide.path("stage").asString());
    JsonNode proposal = tide.path("proposal");
    assertEquals("OPEN", proposal.path("act").asString());
    assertEquals("等候 2 人，已达 2 人", proposal.path("reason").path("zh").asString());
    String words = proposal.path("text").path("en").asString();
    assertTrue(words.startsWith("Open window 11 now"), words);
    assertEquals(tide, Browser.json(manager.get("/api/tides")).path(0));
  }

  @Test
  void aSimulatedEffectIsToldInASentence() {
    hall.submit(
        Actor.system(),
        new Command.EstimateTide(proposal(), new TideEffect(34, 14, NINE.plusSeconds(6000), true)));
    JsonNode told = Browser.json(manager.get("/api/tides")).path(0).path("proposal").path("text");
    assertEquals(
        "Open window 11 now: 90 % wait from 34 to 14 min until 10:40", told.path("en").asString());
    assertEquals("现在开 11 号窗口：到 10:40，九成等候由 34 分钟变为 14 分钟", told.path("zh").asString());
  }

  @Test
  void approvingOpensTheWindowAndItIsShownAsOpening() {
    assertEquals(200, manager.post("/api/proposals/" + proposal() + "/approve").statusCode());
    assertTrue(hall.writer.state().findWindow(TIDAL).orElseThrow().plan().inService());
    JsonNode tide = Browser.json(manager.get("/api/tides")).path(0);
    assertEquals("OPENING", tide.path("stage").asString());
    var shown = new Views(Map.of()).window(hall.writer.state(), TIDAL, hall.clock.instant(), 1);
    assertEquals(WindowState.Tide.OPENING, shown.tide());
    assertEquals(WindowState.Stage.NOT_OPEN, shown.stage());
    assertEquals(1, tide.path("openings").asInt());
    assertTrue(tide.path("proposal").isMissingNode() || tide.path("proposal").isNull());
  }

  @Test
  void refusingNeedsAReason() {
    String path = "/api/proposals/" + proposal() + "/refuse";
    assertEquals("REASON_MISSING", Browser.code(manager.post(path, Map.of("reason", " "))));
    assertEquals(200, manager.post(path, Map.of("reason", "小韩在培训")).statusCode());
    assertFalse(hall.writer.state().findWindow(TIDAL).orElseThrow().plan().inService());
    assertEquals("UNKNOWN_PROPOSAL", Browser.code(manager.post(path, Map.of("reason", "no"))));
  }

  @Test
  void aClerkMayNotAnswer() {
    try (Browser clerk = Browser.of(hall, "101")) {
      assertEquals(403, clerk.post("/api/proposals/" + proposal() + "/approve").statusCode());
    }
  }

  private String proposal() {
    return hall.writer.state().tides().findProposal(TIDAL).orElseThrow().id();
  }
}
