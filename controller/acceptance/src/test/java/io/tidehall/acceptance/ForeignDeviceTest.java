package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Devices of another make walk the same chain by the published contract alone. */
class ForeignDeviceTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void aTicketGoesFromAForeignKioskToARatingOnAForeignPad(RunningHall.Broker broker)
      throws Exception {
    Programs.client("mosquitto_pub");
    try (var hall = RunningHall.start(folder.resolve("data"), broker);
        var clerk = hall.staff("101");
        var manager = hall.staff("100")) {
      ForeignDevice kiosk = device(hall, "kiosk-1");
      ForeignDevice printer = device(hall, "printer-1");
      ForeignDevice counter = device(hall, "counter-1");
      ForeignDevice pad = device(hall, "pad-1");
      printer.subscribe(Topics.job("printer-1"));
      JsonNode issued =
          kiosk.ask(
              Map.of("type", "TakeTicket", "line", "A", "items", List.of(), "language", "en"));
      assertEquals("TicketIssued", issued.at("/type").asString(), issued.toString());
      assertEquals("A001", issued.at("/ticket/number").asString());
      JsonNode job = printer.next(Topics.job("printer-1"));
      assertEquals("A001", job.at("/slip/ticket/number").asString(), job.toString());
      JsonNode thanks =
          printer.ask(
              Map.of(
                  "type", "ReportPrint",
                  "job", job.at("/id").asString(),
                  "outcome", "PRINTED",
                  "detail", ""));
      assertEquals("Done", thanks.at("/type").asString(), thanks.toString());
      clerk.post("/api/windows/1/sign-in", Map.of());
      clerk.post("/api/windows/1/next", Map.of());
      JsonNode called = window(counter, "CALLED");
      assertEquals("A001", called.at("/number").asString());
      clerk.post("/api/windows/1/arrive", Map.of());
      clerk.post("/api/windows/1/finish", Map.of("outcome", "DONE_AT_ONCE"));
      String service = toRate(counter).at("/rating/service").asString();
      Map<String, ?> rating =
          Map.of(
              "type",
              "RateService",
              "service",
              service,
              "level",
              4,
              "reasons",
              List.of(),
              "text",
              "");
      assertEquals("Done", pad.ask(rating).at("/type").asString());
      JsonNode twice = pad.ask(rating);
      assertEquals("ALREADY_RATED", twice.at("/code").asString(), twice.toString());
      await("the rating in the report")
          .until(() -> manager.get("/api/report").at("/ratings/levels/4").asInt() == 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyConnectsWithAWrongPasswordOrSpeaksForAnother(RunningHall.Broker broker)
      throws Exception {
    Programs.client("mosquitto_pub");
    try (var hall = RunningHall.start(folder.resolve("data"), broker)) {
      var stranger = new ForeignDevice("kiosk-1", "guessed", hall.broker(), folder);
      var refused = stranger.publish(Topics.request("kiosk-1"), "{}");
      assertNotEquals(0, refused.exit());
      assertTrue(
          refused.out().matches("(?is).*(bad user name|not authori[sz]ed).*"), refused.out());
      long before = hall.controller().writer().state().seq();
      ForeignDevice kiosk = device(hall, "kiosk-1");
      String forged =
          """
          {"id":"f-1","sentAt":"%s","act":{"type":"RateService","service":"s-1","level":5}}
          """
              .formatted(Instant.now());
      kiosk.publish(Topics.request("pad-1"), forged);
      kiosk.publish(Topics.window("1"), "{\"seq\":999999999}");
      // What the kiosk may say arrives, and with it everything said before.
      JsonNode answer =
          kiosk.ask(
              Map.of(
                  "type", "TakeTicket", "line", "nowhere", "items", List.of(), "language", "en"));
      assertEquals("UNKNOWN_LINE", answer.at("/code").asString(), answer.toString());
      assertEquals(before, hall.controller().writer().state().seq());
      assertEquals(0, hall.controller().health().malformed());
      JsonNode window = device(hall, "counter-1").state(Topics.window("1"));
      assertEquals("1", window.at("/window").asString(), window.toString());
    }
  }

  private ForeignDevice device(RunningHall hall, String id) throws Exception {
    return new ForeignDevice(hall.credentials(id), folder);
  }

  /** The window's state, once somebody may rate: what it was before may come late. */
  private static JsonNode toRate(ForeignDevice counter) {
    return await("a rating at window 1")
        .until(
            () -> counter.state(Topics.window("1")),
            state -> !state.at("/rating/service").asString("").isEmpty());
  }

  /** The window's state, once the retained message has come to a stage. */
  private static JsonNode window(ForeignDevice counter, String stage) {
    return await("window 1 " + stage)
        .until(
            () -> counter.state(Topics.window("1")),
            state -> state.at("/stage").asString().equals(stage));
  }
}
