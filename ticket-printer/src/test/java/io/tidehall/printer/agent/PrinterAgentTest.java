package io.tidehall.printer.agent;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.DeviceSession;
import io.tidehall.printer.Slips;
import io.tidehall.printer.emulator.Fault;
import io.tidehall.printer.emulator.PrinterEmulator;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.printer.transport.Transport;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.PrintJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent between the hall and the emulated printer, over a real session and real TCP. */
class PrinterAgentTest {
  private static final PrinterProfile PROFILE = PrinterProfile.named("58mm");
  private static final PrinterAgent.Pace QUICK =
      new PrinterAgent.Pace(Duration.ofMillis(50), Duration.ofMinutes(1));

  /** For a slip that will not come: yet the next one must come within it, on a slow machine too. */
  private static final PrinterAgent.Pace IMPATIENT =
      new PrinterAgent.Pace(QUICK.poll(), Duration.ofSeconds(3));

  /** More commands than the questions before a slip: letters are commands of their own. */
  private static final int SLIP_UNDER_WAY = 20;

  @TempDir Path folder = Path.of("");
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Hall hall = opened(new Hall());
  private final PrinterEmulator emulator = opened(emulator(PROFILE));

  private <T extends AutoCloseable> T opened(T what) {
    open.push(what);
    return what;
  }

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private static PrinterEmulator emulator(PrinterProfile profile) {
    try {
      return PrinterEmulator.start(profile, 0, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Transport tcp() {
    return new TcpTransport(emulator.host(), emulator.port());
  }

  private PrinterAgent start(Transport transport, Path where) throws IOException {
    return start(transport, where, QUICK);
  }

  private PrinterAgent start(Transport transport, Path where, PrinterAgent.Pace pace)
      throws IOException {
    DeviceSession session = opened(hall.session(where.resolve("session")));
    var agent =
        opened(
            new PrinterAgent(
                session,
                Hall.DEVICE,
                PROFILE,
                transport,
                where.resolve("jobs"),
                new PrinterAgent.Setting(1, folder.resolve("template.properties")),
                pace));
    agent.open();
    session.open();
    return agent;
  }

  @Test
  void aJobIsPrintedAndReported() throws IOException {
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals(1, emulator.slipCount());
    assertTrue(emulator.slips().getFirst().says("A001"));
    assertEquals(List.of(), emulator.errors());
    assertTrue(hall.tells(Paper.OK));
  }

  @Test
  void aRepeatedJobIsReportedAgainAndNotPrintedAgain() throws IOException {
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().size() == 1);
    // What comes before the agent has done with the first is the same job still: nothing new.
    await()
        .until(
            () -> {
              hall.send(Slips.job("j1", "A001"));
              return hall.ends().size() > 1;
            });
    assertEquals(Set.of("j1 PRINTED"), Set.copyOf(hall.ends()));
    assertEquals(1, emulator.slipCount());
  }

  @Test
  void aRestartForgetsNothing() throws IOException {
    PrinterAgent first = start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().size() == 1);
    first.close();
    open.remove(first);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED", "j1 PRINTED", "j2 PRINTED")));
    assertEquals(2, emulator.slipCount());
  }

  @Test
  void aBurstIsPrintedInOrder() throws IOException {
    start(tcp(), folder);
    List<String> numbers = IntStream.rangeClosed(1, 60).mapToObj("A%03d"::formatted).toList();
    numbers.forEach(number -> hall.send(Slips.job("j-" + number, number)));
    // The hall repeats while the burst still prints.
    numbers.forEach(number -> hall.send(Slips.job("j-" + number, number)));
    await().until(() -> emulator.slipCount() >= 60);
    await()
        .until(
            () ->
                hall.ends().stream()
                    .distinct()
                    .toList()
                    .equals(numbers.stream().map(n -> "j-" + n + " PRINTED").toList()));
    assertEquals(60, emulator.slipCount());
    for (int i = 0; i < 60; i++) {
      assertTrue(emulator.slips().get(i).says(numbers.get(i)));
    }
  }

  @Test
  void aCrashWhilePrintingLeavesADoubtThatIsReportedAndNeverPrintedAgain() throws IOException {
    var delivered = new CountDownLatch(1);
    var forEver = new CountDownLatch(1);
    start(new LastWords(tcp(), delivered, forEver), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> delivered.getCount() == 0);
    // What the disk holds at this moment is what a power cut would leave.
    Path afterCrash = folder.resolve("after-crash");
    Files.createDirectories(afterCrash.resolve("jobs"));
    Files.copy(
        folder.resolve("jobs").resolve("jobs.log"), afterCrash.resolve("jobs").resolve("jobs.log"));

    PrinterAgent second = start(tcp(), afterCrash);
    await().until(() -> hall.ends().contains("j1 UNKNOWN"));
    hall.send(Slips.job("j1", "A001"));
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.ends().contains("j2 PRINTED"));
    assertEquals(
        1, emulator.slips().stream().filter(slip -> slip.says("A001")).count(), "printed twice");
    second.close();
    open.remove(second);
    forEver.countDown();
  }

