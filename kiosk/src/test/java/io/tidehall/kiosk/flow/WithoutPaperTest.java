package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.hardware.StatusLight;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.flow.Happening.Answered;
import io.tidehall.kiosk.flow.Happening.Reached;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Happening.Tick;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers on the screen alone, where the hall wants it, and a printer that fails too late. */
class WithoutPaperTest {
  private static final DeviceSetup WELL = SampleHall.onScreen(true, Paper.OK, true);
  private static final DeviceSetup OUT = SampleHall.onScreen(true, Paper.OUT, false);
  private static final DeviceSetup JAMMED = SampleHall.onScreen(true, Paper.OK, false);
  private static final DeviceSetup GONE = SampleHall.onScreen(false, Paper.UNKNOWN, false);
  private static final TicketView TICKET = SampleHall.ticket("A001", false);

  private final KioskFlow flow = new KioskFlow();
  private final List<Act> asked = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long lastAsk;
  private long steady = 1_000_000;

  @BeforeEach
  void anOpenHallThatShowsNumbersOnTheScreen() {
    happen(new Tick(SampleHall.NOW, steady));
    happen(new Happening.VoiceIs(new World.Voice(true, null)));
    happen(new Said(SampleHall.booking()));
    happen(new Said(SampleHall.catalogue(4, 3)));
    happen(new Said(SampleHall.lines(4)));
    happen(new Said(OUT));
    happen(new Reached(Reach.ONLINE));
  }

  @Test
  void aPrinterThatCannotPrintStandsInNobodysWayAndEverybodyIsToldBefore() {
    for (DeviceSetup trouble : List.of(OUT, JAMMED, GONE)) {
      happen(new Said(trouble));
      shows(new Screen.Lines(0));
      Block why = trouble.equals(OUT) ? Block.PAPER_OUT : Block.PRINTER_DOWN;
      assertEquals(Optional.of(why), kiosk.world().withoutSlip());
      assertEquals(StatusLight.ATTENTION, kiosk.light(), "staff are still called");
      assertTrue(kiosk.world().wantsStaff());
    }
    happen(new Said(WELL));
    assertEquals(Optional.empty(), kiosk.world().withoutSlip());
    assertFalse(kiosk.world().wantsStaff());
    happen(new Said(SampleHall.withoutPrinter()));
    assertEquals(Optional.empty(), kiosk.world().withoutSlip(), "it never had a slip to give");
    happen(new Said(SampleHall.kiosk(Paper.OUT)));
    shows(new Screen.Blocked(Block.PAPER_OUT));
    assertEquals(Optional.empty(), kiosk.world().withoutSlip());
  }

  @Test
  void paperThatComesOrGoesWhileSomebodyChoosesTakesNothingFromThem() {
    happen(new Happening.ChooseLine("D"));
    var confirm = new Screen.Confirm(new Choice("D", null, null));
    for (DeviceSetup setup : List.of(WELL, GONE, OUT, WELL)) {
      happen(new Said(setup));
      shows(confirm);
    }
  }

  @Test
  void aNumberWithoutASlipStaysLongEnoughToWriteItDownAndLongerForWhoAsks() {
    take(false);
    shows(new Screen.Issued(TICKET, Screen.Paper.NONE));
    assertEquals(OptionalLong.of(60), kiosk.countdown());
    pass(50);
    assertTrue(kiosk.screen().mayLinger());
    happen(new Happening.MoreTime());
    assertEquals(OptionalLong.of(60), kiosk.countdown());
    happen(new Said(WELL));
    shows(new Screen.Issued(TICKET, Screen.Paper.NONE));
    pass(60);
    shows(new Screen.Lines(0));
  }

  @Test
  void theHallKnowsBestWhetherASlipComes() {
    happen(new Said(WELL));
    take(false);
    shows(new Screen.Issued(TICKET, Screen.Paper.NONE));
    happen(new Happening.Home());
    take(true);
    shows(new Screen.Issued(TICKET, Screen.Paper.COMING));
    assertEquals(OptionalLong.of(20), kiosk.countdown());
    assertFalse(kiosk.screen().mayLinger());
  }

