package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.HallState;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.StateCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Bookings over HTTP: by the platform with its key, by a clerk, and as a file. */
class BookingApiTest {
  private static final String KEY = "Bearer the-platform";
  private static final String NUMBER = "371312199001010014";
  private static final String PHONE = "13900000001";

  private final WebHall.Clock clock = new WebHall.Clock();
  private WebHall hall;
  private Browser platform;

  @BeforeEach
  void open(@TempDir Path folder) {
    at("2026-11-23T09:00");
    hall = new WebHall(ReadyHalls.trial(), folder, clock, 0, List.of());
    platform = new Browser(hall);
  }

  @AfterEach
  void close() {
    platform.close();
    hall.close();
  }

  @Test
  void thePlatformBooksUnderItsOwnIdAndARepeatChangesNothing() {
    JsonNode first = ok(book("p-1", "A", "2026-11-24T09:00", NUMBER));
    long seq = hall.writer.state().seq();
    JsonNode again = ok(book("p-1", "A", "2026-11-24T09:00", NUMBER));
    assertEquals(first, again);
    assertEquals(seq, hall.writer.state().seq());
    assertEquals("BOOKED", first.get("stage").asString());
    assertTrue(first.get("code").asString().matches("[0-9]{4}"));
    assertEquals(first, ok(platform.get("/api/bookings/p-1", "Authorization", KEY)));
  }

  @Test
  void withoutTheRightKeyNothingIsBooked() {
    String path = "/api/bookings/p-1";
    Map<String, ?> body = Map.of("line", "A", "from", "2026-11-24T09:00", "phone", PHONE);
    assertEquals(401, platform.put(path, body).statusCode());
    var wrong = platform.put(path, body, "Authorization", "Bearer other");
    assertEquals("WRONG_KEY", Browser.code(wrong));
    assertEquals(401, platform.get("/api/console", "Authorization", KEY).statusCode());
    assertEquals(401, platform.get("/api/bookings", "Authorization", KEY).statusCode());
    assertTrue(hall.writer.state().bookings().byId().isEmpty());
  }

  @Test
  void everythingWrongWithABookingIsToldAtOnceAndNoNumberIsRepeated() {
    var answer = book("p 1", "Z", "soon", "371312199001010015");
    assertEquals(400, answer.statusCode());
    JsonNode problems = Browser.json(answer).get("problems");
    assertEquals(
        List.of("id", "line", "from", "idNumber"),
        problems.valueStream().map(it -> it.get("field").asString()).toList());
    assertFalse(answer.body().contains("371312199001010015"), answer.body());
  }

  @Test
  void theRulesRefuseWithAReason() {
    ok(book("p-1", "A", "2026-11-24T09:00", NUMBER));
    assertEquals("ALREADY_BOOKED", Browser.code(book("p-2", "A", "2026-11-24T10:00", NUMBER)));
    assertEquals("BOOKING_OFF", Browser.code(book("p-2", "J", "2026-11-24T10:00", NUMBER)));
    assertEquals(
        "UNKNOWN_BOOKING",
        Browser.code(platform.delete("/api/bookings/p-9", "Authorization", KEY)));
  }

  @Test
  void aCancelledBookingFreesItsPlace() {
    ok(book("p-1", "A", "2026-11-24T09:00", NUMBER));
    assertEquals(1, left("A", "2026-11-24T09:00"));
    JsonNode gone = ok(platform.delete("/api/bookings/p-1", "Authorization", KEY));
    assertEquals("CANCELLED", gone.get("stage").asString());
    assertEquals(2, left("A", "2026-11-24T09:00"));
  }

  @Test
  void aLineThatTakesNoBookingsSaysSoAndIsNotFull() {
    assertEquals(2, slot("A", "2026-11-24T09:00").get("of").asInt());
    assertEquals(0, slot("J", "2026-11-24T09:00").get("of").asInt());
    assertEquals(0, left("J", "2026-11-24T09:00"));
  }

