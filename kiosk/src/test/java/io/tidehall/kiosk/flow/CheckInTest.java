package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.flow.Happening.Reached;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who booked checks in: by QR code from wherever they are, or by the four digits. */
class CheckInTest {
  private static final HallAnswer.Refused UNKNOWN =
      new HallAnswer.Refused("UNKNOWN_BOOKING", Text.of("没有这个预约", "No such booking"));

  private final KioskFlow flow = new KioskFlow();
  private final List<Act> asked = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long lastAsk;

  @Test
  void theFourDigitsBecomeANumberInOneStep() {
    open(true);
    happen(new Happening.HaveBooked());
    happen(new Happening.DigitsDone());
    type("0472");
    happen(new Happening.Type("9"));
    happen(new Happening.DigitsDone());
    happen(new Happening.DigitsDone());
    assertEquals(List.of(new Act.CheckIn("0472", Language.ZH)), asked);
    answer(new HallAnswer.TicketIssued(SampleHall.booked("AP001", false)));
    assertInstanceOf(Screen.Issued.class, kiosk.screen());
  }

  @Test
  void aQrCodeChecksInAtOnceFromWhereverSomebodyChooses() {
    open(true);
    happen(new Happening.ChooseLine("D"));
    happen(new Happening.Scanned("https://province.example/b?id=8f2c-77"));
    assertEquals(List.of(new Act.CheckIn("8f2c-77", Language.ZH)), asked);
    answer(new HallAnswer.TicketExists(SampleHall.booked("AP001", false)));
    happen(new Happening.Scanned("8f2c-77"));
    assertEquals(1, asked.size(), "whose number is shown is not asked again");
  }

  @Test
  void whatIsNoBookingOpensThePageForTheCode() {
    open(true);
    happen(new Happening.Scanned("微信支付 ¥ 12"));
    assertInstanceOf(Screen.CheckIn.class, kiosk.screen());
    assertEquals(List.of(), asked);
  }

  @Test
  void aWrongCodeIsTypedAgainAndTooManyLeadToTheDesk() {
    open(true);
    happen(new Happening.HaveBooked());
    for (int tries = 1; tries < Screen.CheckIn.MOST_TRIES; tries++) {
      type("1111");
      happen(new Happening.DigitsDone());
      answer(UNKNOWN);
      Screen.CheckIn again = assertInstanceOf(Screen.CheckIn.class, kiosk.screen());
      assertEquals("", again.digits());
      assertEquals(UNKNOWN.because(), again.note());
    }
    type("1111");
    happen(new Happening.DigitsDone());
    answer(UNKNOWN);
    assertInstanceOf(Screen.Refused.class, kiosk.screen());
  }

  @Test
  void whoIsTooEarlyIsToldWhenToCome() {
    open(true);
    happen(new Happening.Scanned("p-1"));
    var early = new HallAnswer.Refused("TOO_EARLY", Text.of("9:30 起可以签到", "From 9:30"));
    answer(early);
    assertEquals(new Screen.Refused("TOO_EARLY", early.because()), kiosk.screen());
  }

  @Test
  void withoutAnAnswerTheSameIsAskedAgain() {
    open(true);
    happen(new Happening.Scanned("p-1"));
    long first = lastAsk;
    happen(new Happening.NotAnswered(first));
    assertInstanceOf(Screen.Unanswered.class, kiosk.screen());
    happen(new Happening.AskAgain());
    assertEquals(first, lastAsk);
    assertEquals(2, asked.size());
    answer(new HallAnswer.TicketIssued(SampleHall.booked("AP001", false)));
    assertInstanceOf(Screen.Issued.class, kiosk.screen());
  }

  @Test
  void aHallWithoutBookingsAsksForNone() {
    open(false);
    happen(new Happening.HaveBooked());
    happen(new Happening.Scanned("p-1"));
    assertEquals(new Screen.Lines(0), kiosk.screen());
    assertEquals(List.of(), asked);
  }

  @Test
  void noDigitStandsInALog() {
    assertFalse(new Screen.CheckIn("0472", null, 0).toString().contains("0472"));
    assertFalse(new Happening.Scanned("0472").toString().contains("0472"));
  }

  private void open(boolean bookings) {
    happen(new Said(bookings ? SampleHall.booking() : SampleHall.open(false)));
    happen(new Said(SampleHall.catalogue(6, 3)));
    happen(new Said(SampleHall.lines(6)));
    happen(new Said(SampleHall.kiosk(Paper.OK)));
    happen(new Reached(Reach.ONLINE));
  }

  private void type(String digits) {
    digits.chars().forEach(it -> happen(new Happening.Type(Character.toString(it))));
  }

  private void answer(HallAnswer.Reply reply) {
    happen(new Happening.Answered(lastAsk, reply));
  }

  private void happen(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Ask(long ask, var act)) {
        lastAsk = ask;
        asked.add(act);
      }
    }
  }
}
