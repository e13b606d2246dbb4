package io.tidehall.server.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.plan.LineId;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceSetup.WithoutPaper;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.HallAnswer.Refused;
import io.tidehall.protocol.HallAnswer.TicketExists;
import io.tidehall.protocol.HallAnswer.TicketIssued;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hall does with who wants a ticket while the kiosk's printer cannot print. */
class WithoutPaperTest {
  private static final Act.TakeTicket BY_CARD =
      new Act.TakeTicket("A", List.of(), null, "hash-1", Language.ZH);

  @TempDir Path folder;
  private EdgeHall hall;

  @BeforeEach
  void aPrinterThatIsWell() {
    hall = new EdgeHall(folder, 0);
    hall.link("printer-1")
        .publishState(
            Topics.presence("printer-1"),
            Codec.encode(new Presence(true, "test", "1", EdgeHall.MORNING, null)));
    printer(Paper.OK);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void aNumberOnTheScreenIsDurableAndNothingIsPrintedNeitherNowNorLater()
      throws InterruptedException {
    rule(WithoutPaper.SCREEN);
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    for (var faults : List.of(List.<String>of(), List.of("cutter"), List.of("cover-open"))) {
      printer(faults.isEmpty() ? Paper.OUT : Paper.OK, faults);
      var issued = issued(hall.ask("kiosk-1", EdgeHall.take("A")));
      assertEquals(false, issued.slip(), faults.toString());
      String link = issued.ticket().link();
      assertNotNull(link);
      assertTrue(link.startsWith("http://hall/t/"), link);
    }
    assertEquals(3, hall.writer.state().tickets().size());
    assertTrue(hall.writer.state().slips().isEmpty());
    printer(Paper.OK);
    var next = issued(hall.ask("kiosk-1", EdgeHall.take("A")));
    assertEquals(true, next.slip());
    PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(job);
    assertEquals(next.ticket().id(), ticket(job), "the first slip is that of the first with paper");
  }

  @Test
  void aPrinterThatIsGoneIsAsOneWithoutPaper() {
    rule(WithoutPaper.SCREEN);
    gone();
    assertEquals(false, issued(hall.ask("kiosk-1", EdgeHall.take("A"))).slip());
    rule(WithoutPaper.REFUSE);
    refused(hall.ask("kiosk-1", EdgeHall.take("A")));
    assertEquals(1, hall.writer.state().tickets().size());
  }

  @Test
  void aHallThatRefusesTakesNobodyEvenWhenTheKioskHasNotHeardOfItYet() {
    for (var rule : Arrays.asList(WithoutPaper.REFUSE, null)) {
      rule(rule);
      printer(Paper.OK);
      assertEquals(true, issued(hall.ask("kiosk-1", EdgeHall.take("A"))).slip());
      printer(Paper.OUT);
      var no = refused(hall.ask("kiosk-1", EdgeHall.take("A")));
      assertTrue(no.because().zh().contains("咨询窗口"), no.because().zh());
    }
    assertEquals(2, hall.writer.state().tickets().size());
    assertEquals(2, hall.writer.state().slips().size());
  }

  @Test
  void whatWasAcceptedStaysSoWhenItIsAskedAgainWithoutPaper() {
    rule(WithoutPaper.REFUSE);
    var request = new DeviceRequest("r-1", EdgeHall.MORNING, EdgeHall.take("A"));
    HallAnswer.Reply first = hall.ask("kiosk-1", request);
    printer(Paper.OUT);
    assertEquals(first, hall.ask("kiosk-1", request));
    rule(WithoutPaper.SCREEN);
    assertEquals(first, hall.ask("kiosk-1", request), "its slip is still to come");
    assertEquals(1, hall.writer.state().tickets().size());
  }

  @Test
  void whoBookedChecksInWithoutASlip() {
    book("p-1");
    book("p-2");
    printer(Paper.OUT);
    rule(WithoutPaper.REFUSE);
    refused(hall.ask("kiosk-1", new Act.CheckIn("p-1", Language.ZH)));
    rule(WithoutPaper.SCREEN);
    assertEquals(false, issued(hall.ask("kiosk-1", new Act.CheckIn("p-1", Language.ZH))).slip());
    assertTrue(hall.writer.state().slips().isEmpty());
    printer(Paper.OK);
    assertEquals(true, issued(hall.ask("kiosk-1", new Act.CheckIn("p-2", Language.ZH))).slip());
  }

  @Test
  void itsSlipIsPrintedLaterForWhoeverAsksAndIsRefusedKindlyUntilThen()
      throws InterruptedException {
    rule(WithoutPaper.SCREEN);
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    printer(Paper.OUT);
    var issued = issued(hall.ask("kiosk-1", BY_CARD));
    var exists = assertInstanceOf(TicketExists.class, hall.ask("kiosk-1", BY_CARD));
    assertEquals(issued.ticket().number(), exists.ticket().number());
    var again = new Act.ReprintSlip(issued.ticket().id(), Language.ZH);
    var no = refused(hall.ask("kiosk-1", again));
    assertTrue(no.because().zh().contains("号码照样有效"), no.because().zh());
    printer(Paper.OK);
    assertInstanceOf(HallAnswer.Done.class, hall.ask("kiosk-1", again));
    PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(job);
    assertEquals(Slip.Purpose.REPRINT, job.slip().purpose());
    assertEquals(issued.ticket().id(), ticket(job));
  }

  private void rule(@Nullable WithoutPaper rule) {
    hall.devices.place(
        new DevicePlace(
            "kiosk-1",
            DeviceRole.KIOSK,
            null,
            "printer-1",
            null,
            null,
            List.of(),
            new DeviceSetup.Kiosk(null, null, rule)));
  }

  private void printer(Paper paper) {
    printer(paper, List.of());
  }

  private void printer(Paper paper, List<String> faults) {
    var status = new DeviceStatus(EdgeHall.MORNING, 60, paper, faults);
    hall.link("printer-1").publishState(Topics.status("printer-1"), Codec.encode(status));
    await().until(() -> status.equals(hall.devices.find("printer-1").orElseThrow().status()));
  }

  private void gone() {
    hall.link("printer-1")
        .publishState(
            Topics.presence("printer-1"),
            Codec.encode(new Presence(false, "test", "1", EdgeHall.MORNING, null)));
    await().until(() -> !hall.devices.find("printer-1").orElseThrow().online());
  }

  private void book(String id) {
    var slot = LocalDateTime.parse("2026-11-23T10:30");
    assertInstanceOf(
        Decision.Accepted.class,
        hall.submit(Actor.platform(), new Command.Book(id, new LineId("A"), List.of(), slot, id, 7))
            .decision());
  }

  private static TicketIssued issued(HallAnswer.Reply reply) {
    return assertInstanceOf(TicketIssued.class, reply);
  }

  private static Refused refused(HallAnswer.Reply reply) {
    var no = assertInstanceOf(Refused.class, reply);
    assertEquals("PRINTER_NOT_READY", no.code());
    return no;
  }

  private static String ticket(PrintJob job) {
    var ticket = job.slip().ticket();
    assertNotNull(ticket);
    return ticket.id();
  }
}
