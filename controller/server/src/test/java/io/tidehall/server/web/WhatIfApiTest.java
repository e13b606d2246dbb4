package io.tidehall.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A manager asks over HTTP what yesterday might have been, and what windows should learn. */
class WhatIfApiTest {
  private static final String PATH = "/api/what-if";
  private static final WindowId WINDOW = new WindowId("1");
  private static final Actor CLERK = Actor.clerk("101");

  private WebHall hall;
  private Browser manager;
  private Instant now = Instant.parse("2031-03-03T01:00:00Z");

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    manager = Browser.of(hall, "100");
  }

  @AfterEach
  void close() {
    manager.close();
    hall.close();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    hall.clock.set(now);
  }

  /** A day with three visitors at one window, and the night after it. */
  private void day() {
    pass(Duration.ZERO);
    hall.submit(CLERK, new Command.SignIn(WINDOW, new ClerkId("101"), null));
    for (int i = 0; i < 3; i++) {
      hall.issue("A", List.of(), null);
    }
    for (int i = 0; i < 3; i++) {
      hall.submit(CLERK, new Command.CallNext(WINDOW));
      pass(Duration.ofSeconds(30));
      hall.submit(CLERK, new Command.Arrive(WINDOW));
      pass(Duration.ofMinutes(5));
      hall.submit(CLERK, new Command.Finish(WINDOW, Outcome.DONE_AT_ONCE, ""));
      pass(Duration.ofSeconds(10));
    }
    hall.submit(CLERK, new Command.SignOut(WINDOW));
    pass(Duration.ofHours(23).plusMinutes(43));
    hall.submit(Actor.system(), new Command.PassTime());
  }

  private JsonNode overview() {
    return Browser.json(manager.get(PATH));
  }

  @Test
  void aHallWithoutAPastDayOffersNone() {
    assertTrue(overview().path("days").isEmpty());
    assertTrue(overview().path("windows").size() > 6);
    var answer = manager.post(PATH, Map.of("day", "2031-03-03"));
    assertEquals(404, answer.statusCode());
    assertEquals("NO_SUCH_DAY", Browser.code(answer));
  }

  @Test
  void aDayIsAskedAboutFollowedAndKept() {
    day();
    assertEquals(
        List.of("2031-03-03"),
        overview().path("days").valueStream().map(it -> it.path("day").asString()).toList());
    var started =
        manager.post(
            PATH,
            Map.of(
                "day",
                "2031-03-03",
                "windows",
                List.of(Map.of("window", "2", "staffing", "ALL_DAY"))));
    assertEquals(202, started.statusCode(), started.body());
    String id = Browser.json(started).path("id").asString();
    await().until(() -> !state(id).equals("RUNNING"));
    JsonNode job = Browser.json(manager.get(PATH + "/" + id));
    assertEquals("DONE", job.path("state").asString(), job.toString());
    assertEquals(5.6, job.at("/answer/actual/mean").asDouble(), 0.1);
    assertEquals(
        job.at("/answer/actual/mean").asDouble(), job.at("/answer/model/mean").asDouble(), 0.1);
    assertTrue(job.at("/answer/whatIf/mean").asDouble() < 3, job.toString());
    assertEquals(job, overview().path("job"));
    assertEquals(job, Browser.json(manager.delete(PATH + "/" + id)), "it has ended already");
  }

  private String state(String job) {
    return Browser.json(manager.get(PATH + "/" + job)).path("state").asString();
  }

  @Test
  void badQuestionsAreRefusedInWords() {
    day();
    var unknown = manager.post(PATH, "{\"day\":\"2031-03-03\",\"policy\":{\"name\":\"luck\"}}");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("policy to be one of balanced"), unknown.body());
    assertEquals(400, manager.post(PATH, "{\"day\":\"yesterday\"}").statusCode());
    assertEquals(404, manager.get(PATH + "/nothing").statusCode());
    assertEquals("NO_SUCH_JOB", Browser.code(manager.delete(PATH + "/nothing")));
  }

  @Test
  void clerksMayNotAsk() {
    try (Browser clerk = Browser.of(hall, "101")) {
      assertEquals(403, clerk.get(PATH).statusCode());
      assertEquals(403, clerk.post(PATH, Map.of("day", "2031-03-03")).statusCode());
      assertEquals(403, clerk.get("/api/second-skills").statusCode());
    }
  }

  @Test
  void secondSkillsAreAdvisedFromFiveDaysOn() {
    day();
    JsonNode early = Browser.json(manager.get("/api/second-skills"));
    assertEquals(1, early.path("days").asInt());
    assertEquals(5, early.path("daysNeeded").asInt());
    assertTrue(early.path("rows").isEmpty());
    for (int i = 1; i < 5; i++) {
      day();
    }
    JsonNode known = Browser.json(manager.get("/api/second-skills"));
    assertEquals(5, known.path("days").asInt());
  }
}
