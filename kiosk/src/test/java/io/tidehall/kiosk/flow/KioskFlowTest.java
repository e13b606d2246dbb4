package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Tongue;
import io.tidehall.device.hardware.StatusLight;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.flow.Happening.Answered;
import io.tidehall.kiosk.flow.Happening.Reached;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Happening.Tick;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole kiosk without a window, from a first ticket to a hall that is gone. */
class KioskFlowTest {
  private final KioskFlow flow = new KioskFlow();
  private final List<Act> asked = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long lastAsk;
  private long steady = 1_000_000;

  @BeforeEach
  void anOpenHall() {
    happen(new Tick(SampleHall.NOW, steady));
    happen(new Said(SampleHall.open(false)));
    happen(new Said(SampleHall.catalogue(4, 3)));
    happen(new Said(SampleHall.lines(4)));
    happen(new Said(SampleHall.kiosk(Paper.OK)));
    happen(new Reached(Reach.ONLINE));
  }

  @Test
  void fromTheLineToTheNumber() {
    shows(new Screen.Lines(0));
    happen(new Happening.ChooseLine("A"));
    shows(new Screen.Items("A", 0));
    happen(new Happening.ChooseItem("i1"));
    shows(new Screen.Confirm(new Choice("A", "i1", null)));
    happen(new Happening.Take());
    assertInstanceOf(Screen.Taking.class, kiosk.screen());
    assertEquals(List.of(new Act.TakeTicket("A", List.of("i1"), null, null, Language.ZH)), asked);
    var ticket = SampleHall.ticket("A001", false);
    answer(new HallAnswer.TicketIssued(ticket));
    shows(new Screen.Issued(ticket, true));
    assertEquals(OptionalLong.of(20), kiosk.countdown());
  }

