package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.PendingSlip;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Presence;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Notices over HTTP: what is told, on which printer, and what the report makes of it. */
class NoticeApiTest {
  private WebHall hall;
  private Browser clerk;
  private String line;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    clerk = Browser.of(hall, "101");
    line = hall.writer.state().plan().lines().getFirst().id().value();
    act("sign-in", Map.of());
  }

  @AfterEach
  void close() {
    clerk.close();
    hall.close();
  }

  @Test
  void whatIsMissingIsToldInThreeCopiesOnTheHallsPrinter() {
    serve();
    act("finish", Map.of("outcome", "SUPPLEMENT", "list", List.of("身份证", "户口簿")));
    assertEquals(List.of("printer-1", "printer-1", "printer-1"), printers());
    JsonNode notice = notice();
    assertEquals("SUPPLEMENT", notice.path("outcome").asString());
    assertEquals("户口簿", notice.at("/list/1").asString());
    assertEquals("printing", notice.path("print").asString());
    end(Command.SlipEnd.PRINTED);
    assertEquals("printed", notice().path("print").asString());
  }

  @Test
  void aPrinterAtTheCounterPrintsWhatIsMadeOutThere() {
    hall.devices.add(new DevicePlace("printer-of-1", DeviceRole.TICKET_PRINTER, "1", null));
    serve();
    act("finish", Map.of("outcome", "RETURNED", "reason", "不在本镇"));
    assertEquals(Collections.nCopies(3, "printer-of-1"), printers());
    clerk.post("/api/tickets", Map.of("line", line));
    assertTrue(printers().contains("printer-1"), "a ticket comes out at the hall's printer");
  }

  @Test
  void aDoubtfulCopyIsShownAndPrintedOnceMoreOnAsking() {
    serve();
    act("finish", Map.of("outcome", "JOINT", "list", List.of("3号窗口")));
    end(Command.SlipEnd.UNKNOWN);
    assertEquals("doubtful", notice().path("print").asString());
    String number = notice().path("number").asString();
    assertEquals(200, clerk.post("/api/notices/" + number + "/reprint?window=1").statusCode());
    assertEquals(3, printers().size());
    assertTrue(hall.writer.state().slips().values().stream().allMatch(PendingSlip::reprint));
    assertEquals("UNKNOWN_NOTICE", Browser.code(clerk.post("/api/notices/20200101-001/reprint")));
  }

  @Test
  void aNoticeWithoutItsListOrReasonIsRefusedAndTheServiceGoesOn() {
    serve();
    assertEquals("LIST_MISSING", code(Map.of("outcome", "SUPPLEMENT")));
    assertEquals("REASON_MISSING", code(Map.of("outcome", "RETURNED")));
    assertEquals(
        "BAD_REQUEST",
        code(Map.of("outcome", "JOINT", "list", Collections.nCopies(41, "department"))));
    act("finish", Map.of("outcome", "SUPPLEMENT", "reason", "缺户口簿"));
    assertEquals("缺户口簿", notice().at("/list/0").asString());
  }

  @Test
  void aTabPastedIntoANoticeIsASpaceOnPaper() {
    serve();
    act(
        "finish",
        Map.of("outcome", "SUPPLEMENT", "reason", "样表\t见背面", "list", List.of("户口簿\u0007原件\t1份")));
    var notice = hall.writer.state().staff().notices().values().iterator().next().notice();
    assertEquals("样表 见背面", notice.reason());
    assertEquals(List.of("户口簿 原件 1份"), notice.list());
  }

  @Test
  void theReportCountsNoticesAndWhatWasMissingMostOften() {
    for (String missing : List.of("户口簿", "身份证", "户口簿")) {
      serve();
      act("finish", Map.of("outcome", "SUPPLEMENT", "list", List.of(missing)));
    }
    end(Command.SlipEnd.PRINTED);
    try (var manager = Browser.of(hall, "100")) {
      JsonNode notices = Browser.json(manager.get("/api/report")).path("notices");
      assertEquals(3, notices.at("/issued/SUPPLEMENT").asInt(), notices.toString());
      assertEquals(0, notices.path("notPrinted").asInt());
      assertEquals("户口簿", notices.at("/missing/0/paper").asString());
      assertEquals(2, notices.at("/missing/0/times").asInt());
    }
  }

  @Test
  void whatAnItemNeedsIsPrintedAtTheCounter() {
    String item = hall.writer.state().plan().lines().getFirst().items().getFirst();
    String list = "/api/items/" + item + "/list?window=1";
    assertEquals("PRINTER_NOT_READY", Browser.code(clerk.post(list)));
    assertEquals(List.of(), printers(), "nothing comes out an hour later");
    Instant now = hall.clock.instant();
    hall.devices.note("printer-1", new Presence(true, "test", "1", now, null), now);
    assertEquals(200, clerk.post(list).statusCode());
    assertEquals(List.of("printer-1"), printers());
    assertEquals("UNKNOWN_ITEM", Browser.code(clerk.post("/api/items/none/list")));
  }

  private void serve() {
    hall.issue(line, List.of(), null);
    act("next", Map.of());
    act("arrive", Map.of());
  }

  private List<String> printers() {
    return hall.writer.state().slips().values().stream().map(PendingSlip::printer).toList();
  }

  private void end(Command.SlipEnd end) {
    for (String job : List.copyOf(hall.writer.state().slips().keySet())) {
      hall.submit(Actor.device("printer-1"), new Command.EndSlip(job, end, ""));
    }
  }

  private JsonNode notice() {
    return Browser.json(clerk.get("/api/console")).at("/staff/notices/0");
  }

  private String code(Map<String, ?> body) {
    return Browser.code(clerk.post("/api/windows/1/finish", body));
  }

  private void act(String name, Map<String, ?> body) {
    var answer = clerk.post("/api/windows/1/" + name, body);
    assertEquals(200, answer.statusCode(), answer.body());
  }
}
