package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.flow.Choice.Who;
import io.tidehall.kiosk.flow.Happening.Reached;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Happening.Tick;
import io.tidehall.kiosk.flow.Screen.Identify;
import io.tidehall.kiosk.flow.World.Reader;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who takes the ticket: card, digits, or nobody in particular, as the hall's rule has it. */
class IdentifyingTest {
  private static final Who YOUNG = new Who("hash-1", false);
  private static final Who OLD = new Who("hash-2", true);

  private final KioskFlow flow = new KioskFlow();
  private final List<Act> asked = new ArrayList<>();
  private final List<String> hashed = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long lastAsk;

  @Test
  void aHallThatDoesNotAskSeesNobody() {
    open(Reader.READY, true);
    happen(new Happening.ChooseLine("D"));
    assertInstanceOf(Screen.Confirm.class, kiosk.screen());
  }

  @Test
  void theCardIsReadOnTheWayToConfirming() {
    open(Reader.READY, true, Identity.ID_CARD);
    happen(new Happening.ChooseLine("D"));
    assertInstanceOf(Identify.class, kiosk.screen());
    happen(new Happening.Unsaid());
    assertInstanceOf(Identify.class, kiosk.screen(), "this hall wants to know");
    happen(new Happening.Recognised(YOUNG));
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("D", List.of(), null, "hash-1", Language.ZH)), asked);
  }

  @Test
  void aCardIsWantedOnlyWhereTheHallAsksForCards() {
    open(Reader.READY, true, Identity.PHONE_LAST_DIGITS);
    happen(new Happening.ChooseLine("D"));
    assertInstanceOf(Identify.class, kiosk.screen());
    assertFalse(kiosk.wantsCard());
    happen(new Said(SampleHall.asking(Identity.ID_CARD)));
    assertTrue(kiosk.wantsCard());
    happen(new Happening.Home());
    assertFalse(kiosk.wantsCard());
  }

  @Test
  void whoeverMayDoWithoutTakesATicketOfNobody() {
    open(Reader.READY, true, Identity.ID_CARD, Identity.NONE);
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Unsaid());
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("D", List.of(), null, null, Language.ZH)), asked);
  }

  @Test
  void sixtyYearsOfferTheGreenChannelAndMayBeDeclined() {
    open(Reader.READY, true, Identity.ID_CARD);
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Recognised(OLD));
    assertInstanceOf(Screen.Greens.class, kiosk.screen());
    happen(new Happening.NoGreen());
    assertInstanceOf(Screen.Confirm.class, kiosk.screen());
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("D", List.of(), null, "hash-2", Language.ZH)), asked);
  }

  @Test
  void theGreenChannelIsTakenWithAReason() {
    open(Reader.READY, true, Identity.ID_CARD);
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Recognised(OLD));
    happen(new Happening.ChooseGreen("g0"));
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("D", List.of(), "g0", "hash-2", Language.ZH)), asked);
  }

  @Test
  void eightDigitsAreHashedAndNothingElseIsKeptOfThem() {
    open(Reader.NONE, true, Identity.ID_CARD, Identity.PHONE_LAST_DIGITS);
    happen(new Happening.ChooseLine("D"));
    type("139");
    happen(new Happening.DigitsDone());
    assertEquals(List.of(), hashed, "three digits are not enough");
    type("4");
    happen(new Happening.Erase());
    type("00108");
    happen(new Happening.DigitsDone());
    assertEquals(List.of("13900108"), hashed);
    happen(new Happening.Recognised(YOUNG));
    assertFalse(kiosk.toString().contains("1390"), "the digits are gone with their screen");
    assertInstanceOf(Screen.Confirm.class, kiosk.screen());
  }

  @Test
  void aBirthdayThatIsNoDayIsAskedForAgain() {
    open(Reader.NONE, true, Identity.PHONE_LAST_DIGITS);
    happen(new Happening.ChooseLine("D"));
    type("13901332");
    happen(new Happening.DigitsDone());
    var screen = assertInstanceOf(Identify.class, kiosk.screen());
    assertEquals("1390", screen.digits());
    assertEquals(Identify.Note.NO_SUCH_DAY, screen.note());
    type("0229");
    happen(new Happening.DigitsDone());
    assertEquals(List.of("13900229"), hashed, "people are born on 29 February");
  }

  @Test
  void aCardThatCannotBeReadIsSaid() {
    open(Reader.READY, true, Identity.ID_CARD);
    happen(new Happening.CardUnreadable());
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.CardUnreadable());
    assertEquals(
        Identify.Note.CARD_UNREADABLE, assertInstanceOf(Identify.class, kiosk.screen()).note());
  }

  @Test
  void aCardLaidOnAtAnyOtherTimeDoesNothing() {
    open(Reader.READY, true, Identity.ID_CARD);
    happen(new Happening.Recognised(OLD));
    assertEquals(new Screen.Lines(0), kiosk.screen());
  }

  @Test
  void aKioskWithoutTheKeyAsksNobodyAndSaysSoToStaff() {
    open(Reader.READY, false, Identity.ID_CARD);
    happen(new Happening.ChooseLine("D"));
    assertInstanceOf(Screen.Confirm.class, kiosk.screen(), "the hall itself refuses or not");
    assertEquals(List.of("no-identity-key"), kiosk.world().faults());
  }

  @Test
  void aReaderThatIsGoneIsAFaultOnlyWhereItIsNeeded() {
    open(Reader.MISSING, true, Identity.ID_CARD);
    assertEquals(List.of("id-reader-missing"), kiosk.world().faults());
    happen(new Happening.ReaderIs(Reader.READY));
    assertEquals(List.of(), kiosk.world().faults());
    open(Reader.MISSING, true);
    assertEquals(List.of(), kiosk.world().faults());
  }

  @Test
  void theSecondTicketIsTheFirstOneAgain() {
    open(Reader.READY, true, Identity.ID_CARD);
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Recognised(YOUNG));
    happen(new Happening.Take());
    var ticket = SampleHall.ticket("D001", false);
    happen(new Happening.Answered(lastAsk, new HallAnswer.TicketExists(ticket)));
    happen(new Happening.AskReprint());
    assertEquals(new Act.ReprintSlip(ticket.id(), Language.ZH), asked.getLast());
  }

  @Test
  void whatWasSaidIsClearedWithTheVisitor() {
    open(Reader.NONE, true, Identity.PHONE_LAST_DIGITS);
    happen(new Happening.ChooseLine("D"));
    type("1390");
    happen(new Happening.Home());
    assertFalse(kiosk.toString().contains("1390"), kiosk.toString());
    happen(new Happening.ChooseLine("D"));
    assertEquals("", assertInstanceOf(Identify.class, kiosk.screen()).digits());
  }

  private void open(Reader reader, boolean keyed, Identity... ways) {
    kiosk = Kiosk.start(Language.ZH, List.of(), reader, keyed);
    happen(new Tick(SampleHall.NOW, 1_000));
    happen(new Said(ways.length == 0 ? SampleHall.open(false) : SampleHall.asking(ways)));
    happen(new Said(SampleHall.catalogue(4, 3)));
    happen(new Said(SampleHall.lines(4)));
    happen(new Said(SampleHall.kiosk(Paper.OK)));
    happen(new Reached(Reach.ONLINE));
  }

  private void type(String digits) {
    for (String digit : digits.split("")) {
      happen(new Happening.Type(digit));
    }
  }

  private void happen(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Ask(long ask, var act) -> {
          lastAsk = ask;
          asked.add(act);
        }
        case Effect.Hash(var typed) -> hashed.add(typed);
        default -> throw new AssertionError("expected nothing but these, but it is " + effect);
      }
    }
  }
}