  @Test
  void withoutPaperTheJobWaitsAndIsPrintedAfterTheRollIsChanged() throws IOException {
    emulator.fault(Fault.PAPER_OUT, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.tells(Paper.OUT));
    assertEquals(List.of(), hall.ends());
    emulator.fault(Fault.PAPER_OUT, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED", "j2 PRINTED")));
    await().until(() -> hall.tells(Paper.OK));
    assertEquals(2, emulator.slipCount());
  }

  @Test
  void aTicketThatWaitedTooLongIsSetAsideAndWhatMustBeOnPaperIsNot() throws IOException {
    emulator.fault(Fault.PAPER_OUT, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    hall.send(new PrintJob("t1", Slips.NOW, Slips.testPage(Language.ZH)));
    await().until(() -> hall.tells(Paper.OUT));
    hall.at(Slips.NOW.plus(Duration.ofMinutes(16)));
    Instant later = Slips.NOW.plus(Duration.ofMinutes(2));
    hall.send(new PrintJob("j2", later, Slips.job("j2", "A002").slip()));
    emulator.fault(Fault.PAPER_OUT, false);
    await().until(() -> hall.ends().equals(List.of("j1 FAILED", "t1 PRINTED", "j2 PRINTED")));
    assertTrue(hall.reports().getFirst().detail().contains("for 16 minutes"));
    assertEquals(2, emulator.slipCount());
    assertTrue(emulator.slips().getLast().says("A002"));
  }

  @Test
  void anOpenCoverAndAJammedCutterHoldTheJobBack() throws IOException {
    start(tcp(), folder);
    emulator.fault(Fault.COVER_OPEN, true);
    await().until(() -> hall.tells(Paper.OK, "cover-open"));
    hall.send(Slips.job("j1", "A001"));
    emulator.fault(Fault.CUTTER, true);
    emulator.fault(Fault.COVER_OPEN, false);
    await().until(() -> hall.tells(Paper.OK, "cutter"));
    assertEquals(0, emulator.slipCount());
    emulator.fault(Fault.CUTTER, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
  }

  @Test
  void nearTheEndOfTheRollIsToldAndSlipsStillPrint() throws IOException {
    emulator.fault(Fault.NEAR_END, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertTrue(hall.tells(Paper.NEAR_END));
  }

  @Test
  void aPrinterThatNeverAnswersPrintsWithItsPaperUnknown() throws IOException {
    emulator.fault(Fault.SILENT, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    await().until(() -> emulator.slipCount() == 1);
    assertTrue(hall.tells(Paper.UNKNOWN));
    assertTrue(hall.reports().getFirst().detail().contains("confirms nothing"));
  }

  @Test
  void paperThatEndsInTheMiddleOfASlipLeavesADoubt() throws IOException {
    emulator.paperLeft(300);
    start(tcp(), folder, IMPATIENT);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().equals(List.of("j1 UNKNOWN")));
    assertTrue(hall.reports().getFirst().detail().contains("out of paper"));
    await().until(() -> hall.tells(Paper.OUT));
    emulator.fault(Fault.PAPER_OUT, false);
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.ends().equals(List.of("j1 UNKNOWN", "j2 PRINTED")));
  }

  @Test
  void aPrinterThatAnswersLateIsUnderstoodAllTheSame() throws IOException {
    emulator.fault(Fault.LATE, true);
    emulator.fault(Fault.PAPER_OUT, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.tells(Paper.OUT));
    emulator.fault(Fault.PAPER_OUT, false);
    emulator.fault(Fault.LATE, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals("", hall.reports().getFirst().detail());
  }

  @Test
  void anAnswerWithoutItsFixedBitsIsNone() throws IOException {
    emulator.fault(Fault.ODD_BITS, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertTrue(hall.tells(Paper.UNKNOWN));
  }

  @Test
  void aPrinterThatFallsSilentIsNotPrintedOnBlindly() throws IOException {
    start(tcp(), folder);
    await().until(() -> hall.tells(Paper.OK));
    emulator.fault(Fault.SILENT, true);
    emulator.fault(Fault.PAPER_OUT, true);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.tells(Paper.UNKNOWN, "unreachable"));
    assertEquals(List.of(), hall.ends());
    emulator.fault(Fault.PAPER_OUT, false);
    emulator.fault(Fault.SILENT, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals(1, emulator.slipCount());
  }

  @Test
  void aCablePulledInTheMiddleOfASlipLeavesADoubtAndNoSecondPrint() throws IOException {
    emulator.fault(Fault.SLOW, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> emulator.waiting() > SLIP_UNDER_WAY);
    emulator.pullCable();
    await().until(() -> hall.ends().equals(List.of("j1 UNKNOWN")));
    emulator.fault(Fault.SLOW, false);
    hall.send(Slips.job("j1", "A001"));
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.ends().contains("j2 PRINTED"));
    assertEquals(1, emulator.slips().stream().filter(it -> it.says("A001")).count());
    await().until(() -> hall.tells(Paper.OK));
  }

  @Test
  void aCutterThatJamsInTheMiddleOfASlipIsToldWhileTheSlipIsStillWaitedFor() throws IOException {
    emulator.fault(Fault.SLOW, true);
    start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> emulator.waiting() > SLIP_UNDER_WAY);
    emulator.fault(Fault.CUTTER, true);
    await().until(() -> hall.tells(Paper.OK, "cutter"));
    assertEquals(List.of(), hall.ends(), "the slip may still come");
    emulator.fault(Fault.SLOW, false);
    emulator.fault(Fault.CUTTER, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals(1, emulator.slipCount());
  }

  @Test
  void whatWasPrintedSinceTheRollWasChangedTellsThatItEnds() throws IOException {
    PrinterAgent first = start(tcp(), folder);
    for (int i = 1; i <= 8; i++) {
      hall.send(Slips.job("j" + i, "A00" + i));
    }
    await().until(() -> hall.ends().size() == 8);
    assertTrue(hall.tells(Paper.OK), "nobody has told when the roll began");
    hall.newRoll(Slips.NOW);
    hall.send(Slips.job("k0", "B000"));
    await().until(() -> hall.rollSlips() == 1);
    first.close();
    open.remove(first);
    start(tcp(), folder);
    for (int i = 1; i <= 8; i++) {
      hall.send(Slips.job("k" + i, "B00" + i));
    }
    await().until(() -> hall.tells(Paper.NEAR_END));
    await().until(() -> hall.ends().contains("k8 PRINTED"));
    hall.newRoll(Slips.NOW.plusSeconds(1));
    await().until(() -> hall.tells(Paper.OK) && hall.rollSlips() == 0);
  }

  @Test
  void aTemplateThatIsNoneIsToldAndTheLastGoodOneStaysAlsoOverARestart() throws IOException {
    Path template = folder.resolve("template.properties");
    save(template, "ticket.zh-CN.extra.1 = 请在东区等候");
    PrinterAgent first = start(tcp(), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().size() == 1);
    assertTrue(emulator.slips().getLast().says("请在东区等候"));
    save(template, "ticket.sections = hall, nummer");
    await().until(() -> hall.tells(Paper.OK, "template-refused"));
    first.close();
    open.remove(first);
    start(tcp(), folder);
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.ends().contains("j2 PRINTED"));
    assertTrue(emulator.slips().getLast().says("请在东区等候"));
    assertTrue(hall.tells(Paper.OK, "template-refused"), "a warning: slips still print");
    save(template, "ticket.sections = hall, number");
    await().until(() -> hall.tells(Paper.OK));
    hall.send(Slips.job("j3", "A003"));
    await().until(() -> hall.ends().contains("j3 PRINTED"));
    assertTrue(emulator.slips().getLast().lines().size() < 6);
  }

  /** In one move: the agent looks at the file now and then, and half of it is another template. */
  private static void save(Path template, String text) throws IOException {
    Path fresh = Files.writeString(template.resolveSibling("template.new"), text);
    Files.move(fresh, template, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void aRollThatRanOutIsOver() throws IOException {
    emulator.fault(Fault.PAPER_OUT, true);
    start(tcp(), folder);
    await().until(() -> hall.tells(Paper.OUT));
    assertEquals(-1, hall.rollSlips());
    emulator.fault(Fault.PAPER_OUT, false);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.rollSlips() == 1);
  }

  @Test
  void aPrinterThatIsSwitchedOnLaterGetsItsJobs() throws IOException {
    // Bound and never listening: the port is nobody else's until the printer has it.
    var held = new Socket();
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    int port = held.getLocalPort();
    start(new TcpTransport("127.0.0.1", port), folder);
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.tells(Paper.UNKNOWN, "unreachable"));
    held.close();
    PrinterEmulator late = opened(PrinterEmulator.start(PROFILE, port, null));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals(1, late.slipCount());
    assertTrue(hall.tells(Paper.OK));
  }

  @Test
  void aDefectEndsItsOwnJobAndTheNextOneIsPrinted() throws IOException {
    start(new Defective(tcp()), folder);
    hall.send(Slips.job("bad", "Z999"));
    hall.send(Slips.job("j2", "A002"));
    await().until(() -> hall.ends().equals(List.of("bad UNKNOWN", "j2 PRINTED")));
    assertEquals("a defect", hall.reports().getFirst().detail());
    assertEquals(1, emulator.slipCount());
  }

  @Test
  void twoAgentsCannotShareAFolder() throws IOException {
    start(tcp(), folder);
    var problem = assertThrows(IOException.class, () -> start(tcp(), folder));
    assertTrue(String.valueOf(problem.getMessage()).contains("another printer agent uses it"));
  }

  /** Has a defect that shows with the number Z999. */
  private record Defective(Transport to) implements Transport {
    @Override
    public void open() throws IOException {
      to.open();
    }

    @Override
    public void send(byte[] bytes, Duration within) throws SendException {
      if (new String(bytes, StandardCharsets.ISO_8859_1).contains("Z999")) {
        throw new IllegalStateException("a defect");
      }
      to.send(bytes, within);
    }

    @Override
    public OptionalInt receive(Duration within) throws IOException {
      return to.receive(within);
    }

    @Override
    public String describe() {
      return to.describe();
    }

    @Override
    public void close() {
      to.close();
    }
  }

  /** Hands the first slip over and then never returns, as when the power fails right then. */
  private record LastWords(Transport to, CountDownLatch delivered, CountDownLatch forEver)
      implements Transport {
    @Override
    public void open() throws IOException {
      to.open();
    }

    @Override
    public void send(byte[] bytes, Duration within) throws SendException {
      to.send(bytes, within);
      if (bytes.length > 100) {
        delivered.countDown();
        try {
          forEver.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public OptionalInt receive(Duration within) throws IOException {
      return to.receive(within);
    }

    @Override
    public String describe() {
      return to.describe();
    }

    @Override
    public void close() {
      to.close();
    }
  }
}