  @Test
  void aFileIsBookedWhollyAndOnceMoreChangesNothing() {
    String file =
        "\uFEFF预约编号,业务,时段,身份证号,手机号\r\n"
            + "c-1,A,2026-11-24 09:00,%s,\r\nc-2,B,2026-11-24 09:30,,%s\r\n"
                .formatted(NUMBER, PHONE);
    assertEquals(2, ok(send(file)).size());
    long seq = hall.writer.state().seq();
    assertEquals(2, ok(send(file)).size());
    assertEquals(seq, hall.writer.state().seq());
  }

  @Test
  void aFileWithProblemsTellsThemAllAndBooksNothing() {
    var answer =
        send(
            """
            id,line,from,idNumber,phone
            c-1,A,2026-11-24 09:00,,13900000001
            c-2,Z,2026-11-24 09:00,,1390
            c-3,A,2026-11-24 09:10,,13900000003
            c-1,A,2026-11-25 09:00,,13900000004
            c-5,A
            c-6,A,2026-11-24 10:00,,13900000001
            """);
    assertEquals(400, answer.statusCode());
    assertEquals(
        List.of(3, 3, 4, 5, 6, 7),
        Browser.json(answer)
            .get("problems")
            .valueStream()
            .map(it -> it.get("row").asInt())
            .toList());
    assertFalse(answer.body().contains("1390"), answer.body());
    assertTrue(hall.writer.state().bookings().byId().isEmpty());
    assertEquals("BAD_FILE", Browser.code(send("a,b,c\n1,2,3\n")));
  }

  @Test
  void aClerkBooksAndChecksInAndTheReportTellsTheShare() {
    try (Browser clerk = Browser.of(hall, "101")) {
      Map<String, ?> body = Map.of("line", "A", "from", "2026-11-23T09:30", "phone", PHONE);
      ok(clerk.put("/api/bookings/desk-1", body));
      ok(book("p-2", "A", "2026-11-23T11:30", NUMBER));
      ok(platform.delete("/api/bookings/p-2", "Authorization", KEY));
      hall.issue("B", List.of(), null);
      at("2026-11-23T09:20");
      JsonNode done = ok(clerk.post("/api/bookings/desk-1/check-in"));
      assertTrue(done.get("ticket").asString().endsWith("AP001"));
      JsonNode list = ok(clerk.get("/api/bookings"));
      assertEquals("AP001", list.get(0).get("ticket").asString());
      JsonNode report = ok(clerk.get("/api/report")).get("bookings");
      assertEquals(1, report.get("booked").asInt());
      assertEquals(1, report.get("inTime").asInt());
      assertEquals(1, report.get("cancelled").asInt());
      assertEquals(0.5, report.get("share").asDouble());
    }
  }

  @Test
  void whoBookedIsKeptAsAHashAndSurvivesASnapshot() {
    ok(book("p-1", "A", "2026-11-24T09:00", NUMBER));
    HallState state = hall.writer.state();
    assertTrue(state.bookings().find("p-1").orElseThrow().person().matches("[0-9a-f]{64}"));
    var out = new ByteArrayOutputStream();
    StateCodec.write(state, out);
    assertEquals(state, StateCodec.read(new ByteArrayInputStream(out.toByteArray())));
    assertFalse(out.toString(java.nio.charset.StandardCharsets.UTF_8).contains(NUMBER));
  }

  private int left(String line, String from) {
    return slot(line, from).get("left").asInt();
  }

  private JsonNode slot(String line, String from) {
    return ok(platform.get("/api/slots?line=" + line, "Authorization", KEY))
        .valueStream()
        .flatMap(day -> day.get("slots").valueStream())
        .filter(slot -> slot.get("from").asString().startsWith(from))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> book(String id, String line, String from, String number) {
    return platform.put(
        "/api/bookings/" + id.replace(" ", "%20"),
        Map.of("line", line, "from", from, "idNumber", number),
        "Authorization",
        KEY);
  }

  private HttpResponse<String> send(String file) {
    return platform.post("/api/bookings", file, "Authorization", KEY, "Content-Type", "text/csv");
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Browser.json(answer);
  }

  private void at(String local) {
    clock.set(LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }
}