  @Test
  void theItemMayBeLeftOut() {
    happen(new Happening.ChooseLine("A"));
    happen(new Happening.SkipItem());
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("A", List.of(), null, null, Language.ZH)), asked);
  }

  @Test
  void aLineWithoutItemsGoesStraightToConfirming() {
    happen(new Happening.ChooseLine("D"));
    shows(new Screen.Confirm(new Choice("D", null, null)));
  }

  @Test
  void aLineThatTakesNobodyCannotBeChosen() {
    happen(new Happening.ChooseLine("B"));
    shows(new Screen.Lines(0));
  }

  @Test
  void aLineThatClosesWhileTheVisitorConfirmsTakesNobody() {
    happen(new Happening.ChooseLine("D"));
    happen(new Said(SampleHall.lines(3)));
    happen(new Happening.Take());
    shows(new Screen.Confirm(new Choice("D", null, null)));
    assertEquals(List.of(), asked);
  }

  @Test
  void aDoubleTapTakesOneTicket() {
    toConfirm();
    happen(new Happening.Take());
    happen(new Happening.Take());
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    happen(new Happening.Take());
    assertEquals(1, asked.size());
  }

  @Test
  void whileTheHallIsAskedTouchesDoNothing() {
    toConfirm();
    happen(new Happening.Take());
    var taking = kiosk.screen();
    happen(new Happening.Home());
    happen(new Happening.Back());
    happen(new Happening.ChooseLine("A"));
    shows(taking);
  }

  @Test
  void theGreenChannelIsChosenWithAReasonAndCanBeTakenBack() {
    toConfirm();
    happen(new Happening.AskGreen());
    happen(new Happening.ChooseGreen("g3"));
    shows(new Screen.Confirm(new Choice("A", null, "g3")));
    happen(new Happening.AskGreen());
    happen(new Happening.NoGreen());
    happen(new Happening.AskGreen());
    happen(new Happening.ChooseGreen("g0"));
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("A", List.of(), "g0", null, Language.ZH)), asked);
  }

  @Test
  void theSlipFollowsTheLanguageAndTheNextVisitorBeginsInTheHallsOwn() {
    happen(new Happening.SwitchLanguage());
    toConfirm();
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("A", List.of(), null, null, Language.EN)), asked);
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    assertEquals(Language.EN, kiosk.language());
    pass(20);
    shows(new Screen.Lines(0));
    assertEquals(Language.ZH, kiosk.language());
  }

  @Test
  void furtherLanguagesComeInTurnAndTheHallIsAskedInTheOneTheyName() {
    var german = new Tongue("de", Language.EN);
    kiosk = Kiosk.start(Language.ZH, List.of(german), World.Reader.NONE, false);
    anOpenHall();
    assertEquals(Tongue.of(Language.EN), kiosk.speech().next());
    happen(new Happening.SwitchLanguage());
    assertEquals(german, kiosk.speech().next());
    happen(new Happening.SwitchLanguage());
    assertEquals(german, kiosk.speech().now());
    toConfirm();
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("A", List.of(), null, null, Language.EN)), asked);
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    pass(20);
    assertEquals(Tongue.of(Language.ZH), kiosk.speech().now());
    assertEquals(Tongue.of(Language.EN), kiosk.speech().next());
  }

  @Test
  void anotherLanguageLeftBehindGoesBackByItself() {
    happen(new Happening.SwitchLanguage());
    pass(59);
    assertEquals(Language.EN, kiosk.language());
    pass(1);
    assertEquals(Language.ZH, kiosk.language());
    assertEquals(OptionalLong.empty(), kiosk.countdown());
  }

  @Test
  void anAbandonedChoiceIsCleared() {
    happen(new Happening.ChooseLine("A"));
    pass(44);
    assertEquals(OptionalLong.empty(), kiosk.countdown());
    pass(2);
    assertEquals(OptionalLong.of(14), kiosk.countdown());
    pass(14);
    shows(new Screen.Lines(0));
  }

  @Test
  void whoNeedsMoreTimeGetsIt() {
    happen(new Happening.ChooseLine("A"));
    pass(50);
    happen(new Happening.MoreTime());
    pass(50);
    shows(new Screen.Items("A", 0));
  }

  @Test
  void aJumpOfTheHallsClockMovesNoCountdown() {
    happen(new Happening.ChooseLine("A"));
    happen(new Tick(SampleHall.NOW.plusSeconds(86_400), steady));
    happen(new Tick(SampleHall.NOW.minusSeconds(86_400), steady));
    shows(new Screen.Items("A", 0));
    assertEquals(OptionalLong.empty(), kiosk.countdown());
  }

  @Test
  void whoHasATicketSeesItAndMayHaveTheSlipAgainOnce() {
    toConfirm();
    happen(new Happening.Take());
    var ticket = SampleHall.ticket("A007", false);
    answer(new HallAnswer.TicketExists(ticket));
    happen(new Happening.AskReprint());
    happen(new Happening.AskReprint());
    assertEquals(new Act.ReprintSlip("t-A007", Language.ZH), asked.getLast());
    assertEquals(2, asked.size());
    answer(new HallAnswer.Done());
    shows(new Screen.Exists(ticket, Screen.Reprint.PRINTED, lastAsk));
  }

  @Test
  void aReprintThatFailsLeavesTheNumberOnTheScreen() {
    toConfirm();
    happen(new Happening.Take());
    var ticket = SampleHall.ticket("A007", false);
    answer(new HallAnswer.TicketExists(ticket));
    happen(new Happening.AskReprint());
    happen(new Happening.NotAnswered(lastAsk));
    shows(new Screen.Exists(ticket, Screen.Reprint.FAILED, lastAsk));
  }

  @Test
  void aRefusalSaysWhyInTheHallsWords() {
    toConfirm();
    happen(new Happening.Take());
    answer(new HallAnswer.Refused("QUOTA_USED_UP", Text.zh("今日名额已满")));
    shows(new Screen.Refused("QUOTA_USED_UP", Text.zh("今日名额已满")));
    pass(25);
    shows(new Screen.Lines(0));
  }

  @Test
  void aHallThatDoesNotAnswerIsSaidSo() {
    toConfirm();
    happen(new Happening.Take());
    happen(new Happening.NotAnswered(lastAsk));
    shows(new Screen.Unanswered(new Screen.Asked.ForTicket(new Choice("A", null, null)), lastAsk));
  }

  @Test
  void askingAgainAfterSilenceIsTheSameRequest() {
    toConfirm();
    happen(new Happening.Take());
    long first = lastAsk;
    happen(new Happening.NotAnswered(first));
    lastAsk = 0;
    happen(new Happening.AskAgain());
    assertEquals(first, lastAsk);
    assertEquals(2, asked.size());
    assertEquals(asked.getFirst(), asked.getLast());
    var ticket = SampleHall.ticket("A001", false);
    answer(new HallAnswer.TicketIssued(ticket));
    shows(new Screen.Issued(ticket, true));
  }

  @Test
  void anAnswerToAnotherRequestChangesNothing() {
    toConfirm();
    happen(new Happening.Take());
    var taking = kiosk.screen();
    happen(
        new Answered(lastAsk + 7, new HallAnswer.TicketIssued(SampleHall.ticket("A009", false))));
    happen(new Happening.NotAnswered(lastAsk + 7));
    shows(taking);
  }

  @Test
  void withoutPaperNobodyChooses() {
    toConfirm();
    happen(new Said(SampleHall.kiosk(Paper.OUT)));
    shows(new Screen.Blocked(Block.PAPER_OUT));
    happen(new Happening.Take());
    assertEquals(List.of(), asked);
    happen(new Said(SampleHall.kiosk(Paper.NEAR_END)));
    shows(new Screen.Lines(0));
  }

  @Test
  void aPrinterThatIsGoneIsToldApartFromPaper() {
    happen(new Said(SampleHall.printerDown()));
    shows(new Screen.Blocked(Block.PRINTER_DOWN));
  }

  @Test
  void aKioskWithoutPrinterSaysToRememberTheNumber() {
    happen(new Said(SampleHall.withoutPrinter()));
    toConfirm();
    happen(new Happening.Take());
    var ticket = SampleHall.ticket("A001", false);
    answer(new HallAnswer.TicketIssued(ticket));
    shows(new Screen.Issued(ticket, false));
  }

  @Test
  void aSilentControllerAndALostBrokerAreToldApart() {
    happen(new Reached(Reach.NO_CONTROLLER));
    shows(new Screen.Blocked(Block.NO_CONTROLLER));
    happen(new Reached(Reach.NO_BROKER));
    shows(new Screen.Blocked(Block.NO_BROKER));
    happen(new Reached(Reach.ONLINE));
    shows(new Screen.Lines(0));
  }

  @Test
  void aNumberOnceShownStaysWhateverHappensToTheHall() {
    toConfirm();
    happen(new Happening.Take());
    var ticket = SampleHall.ticket("A001", false);
    answer(new HallAnswer.TicketIssued(ticket));
    happen(new Reached(Reach.NO_BROKER));
    happen(new Said(SampleHall.closed(LocalDateTime.parse("2026-11-05T14:00"))));
    shows(new Screen.Issued(ticket, true));
    pass(20);
    shows(new Screen.Blocked(Block.NO_BROKER));
  }

  @Test
  void aRequestUnderWayOutlivesALostBroker() {
    toConfirm();
    happen(new Happening.Take());
    happen(new Reached(Reach.NO_BROKER));
    assertInstanceOf(Screen.Taking.class, kiosk.screen());
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    assertInstanceOf(Screen.Issued.class, kiosk.screen());
  }

  @Test
  void aClosedHallTakesTheChoiceAway() {
    toConfirm();
    happen(new Said(SampleHall.closed(LocalDateTime.parse("2026-11-05T14:00"))));
    shows(new Screen.Blocked(Block.CLOSED));
  }

  @Test
  void numbersGoOnWhileTheHallsClockIsWrong() {
    happen(new Said(SampleHall.timeless(true)));
    assertEquals(StatusLight.ATTENTION, kiosk.light());
    toConfirm();
    happen(new Happening.Take());
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    assertInstanceOf(Screen.Issued.class, kiosk.screen());
  }

  @Test
  void aHallThatIsClosedByAWrongClockSaysSoUntilTheClockIsRight() {
    happen(new Said(SampleHall.timeless(false)));
    shows(new Screen.Blocked(Block.CLOCK_WRONG));
    assertEquals(StatusLight.OUT_OF_SERVICE, kiosk.light());
    happen(new Said(SampleHall.closed(LocalDateTime.parse("2026-11-05T14:00"))));
    shows(new Screen.Blocked(Block.CLOSED));
    happen(new Said(SampleHall.open(false)));
    shows(new Screen.Lines(0));
  }

  @Test
  void aLineThatTheHallNoLongerHasTakesTheVisitorHome() {
    happen(new Happening.ChooseLine("A"));
    happen(new Said(new Catalogue(2, List.of(), List.of(), List.of(), SampleHall.ratings())));
    shows(new Screen.Lines(0));
  }

  @Test
  void beforeTheHallHasSpokenTheKioskGetsReady() {
    assertEquals(new Screen.Blocked(Block.STARTING), Kiosk.start(Language.EN).screen());
  }

  @Test
  void pagesAreTurned() {
    happen(new Happening.TurnTo(1));
    shows(new Screen.Lines(1));
    happen(new Happening.TurnTo(-3));
    shows(new Screen.Lines(0));
  }

  @Test
  void everyTouchOnEveryScreenIsTaken() {
    var touches =
        List.<Happening>of(
            new Happening.ChooseLine("?"),
            new Happening.ChooseItem("?"),
            new Happening.SkipItem(),
            new Happening.TurnTo(3),
            new Happening.AskGreen(),
            new Happening.ChooseGreen("?"),
            new Happening.NoGreen(),
            new Happening.AskReprint(),
            new Happening.MoreTime(),
            new Happening.SwitchLanguage());
    var screens =
        List.of(
            new Screen.Lines(0),
            new Screen.Items("A", 0),
            new Screen.Confirm(new Choice("A", null, null)),
            new Screen.Greens(new Choice("A", null, null)),
            new Screen.Refused("X", Text.zh("x")),
            new Screen.Blocked(Block.CLOSED));
    for (Screen screen : screens) {
      for (Happening touch : touches) {
        var after = flow.next(kiosk.show(screen), touch);
        assertTrue(after.effects().isEmpty(), screen + " asked the hall at " + touch);
      }
    }
  }

  private void toConfirm() {
    happen(new Happening.ChooseLine("A"));
    happen(new Happening.SkipItem());
  }

  private void happen(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Ask(long ask, var act) -> {
          asked.add(act);
          lastAsk = ask;
        }
        default -> throw new AssertionError("expected nothing but requests, but it is " + effect);
      }
    }
  }

  private void answer(HallAnswer.Reply reply) {
    happen(new Answered(lastAsk, reply));
  }

  private void pass(long seconds) {
    steady += seconds * 1_000;
    happen(new Tick(SampleHall.NOW, steady));
  }

  private void shows(Screen screen) {
    assertEquals(screen, kiosk.screen());
  }
}
