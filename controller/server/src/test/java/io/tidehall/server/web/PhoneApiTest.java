package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.rating.OpenRating.Stage;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A ticket in its holder's hand, by its link alone. */
class PhoneApiTest {
  private static final WindowId WINDOW = new WindowId("1");

  private WebHall hall;
  private Browser phone;
  private String line;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    phone = new Browser(hall);
    line = hall.writer.state().plan().lines().getFirst().id().value();
    var clerk = new ClerkId("101");
    hall.submit(Actor.clerk("101"), new Command.SignIn(WINDOW, clerk, null));
  }

  @AfterEach
  void close() {
    phone.close();
    hall.close();
  }

  @Test
  void aWaitingTicketIsCancelledOnceForAllAttempts() {
    TicketId ticket = issue();
    assertEquals(200, post(ticket, "cancel").statusCode());
    assertTrue(hall.writer.state().findTicket(ticket).isEmpty());
    long seq = hall.writer.state().seq();
    assertEquals(200, post(ticket, "cancel").statusCode(), "a second tap hears the same");
    assertEquals(seq, hall.writer.state().seq());
    assertEquals("cancelled", look(ticket).path("state").asString());
  }

  @Test
  void aCalledTicketIsNotCancelledAndSaysWhy() {
    TicketId ticket = issue();
    hall.submit(Actor.clerk("101"), new Command.CallNext(WINDOW));
    var answer = post(ticket, "cancel");
    assertEquals(409, answer.statusCode());
    assertEquals("TICKET_NOT_WAITING", Browser.code(answer));
    assertEquals("called", look(ticket).path("state").asString());
  }

  @Test
  void aTicketStandsBackOnceAndTellsItsNewPlace() {
    TicketId ticket = issue();
    for (int i = 0; i < 5; i++) {
      issue();
    }
    JsonNode before = look(ticket);
    assertEquals(5, before.path("behind").asInt());
    assertEquals(3, before.path("delay").asInt());
    assertEquals(200, post(ticket, "delay").statusCode());
    JsonNode after = look(ticket);
    assertEquals(before.path("ahead").asInt() + 3, after.path("ahead").asInt());
    assertTrue(after.path("delayed").asBoolean());
    assertEquals(0, after.path("delay").asInt());
    assertEquals("DELAY_USED_UP", Browser.code(post(ticket, "delay")));
  }

  @Test
  void theLastOfTheLineIsToldThatNobodyIsBehind() {
    TicketId ticket = issue();
    assertEquals(0, look(ticket).path("behind").asInt());
    var answer = post(ticket, "delay");
    assertEquals(409, answer.statusCode());
    assertEquals("NOBODY_BEHIND", Browser.code(answer));
  }

  @Test
  void aServedTicketIsRatedOnceByItsCode() {
    TicketId ticket = served();
    JsonNode asked = look(ticket);
    assertEquals("rate", asked.path("state").asString());
    assertEquals(5, asked.path("rating").path("levels").size());
    assertEquals(409, rate(ticket, Map.of("level", 1)).statusCode(), "a bad one needs a reason");
    assertEquals(
        200, rate(ticket, Map.of("level", 1, "reasons", List.of("115"), "text", "")).statusCode());
    assertEquals(Stage.RATED, stage(ticket));
    assertEquals("rated", look(ticket).path("state").asString());
    assertEquals("ALREADY_RATED", Browser.code(rate(ticket, Map.of("level", 5))));
  }

  @Test
  void whatThePadHasRatedThePhoneDoesNot() {
    TicketId ticket = served();
    hall.submit(
        Actor.device("pad-1"),
        new Command.Rate(ServiceId.of(ticket, 1), 4, List.of(), "", Channel.HALL_PAD));
    assertEquals("rated", look(ticket).path("state").asString());
    assertEquals("ALREADY_RATED", Browser.code(rate(ticket, Map.of("level", 1))));
  }

  @Test
  void aRatingIsTakenUntilTheLastWorkingDayAndRefusedAfterIt() {
    TicketId ticket = served();
    Instant closes = rating(ticket).closesAt();
    hall.clock.set(closes.minusSeconds(1));
    assertEquals("rate", look(ticket).path("state").asString());
    hall.clock.set(closes);
    assertEquals("over", look(ticket).path("state").asString());
    assertEquals("RATING_OVER", Browser.code(rate(ticket, Map.of("level", 5))));
    hall.submit(Actor.system(), new Command.PassTime());
    assertEquals("over", look(ticket).path("state").asString(), "also when it is forgotten");
    assertEquals("UNKNOWN_SERVICE", Browser.code(rate(ticket, Map.of("level", 5))));
  }

  @Test
  void aBadBodyIsRefusedInWords() {
    var answer = phone.post(path(served(), "rate"), "{\"level\":\"best\"}");
    assertEquals(400, answer.statusCode());
    assertEquals("BAD_REQUEST", Browser.code(answer));
  }

  @Test
  void aTicketThatEndedOtherwiseSaysSo() {
    TicketId ticket = issue();
    hall.submit(Actor.manager("admin"), new Command.VoidTicket(ticket, "left"));
    assertEquals("ended", look(ticket).path("state").asString());
    assertEquals("UNKNOWN_TICKET", Browser.code(post(ticket, "delay")));
  }

  @Test
  void anotherSiteActsOnNoTicket() {
    TicketId ticket = issue();
    var answer = phone.post(path(ticket, "cancel"), "", "Origin", "http://elsewhere.example");
    assertEquals("FOREIGN_ORIGIN", Browser.code(answer));
    assertTrue(hall.writer.state().findTicket(ticket).isPresent());
  }

  @Test
  void oneTicketIsActedOnOnlySoOften() {
    TicketId ticket = issue();
    for (int i = 0; i < 6; i++) {
      assertEquals("NOBODY_BEHIND", Browser.code(post(ticket, "delay")));
    }
    var answer = post(ticket, "delay");
    assertEquals(429, answer.statusCode());
    assertFalse(answer.headers().firstValue("Retry-After").isEmpty());
    assertEquals("NOBODY_BEHIND", Browser.code(post(issue(), "delay")), "others act on");
    hall.passed = Duration.ofSeconds(10);
    issue();
    assertEquals("NOBODY_BEHIND", Browser.code(post(issue(), "delay")));
    assertEquals(200, post(ticket, "delay").statusCode());
  }

  @Test
  void whoGuessesLinksIsSlowedDownAndNotToldWhenOneIsRight() {
    TicketId ticket = issue();
    for (int i = 0; i < 20; i++) {
      var answer = phone.get("/api/slips/" + ticket.value() + ".guess" + i);
      assertEquals("UNKNOWN_LINK", Browser.code(answer));
    }
    assertEquals(429, phone.get("/api/slips/" + ticket.value() + ".guess").statusCode());
    assertEquals(429, phone.get(path(ticket, "")).statusCode());
    hall.passed = Duration.ofSeconds(4);
    assertEquals("waiting", look(ticket).path("state").asString());
  }

  @Test
  void nothingPersonalAndNoStaffIsInWhatAPhoneGets() {
    HallPlan plan = hall.writer.state().plan();
    String waiting = phone.get(path(issue(), "")).body();
    String served = phone.get(path(served(), "")).body();
    for (String body : List.of(waiting, served)) {
      assertFalse(body.contains("\"clerk\"") || body.contains("\"101\""), body);
      assertTrue(plan.clerks().stream().noneMatch(it -> body.contains(it.name())), body);
    }
  }

  private TicketId issue() {
    return hall.issue(line, List.of(), null);
  }

  private TicketId served() {
    TicketId ticket = issue();
    var clerk = Actor.clerk("101");
    hall.submit(clerk, new Command.CallTicket(WINDOW, ticket, "test"));
    hall.submit(clerk, new Command.Arrive(WINDOW));
    hall.submit(clerk, new Command.Finish(WINDOW, Outcome.DONE_AT_ONCE, ""));
    return ticket;
  }

  private Stage stage(TicketId ticket) {
    return rating(ticket).stage();
  }

  private OpenRating rating(TicketId ticket) {
    return Objects.requireNonNull(
        hall.writer.state().ratings().get(ServiceId.of(ticket, 1)), "no rating");
  }

  private String path(TicketId ticket, String act) {
    return "/api/slips/" + hall.links.token(ticket) + (act.isEmpty() ? "" : "/" + act);
  }

  private JsonNode look(TicketId ticket) {
    return Browser.json(phone.get(path(ticket, "")));
  }

  private java.net.http.HttpResponse<String> post(TicketId ticket, String act) {
    return phone.post(path(ticket, act));
  }

  private java.net.http.HttpResponse<String> rate(TicketId ticket, Map<String, ?> body) {
    return phone.post(path(ticket, "rate"), body);
  }
}
