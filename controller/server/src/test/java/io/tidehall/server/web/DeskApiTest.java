package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Presence;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A clerk's day over HTTP, repeats and nonsense included. */
class DeskApiTest {
  private WebHall hall;
  private Browser clerk;
  private String line;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    clerk = Browser.of(hall, "101");
    line = hall.writer.state().plan().lines().getFirst().id().value();
  }

  @AfterEach
  void close() {
    clerk.close();
    hall.close();
  }

  @Test
  void aTicketIsCalledServedAndFinished() {
    var ticket = hall.issue(line, List.of(), null);
    act("sign-in", "{}");
    var called = clerk.post("/api/windows/1/next");
    assertEquals(ticket.value(), Browser.json(called).path("ticket").asString());
    assertEquals("called", ticketState());
    act("arrive", "");
    assertEquals("serving", ticketState());
    act("finish", "{\"outcome\":\"DONE_AT_ONCE\"}");
    assertTrue(hall.writer.state().tickets().isEmpty());
  }

  @Test
  void aTicketTakenAtTheCounterGetsASlipOnTheHallsPrinter() {
    clerk.post("/api/tickets", Map.of("line", line), Replies.KEY, "k1");
    var slips = hall.writer.state().slips().values();
    assertEquals(1, slips.size());
    assertEquals(
        io.tidehall.protocol.DeviceRole.TICKET_PRINTER,
        hall.devices.find(slips.iterator().next().printer()).orElseThrow().place().role());
  }

  @Test
  void aSlipComesOutOnceMoreOnlyAtAPrinterThatCanPrintIt() {
    String reprint = "/api/tickets/" + hall.issue(line, List.of(), null) + "/reprint/printer-1";
    var no = clerk.post(reprint);
    assertEquals("PRINTER_NOT_READY", Browser.code(no));
    assertTrue(no.body().contains("号码照样有效"), no.body());
    assertTrue(hall.writer.state().slips().isEmpty());
    var now = Instant.parse("2026-11-23T01:00:00Z");
    hall.devices.note("printer-1", new Presence(true, "ticket-printer", "test", now, null), now);
    assertEquals(200, clerk.post(reprint, "", Replies.KEY, "k1").statusCode());
    hall.devices.note("printer-1", new Presence(false, "ticket-printer", "test", now, null), now);
    assertEquals(200, clerk.post(reprint, "", Replies.KEY, "k1").statusCode(), "as told before");
    assertEquals(1, hall.writer.state().slips().size());
  }

  @Test
  void aRepeatUnderTheSameKeyGetsTheSameTicketAndIssuesNoOther() {
    var body = Map.of("line", line);
    var first = clerk.post("/api/tickets", body, Replies.KEY, "k1");
    var again = clerk.post("/api/tickets", body, Replies.KEY, "k1");
    assertEquals(
        Browser.json(first).path("ticket").asString(),
        Browser.json(again).path("ticket").asString());
    assertEquals(1, hall.writer.state().tickets().size());
    clerk.post("/api/tickets", body, Replies.KEY, "k2");
    assertEquals(2, hall.writer.state().tickets().size());
  }

  @Test
  void callNextTwiceUnderOneKeyCallsOneTicket() {
    hall.issue(line, List.of(), null);
    hall.issue(line, List.of(), null);
    act("sign-in", "{}");
    var first = clerk.post("/api/windows/1/next", "", Replies.KEY, "press");
    var again = clerk.post("/api/windows/1/next", "", Replies.KEY, "press");
    assertEquals(first.body(), again.body());
    assertEquals(1, waiting());
  }

  @Test
  void theSameKeyOfTwoPeopleIsTwoRequests() {
    try (var other = Browser.of(hall, "102")) {
      clerk.post("/api/tickets", Map.of("line", line), Replies.KEY, "k");
      other.post("/api/tickets", Map.of("line", line), Replies.KEY, "k");
    }
    assertEquals(2, hall.writer.state().tickets().size());
  }

  @Test
  void aRefusalSaysWhyToProgramsAndToPeople() {
    act("sign-in", "{}");
    var refused = clerk.post("/api/windows/1/recall");
    assertEquals(409, refused.statusCode());
    var problem = Browser.json(refused);
    assertEquals("WINDOW_HAS_NO_TICKET", problem.path("code").asString());
    assertEquals("窗口当前没有号", problem.at("/message/zh").asString());
    assertTrue(problem.path("detail").asString().startsWith("Expected a ticket at window 1, but"));
  }

  @Test
  void aClerkActsOnlyAtHerOwnWindow() {
    act("sign-in", "{}");
    try (var other = Browser.of(hall, "102")) {
      assertEquals("NOT_YOUR_WINDOW", Browser.code(other.post("/api/windows/1/next")));
      assertEquals("WINDOW_TAKEN", Browser.code(other.post("/api/windows/1/sign-in", "{}")));
      assertEquals(
          "MAY_NOT_STAND_IN",
          Browser.code(other.post("/api/windows/2/sign-in", Map.of("standingInFor", "103"))));
      assertEquals("UNKNOWN_WINDOW", Browser.code(other.post("/api/windows/99/next")));
    }
  }

  @Test
  void whatIsNoJsonOrNotTheRightJsonIsRefusedWithTheReason() {
    act("sign-in", "{}");
    for (String body : List.of("{", "[]", "null", "\"x\"", "")) {
      var answer = clerk.post("/api/windows/1/finish", body);
      assertEquals(400, answer.statusCode(), body);
      assertEquals("BAD_REQUEST", Browser.code(answer), body);
      assertTrue(Browser.json(answer).path("detail").asString().startsWith("Expected"), body);
    }
    var word = clerk.post("/api/windows/1/finish", "{\"outcome\":\"WELL\"}");
    assertEquals(400, word.statusCode());
    assertTrue(Browser.json(word).path("detail").asString().contains("DONE_AT_ONCE"), word.body());
    assertEquals(400, clerk.post("/api/windows/1/transfer", "{\"place\":\"END\"}").statusCode());
    assertEquals(400, clerk.post("/api/windows/%20/next").statusCode());
  }

  @Test
  void aBodyTooLargeIsRefusedBeforeItIsRead() {
    var answer = clerk.post("/api/tickets", Map.of("line", "x".repeat(100_000)));
    assertEquals(413, answer.statusCode());
    assertEquals("CONTENT_TOO_LARGE", Browser.code(answer));
  }

  @Test
  void anUnknownAddressAndAWrongMethodAreProblemsToo() {
    assertEquals("NOT_FOUND", Browser.code(clerk.get("/api/nothing")));
    assertEquals("METHOD_NOT_ALLOWED", Browser.code(clerk.get("/api/windows/1/next")));
  }

  @Test
  void aTicketsLinkTellsItsPositionAndAGuessedOneNothing() {
    hall.issue(line, List.of(), null);
    var ticket = hall.issue(line, List.of(), null);
    act("sign-in", "{}");
    try (var phone = new Browser(hall)) {
      var position = Browser.json(phone.get("/api/slips/" + hall.links.token(ticket)));
      assertEquals(1, position.path("ahead").asInt());
      assertEquals("waiting", position.path("state").asString());
      var guessed = phone.get("/api/slips/" + ticket.value() + ".guessed");
      assertEquals(404, guessed.statusCode());
      assertEquals("UNKNOWN_LINK", Browser.code(guessed));
    }
  }

  @Test
  void theNextInLineWaitsNoLongerThanWhoeverComesNow() {
    act("sign-in", "{}");
    for (int i = 0; i < 12; i++) {
      hall.issue(line, List.of(), null);
    }
    var console = Browser.json(clerk.get("/api/console"));
    int fresh = console.at("/lines/0/outlook/high").asInt();
    int next = 0;
    int last = 0;
    for (var ticket : console.path("tickets")) {
      int high = ticket.at("/outlook/high").asInt();
      next = ticket.path("rank").asInt() == 1 ? high : next;
      last = ticket.path("rank").asInt() == 12 ? high : last;
    }
    assertTrue(next < last && last <= fresh, next + " " + last + " " + fresh);
  }

  @Test
  void choicesTellWhomTheClerkMayStandInForAndTheRulesToCountDownBy() {
    var choices = Browser.json(clerk.get("/api/choices"));
    assertEquals("102", choices.at("/standIns/0/word").asString());
    assertEquals(3, choices.at("/rules/calls").asInt());
    assertEquals(20, choices.at("/rules/recallGapSeconds").asInt());
    assertEquals(8, choices.path("outcomes").size());
  }

  @Test
  void aManagerChangesAWindowAndPutsItBack() {
    try (var manager = Browser.of(hall, "100")) {
      var former = window("9");
      var setup = Map.of("kind", "comprehensive", "lines", List.of(line));
      manager.post("/api/windows/9/change", setup);
      assertEquals("comprehensive", window("9").path("kind").asString());
      var back =
          Map.of(
              "kind",
              former.path("kind").asString(),
              "lines",
              former.path("lines").valueStream().map(it -> it.asString()).toList());
      assertEquals(200, manager.post("/api/windows/9/change", back).statusCode());
      assertEquals(former.path("lines"), window("9").path("lines"));
    }
  }

  private int waiting() {
    return Browser.json(clerk.get("/api/console")).at("/today/waiting").asInt();
  }

  private JsonNode window(String number) {
    return Browser.json(clerk.get("/api/console"))
        .path("windows")
        .valueStream()
        .filter(it -> it.path("window").asString().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private String ticketState() {
    return Browser.json(clerk.get("/api/console")).at("/tickets/0/state").asString();
  }

  private void act(String name, String body) {
    var answer = clerk.post("/api/windows/1/" + name, body);
    assertEquals(200, answer.statusCode(), answer.body());
  }
}