  @Test
  void aPrinterThatFailsAfterTheNumberLeavesTheNumberAndSaysWhatToDo() {
    for (DeviceSetup rule :
        List.of(SampleHall.kiosk(Paper.OUT), SampleHall.printerDown(), JAMMED)) {
      happen(new Said(WELL));
      happen(new Happening.Home());
      take(true);
      pass(15);
      happen(new Said(rule));
      var doubtful = new Screen.Issued(TICKET, Screen.Paper.DOUBTFUL);
      shows(doubtful);
      assertEquals(OptionalLong.of(60), kiosk.countdown(), "there is time to write it down");
      happen(new Said(WELL));
      happen(new Reached(Reach.NO_BROKER));
      happen(new Said(SampleHall.closed(LocalDateTime.parse("2026-11-05T14:00"))));
      shows(doubtful);
      happen(new Reached(Reach.ONLINE));
      happen(new Said(SampleHall.open(false)));
    }
  }

  @Test
  void aReprintIsOfferedOnlyWhileItComesOut() {
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Take());
    answer(new HallAnswer.TicketExists(TICKET));
    int before = asked.size();
    happen(new Happening.AskReprint());
    assertEquals(before, asked.size());
    shows(new Screen.Exists(TICKET, Screen.Reprint.OFFERED, 0));
    happen(new Said(WELL));
    happen(new Happening.AskReprint());
    assertEquals(new Act.ReprintSlip(TICKET.id(), Language.ZH), asked.getLast());
    answer(new HallAnswer.Done());
    shows(new Screen.Exists(TICKET, Screen.Reprint.PRINTED, lastAsk));
    happen(new Said(OUT));
    shows(new Screen.Exists(TICKET, Screen.Reprint.FAILED, lastAsk));
  }

  @Test
  void aListIsNotAskedForWithoutPaper() {
    happen(new Happening.Seek());
    happen(new Happening.OpenItem("i1"));
    var guide = kiosk.screen();
    happen(new Happening.PrintList());
    assertEquals(List.of(), asked);
    shows(guide);
    happen(new Said(WELL));
    happen(new Happening.PrintList());
    assertEquals(List.of(new Act.PrintList("i1", Language.ZH)), asked);
  }

  @Test
  void whoBookedChecksInWithoutASlip() {
    happen(new Happening.Scanned("p-1"));
    TicketView booked = SampleHall.booked("AP001", false);
    answer(new HallAnswer.TicketIssued(booked, false));
    shows(new Screen.Issued(booked, Screen.Paper.NONE));
  }

  @Test
  void aRefusalOfAHallThatHasChangedItsMindIsSaidInItsWords() {
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Take());
    var words = Text.of("请用另一台取号机", "Another kiosk");
    answer(new HallAnswer.Refused("PRINTER_NOT_READY", words));
    shows(new Screen.Refused("PRINTER_NOT_READY", words));
  }

  @Test
  void itIsSpokenBeforeAndWithTheNumber() {
    happen(new Happening.HaveBooked());
    assertEquals(List.of("say.no-paper", "say.check-in"), said());
    happen(new Happening.Back());
    happen(new Said(GONE));
    happen(new Happening.ChooseLine("D"));
    assertEquals(List.of("say.no-printer", "say.confirm"), said());
    happen(new Happening.Take());
    answer(new HallAnswer.TicketIssued(TICKET, false));
    assertEquals(List.of("say.number", "say.wait.windows", "say.no-slip"), said());
    happen(new Happening.Home());
    happen(new Said(WELL));
    take(true);
    happen(new Said(OUT));
    assertEquals(List.of("say.number", "say.wait.windows", "say.slip.doubtful"), said());
  }

  private List<String> said() {
    return Prompt.of(kiosk)
        .map(it -> it.lines().stream().map(Prompt.Line::key).toList())
        .orElse(List.of());
  }

  private void take(boolean slip) {
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Take());
    answer(new HallAnswer.TicketIssued(TICKET, slip));
  }

  private void answer(HallAnswer.Reply reply) {
    happen(new Answered(lastAsk, reply));
  }

  private void pass(long seconds) {
    steady += seconds * 1_000;
    happen(new Tick(SampleHall.NOW, steady));
  }

  private void happen(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Ask(long ask, var act)) {
        asked.add(act);
        lastAsk = ask;
      }
    }
  }

  private void shows(Screen screen) {
    assertEquals(screen, kiosk.screen());
  }
}
