package io.tidehall.server.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.DeviceChange;
import io.tidehall.hall.Event;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Identity;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.HallAnswer.Done;
import io.tidehall.protocol.HallAnswer.Refused;
import io.tidehall.protocol.HallAnswer.TicketExists;
import io.tidehall.protocol.HallAnswer.TicketIssued;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceEdgeTest {
  @TempDir Path folder;
  private EdgeHall hall;

  @BeforeEach
  void open() {
    hall = new EdgeHall(folder, 0);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void aTicketIsIssuedAndItsSlipGoesToTheKiosksPrinter() throws InterruptedException {
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    var issued = assertInstanceOf(TicketIssued.class, hall.ask("kiosk-1", EdgeHall.take("A")));
    assertEquals("A001", issued.ticket().number());
    PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(job);
    String page = Objects.requireNonNull(job.slip().link());
    assertEquals(issued.ticket(), Objects.requireNonNull(job.slip().ticket()).with(page));
    assertTrue(page.startsWith("http://hall/t/"));
  }

  @Test
  void aHallThatAsksGivesEachPersonOneLiveTicketOfALine() {
    hall.recognises(Identity.ID_CARD);
    assertEquals("IDENTITY_NEEDED", refused(hall.ask("kiosk-1", EdgeHall.take("A"))));
    var as = new Act.TakeTicket("A", List.of(), null, "hash-1", Language.ZH);
    var first = assertInstanceOf(TicketIssued.class, hall.ask("kiosk-1", as));
    var again = assertInstanceOf(TicketExists.class, hall.ask("kiosk-1", as));
    assertEquals(first.ticket().id(), again.ticket().id());
    await()
        .until(
            () -> {
              var status = hall.retained(Topics.HALL, HallStatus.class);
              return status != null
                  && List.of(io.tidehall.protocol.Identity.ID_CARD).equals(status.identity());
            });
  }

  @Test
  void severalItemsComeOntoOneTicketInALineWhoseWindowsDoThemAll() throws InterruptedException {
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    signIn("9", "101");
    var both = List.of(hall.itemOf("A"), hall.itemOf("B"));
    assertEquals(
        new HallAnswer.LineFor("B"),
        hall.ask("kiosk-1", new Act.AskLine(both)),
        "window 9 takes A alone");
    var issued =
        assertInstanceOf(
            TicketIssued.class,
            hall.ask("kiosk-1", new Act.TakeTicket("B", both, null, null, Language.ZH)));
    assertEquals(2, issued.ticket().items().size());
    PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(job);
    assertEquals(2, Objects.requireNonNull(job.slip().ticket()).items().size());
  }

  @Test
  void whatNoLineTakesTogetherIsRefusedAndOnlyKiosksAsk() {
    signIn("9", "101");
    signIn("10", "102");
    var apart = new Act.AskLine(List.of(hall.itemOf("A"), hall.itemOf("C")));
    assertEquals("ITEMS_APART", refused(hall.ask("kiosk-1", apart)));
    assertEquals("NOT_ALLOWED", refused(hall.ask("pad-1", apart)));
    assertEquals(0, hall.writer.state().tickets().size());
  }

  @Test
  void anItemsListIsPrintedWithoutATicketOnceThePrinterIsThere() throws InterruptedException {
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    var item = hall.setup.catalogue(1).items().stream().filter(it -> !it.materials().isEmpty());
    var wanted = new Act.PrintList(item.findFirst().orElseThrow().id(), Language.ZH);
    assertEquals("PRINTER_NOT_READY", refused(hall.ask("kiosk-1", wanted)));
    comesOnline("printer-1");
    await().until(() -> hall.devices.find("printer-1").orElseThrow().readyToPrint());
    assertInstanceOf(HallAnswer.Done.class, hall.ask("kiosk-1", wanted));
    PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(job);
    assertEquals(Slip.Purpose.LIST, job.slip().purpose());
    assertEquals(wanted.item(), Objects.requireNonNull(job.slip().item()).id());
    assertEquals(0, hall.writer.state().tickets().size());
    assertEquals(
        "UNKNOWN_ITEM", refused(hall.ask("kiosk-1", new Act.PrintList("no-such", Language.ZH))));
  }

  @Test
  void aTestPageIsAnsweredWhenThePrinterHasToldWhatBecameOfIt() throws InterruptedException {
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    var page = new Act.PrintTestPage(Language.EN);
    assertEquals("PRINTER_NOT_READY", refused(hall.ask("kiosk-1", page)));
    comesOnline("printer-1");
    await().until(() -> hall.devices.find("printer-1").orElseThrow().readyToPrint());
    Set<String> seen = new HashSet<>();
    for (var end : List.of(Act.ReportPrint.Outcome.PRINTED, Act.ReportPrint.Outcome.UNKNOWN)) {
      var request = new DeviceRequest("test-" + end, EdgeHall.MORNING, page);
      hall.send("kiosk-1", Codec.encode(request));
      PrintJob job = Objects.requireNonNull(jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS));
      while (!seen.add(job.id())) {
        // A printer that comes online is sent again what it has not told the end of.
        job = Objects.requireNonNull(jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      assertEquals(Slip.Purpose.TEST_PAGE, job.slip().purpose());
      assertEquals(Language.EN, job.slip().language());
      hall.ask("printer-1", new Act.ReportPrint(job.id(), end, ""));
      HallAnswer.Reply told = hall.answer("kiosk-1").reply();
      assertEquals(
          end == Act.ReportPrint.Outcome.PRINTED ? "" : "NOT_PRINTED",
          told instanceof Done ? "" : refused(told));
      assertEquals(told, hall.ask("kiosk-1", request), "a repeat is told the same");
    }
  }

  @Test
  void aNewRollOfPaperIsRecordedOfThePrinterBesideAKiosk() {
    assertEquals("NOT_ALLOWED", refused(hall.ask("pad-1", new Act.ReportNewRoll())));
    assertInstanceOf(Done.class, hall.ask("kiosk-1", new Act.ReportNewRoll()));
    assertEquals(Set.of("printer-1"), hall.writer.state().rolls().keySet());
  }

  @Test
  void theDoorOfAKioskIsRecordedWithTheTimeAtWhichItWasOpened() {
    Instant opened = EdgeHall.MORNING.minusSeconds(3600).plusMillis(250);
    assertEquals("NOT_ALLOWED", refused(hall.ask("pad-1", new Act.ReportDoor(true, opened))));
    var heard = new CopyOnWriteArrayList<Event>();
    hall.writer.addAnnouncer((_, entries) -> entries.forEach(it -> heard.addAll(it.events())));
    assertInstanceOf(Done.class, hall.ask("kiosk-1", new Act.ReportDoor(true, opened)));
    assertEquals(
        List.of(
            new Event.DeviceChanged("kiosk-1", DeviceChange.DOOR_OPENED, "2026-11-23 09:00:00")),
        heard);
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndMakesNoSecondTicket() {
    var request = new DeviceRequest("r-1", EdgeHall.MORNING, EdgeHall.take("A"));
    HallAnswer.Reply first = hall.ask("kiosk-1", request);
    assertEquals(first, hall.ask("kiosk-1", request));
    assertEquals(1, hall.writer.state().tickets().size());
  }

  @Test
  void aRefusedRequestStaysRefusedWhenItIsRepeated() {
    var request = new DeviceRequest("r-2", EdgeHall.MORNING, new Act.PressCallPad(Act.Button.NEXT));
    assertEquals("WINDOW_NOT_STAFFED", refused(hall.ask("call-1", request)));
    hall.staff("1", "101");
    assertEquals("WINDOW_NOT_STAFFED", refused(hall.ask("call-1", request)));
  }

  @Test
  void anUnknownLineIsRefusedInWords() {
    var no = assertInstanceOf(Refused.class, hall.ask("kiosk-1", EdgeHall.take("Z9")));
    assertEquals("UNKNOWN_LINE", no.code());
    assertTrue(no.because().zh().contains("重新选择"), no.because().zh());
  }

  @Test
  void malformedRequestsAreCountedAndChangeNothing() {
    long seq = hall.writer.state().seq();
    hall.send("kiosk-1", "{\"id\":".getBytes(StandardCharsets.UTF_8));
    hall.send(
        "kiosk-1",
        "{\"id\":\"x\",\"act\":{\"type\":\"Explode\"}}".getBytes(StandardCharsets.UTF_8));
    hall.send("kiosk-1", new byte[Codec.MAX_DEVICE_MESSAGE + 1]);
    await().until(() -> hall.edge.counts().malformed() == 3);
    assertEquals(seq, hall.writer.state().seq());
    assertInstanceOf(TicketIssued.class, hall.ask("kiosk-1", EdgeHall.take("A")));
  }

  @Test
  void aWishThatComesTooLateIsRefusedAndCounted() {
    hall.at(EdgeHall.MORNING.plus(Duration.ofMinutes(5)));
    assertEquals(
        "TOO_LATE",
        refused(
            hall.ask("kiosk-1", new DeviceRequest("old", EdgeHall.MORNING, EdgeHall.take("A")))));
    assertEquals(1, hall.edge.counts().late());
    assertTrue(hall.writer.state().tickets().isEmpty());
  }

  @Test
  void aRoleMayOnlyDoWhatItIsFor() {
    assertEquals("NOT_ALLOWED", refused(hall.ask("pad-1", EdgeHall.take("A"))));
    assertEquals(
        "NOT_ALLOWED", refused(hall.ask("kiosk-1", new Act.PressCallPad(Act.Button.NEXT))));
    assertEquals(2, hall.edge.counts().foreign());
  }

  @Test
  void aStrangersRequestIsDroppedAndCounted() {
    hall.send(
        "stranger", Codec.encode(new DeviceRequest("s", EdgeHall.MORNING, EdgeHall.take("A"))));
    await().until(() -> hall.edge.counts().foreign() == 1);
    assertTrue(hall.writer.state().tickets().isEmpty());
  }

  @Test
  void aPersonWithALiveTicketIsShownItAgain() {
    var act = new Act.TakeTicket("A", List.of(), null, "person-1", Language.ZH);
    var issued = assertInstanceOf(TicketIssued.class, hall.ask("kiosk-1", act));
    var exists = assertInstanceOf(TicketExists.class, hall.ask("kiosk-1", act));
    assertEquals(issued.ticket().number(), exists.ticket().number());
  }

  @Test
  void theCallPadWorksAWindowFromNextToTheRating() {
    hall.staff("1", "101");
    hall.ask("kiosk-1", EdgeHall.take("A"));
    for (var button : List.of(Act.Button.NEXT, Act.Button.ARRIVED, Act.Button.FINISH)) {
      assertInstanceOf(Done.class, hall.ask("call-1", new Act.PressCallPad(button)));
    }
    await()
        .untilAsserted(
            () -> {
              WindowState state = hall.retained(Topics.window("1"), WindowState.class);
              assertNotNull(state);
              assertNotNull(state.rating());
            });
    WindowState state = hall.retained(Topics.window("1"), WindowState.class);
    assertNotNull(state);
    var invitation = state.rating();
    assertNotNull(invitation);
    var rating = new Act.RateService(invitation.service(), 5, List.of(), "");
    assertInstanceOf(Done.class, hall.ask("pad-1", rating));
    assertEquals("ALREADY_RATED", refused(hall.ask("pad-1", rating)));
  }

  @Test
  void theCallPadFinishesWithAdviceToo() {
    hall.staff("1", "101");
    hall.ask("kiosk-1", EdgeHall.take("A"));
    for (var button : List.of(Act.Button.NEXT, Act.Button.ARRIVED, Act.Button.FINISH_ADVICE)) {
      assertInstanceOf(Done.class, hall.ask("call-1", new Act.PressCallPad(button)));
    }
    assertTrue(hall.writer.state().windows().get(new WindowId("1")) instanceof Window.Free);
  }

  @Test
  void theCallPadRaisesOneEmergencyInTheNameOfTheClerk() {
    hall.staff("1", "101");
    for (int i = 0; i < 2; i++) {
      var act = new Act.PressCallPad(Act.Button.EMERGENCY);
      assertInstanceOf(Done.class, hall.ask("call-1", act));
    }
    var raised = List.copyOf(hall.writer.state().staff().emergencies().values());
    assertEquals(1, raised.size());
    assertEquals("101", raised.getFirst().raisedBy());
  }

  @Test
  void padAndConsoleAtOneWindowGetTheSameAnswersInTheSameWords() {
    hall.staff("1", "101");
    hall.ask("kiosk-1", EdgeHall.take("A"));
    hall.submit(Actor.clerk("101"), new Command.CallNext(new WindowId("1")));
    var pad = hall.ask("call-1", new Act.PressCallPad(Act.Button.NEXT));
    assertEquals("WINDOW_BUSY", refused(pad));
    hall.submit(Actor.clerk("101"), new Command.Arrive(new WindowId("1")));
    assertInstanceOf(Done.class, hall.ask("call-1", new Act.PressCallPad(Act.Button.FINISH)));
  }

  @Test
  void aSlipIsSentAgainWhenThePrinterComesBackUntilItsEndIsTold() throws InterruptedException {
    hall.ask("kiosk-1", EdgeHall.take("A"));
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    comesOnline("printer-1");
    PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(job);
    hall.ask("printer-1", new Act.ReportPrint(job.id(), Act.ReportPrint.Outcome.PRINTED, ""));
    assertTrue(hall.writer.state().slips().isEmpty());
    // What was sent before it had ended may come until the next slip does.
    hall.ask("kiosk-1", EdgeHall.take("B"));
    jobsUntil(jobs, "B001");
    comesOnline("printer-1");
    hall.ask("kiosk-1", EdgeHall.take("C"));
    List<String> sent = jobsUntil(jobs, "C001");
    assertFalse(sent.contains("A001"), "an ended job was sent again: " + sent);
  }

  /** The numbers of the slips that come, up to one. */
  private static List<String> jobsUntil(BlockingQueue<PrintJob> jobs, String number)
      throws InterruptedException {
    List<String> numbers = new ArrayList<>();
    while (!numbers.contains(number)) {
      PrintJob job = jobs.poll(EdgeHall.PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(job, "no slip of " + number);
      numbers.add(Objects.requireNonNull(job.slip().ticket()).number());
    }
    return numbers;
  }

  @Test
  void aSlipThatCannotBeMadeHoldsUpNoOther() {
    hall.staff("1", "101");
    returns("longer than any slip takes".repeat(20));
    returns("of another hall");
    assertEquals(8, hall.writer.state().slips().size(), "two tickets and twice three copies");
    assertEquals(3, notices(3).size());
  }

  @Test
  void aTabInANoticeOfAnOldJournalIsASpaceOnPaper() {
    hall.staff("1", "101");
    returns("a tab\tof an old journal");
    assertEquals(
        Set.of("a tab of an old journal"),
        notices(3).stream().map(Slip.Notice::reason).collect(Collectors.toSet()));
  }

  @Test
  void aTabInAPauseOfAnOldJournalIsASpaceOnDisplays() {
    hall.staff("1", "101");
    hall.submit(
        Actor.clerk("101"), new Command.Pause(new WindowId("1"), "a tab\tof an old journal", null));
    await()
        .untilAsserted(
            () -> {
              BoardState board = hall.retained(Topics.BOARD, BoardState.class);
              assertNotNull(board);
              WindowState.Pause pause = board.windows().getFirst().pause();
              assertNotNull(pause);
              assertEquals("a tab of an old journal", pause.reason().zh());
            });
  }

  /** The copies that a printer gets that comes online, once there are so many. */
  private List<Slip.Notice> notices(int many) {
    BlockingQueue<PrintJob> jobs = hall.jobs("printer-1");
    comesOnline("printer-1");
    List<Slip.Notice> copies = new CopyOnWriteArrayList<>();
    await()
        .until(
            () -> {
              List<PrintJob> came = new ArrayList<>();
              jobs.drainTo(came);
              for (PrintJob job : came) {
                Slip.Notice notice = job.slip().notice();
                if (notice != null) {
                  copies.add(notice);
                }
              }
              return copies.size() >= many;
            });
    return copies;
  }

  /** Window 1 serves a visitor and makes out a notice of what it returns. */
  private void returns(String reason) {
    var window = new WindowId("1");
    hall.ask("kiosk-1", EdgeHall.take("A"));
    hall.submit(Actor.clerk("101"), new Command.CallNext(window));
    hall.submit(Actor.clerk("101"), new Command.Arrive(window));
    hall.submit(
        Actor.clerk("101"),
        new Command.Finish(
            window,
            Outcome.RETURNED,
            reason,
            new Command.Telling(List.of(), List.of(), "printer-1", "zh-CN")));
  }

  private void comesOnline(String device) {
    hall.link(device)
        .publishState(
            Topics.presence(device),
            Codec.encode(new Presence(true, "test", "1", EdgeHall.MORNING, null)));
  }

  private void signIn(String window, String clerk) {
    hall.submit(Actor.system(), new Command.SignIn(new WindowId(window), new ClerkId(clerk), null));
  }

  private static String refused(HallAnswer.Reply reply) {
    return assertInstanceOf(Refused.class, reply).code();
  }
}
