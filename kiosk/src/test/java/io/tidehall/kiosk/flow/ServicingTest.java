package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.flow.Flow;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.flow.Screen.Staff;
import io.tidehall.kiosk.flow.Service.Entry;
import io.tidehall.kiosk.flow.Service.Leave;
import io.tidehall.kiosk.flow.Service.Pin.Note;
import io.tidehall.kiosk.flow.Service.Result;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service menu: who gets in, what it tries, and how it ends. */
class ServicingTest {
  private static final String HASH = "pbkdf2-sha256$1$c2FsdA==$aGFzaA==";

  private final KioskFlow flow = new KioskFlow();
  private final List<Effect> effects = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH, List.of(), World.Reader.READY, false);
  private long steady;

  @Test
  void theGestureAsksForThePinAndTheRightOneOpensTheMenu() {
    open(HASH);
    happens(new Happening.AskService());
    assertEquals(new Service.Pin("", Note.NONE), staff());
    types("49271");
    happens(new Happening.DigitsDone());
    assertTrue(effects.isEmpty(), "five digits are no PIN");
    types("3");
    happens(new Happening.DigitsDone());
    assertEquals(List.of(new Effect.CheckPin("492713", HASH)), effects);
    types("9");
    assertEquals(new Service.Pin("492713", Note.CHECKING), staff());
    happens(new Happening.PinChecked(true));
    assertEquals(new Service.Menu(), staff());
  }

  @Test
  void whatAVisitorHadBegunIsGoneWhenStaffCome() {
    open(HASH);
    happens(new Happening.SwitchLanguage());
    happens(new Happening.ChooseLine("A"));
    happens(new Happening.AskService());
    happens(new Happening.Home());
    assertEquals(new Screen.Lines(0), kiosk.screen());
    assertEquals(Language.ZH, kiosk.language());
  }

  @Test
  void whileTheHallIsAskedForATicketTheGestureDoesNothing() {
    open(HASH);
    happens(new Happening.ChooseLine("N"));
    happens(new Happening.Take());
    assertInstanceOf(Screen.Taking.class, kiosk.screen());
    happens(new Happening.AskService());
    assertInstanceOf(Screen.Taking.class, kiosk.screen());
  }

  @Test
  void fiveWrongPinsLockTheMenuForFiveMinutesAlsoForWhoComesBack() {
    open(HASH);
    happens(new Happening.AskService());
    for (int i = 1; i <= 5; i++) {
      tries(false);
      assertEquals(new Service.Pin("", i < 5 ? Note.WRONG : Note.LOCKED), staff());
    }
    types("1");
    assertEquals(new Service.Pin("", Note.LOCKED), staff(), "nothing is taken");
    happens(new Happening.Back());
    happens(new Happening.AskService());
    assertEquals(new Service.Pin("", Note.LOCKED), staff());
    passes(Duration.ofMinutes(4));
    assertEquals(new Screen.Lines(0), kiosk.screen());
    happens(new Happening.AskService());
    assertEquals(new Service.Pin("", Note.LOCKED), staff());
    passes(Duration.ofSeconds(59));
    passes(Duration.ofSeconds(1));
    happens(new Happening.AskService());
    assertEquals(new Service.Pin("", Note.NONE), staff());
    tries(true);
    assertEquals(new Service.Menu(), staff());
  }

  @Test
  void aLockEndsUnderTheEyesOfWhoWaits() {
    open(HASH);
    happens(new Happening.AskService());
    for (int i = 0; i < 5; i++) {
      tries(false);
    }
    for (int i = 0; i < 6; i++) {
      passes(Duration.ofSeconds(50));
      happens(new Happening.MoreTime());
    }
    assertEquals(new Service.Pin("", Note.NONE), staff());
  }

  @Test
  void eachWrongPinIsRememberedAndARestartWinsNoTries() {
    open(HASH);
    happens(new Happening.AskService());
    for (int wrong = 1; wrong < 5; wrong++) {
      tries(false);
      assertEquals(new Effect.Remember(new Guard(wrong, Long.MIN_VALUE)), effects.getLast());
    }
    Guard before = kiosk.guard();
    kiosk = Kiosk.start(Language.ZH, List.of(), World.Reader.READY, false);
    happens(new Happening.Remembered(before));
    open(HASH);
    happens(new Happening.AskService());
    tries(false);
    assertEquals(new Service.Pin("", Note.LOCKED), staff());
    assertEquals(
        new Effect.Remember(new Guard(0, steady + Guard.LOCK.toMillis())), effects.getLast());
    passes(Guard.LOCK);
    happens(new Happening.AskService());
    tries(true);
    assertEquals(new Effect.Remember(Guard.NONE), effects.getLast());
  }

  @Test
  void aHallWithoutAPinHasNoMenu() {
    open(null);
    happens(new Happening.AskService());
    assertEquals(new Screen.Lines(0), kiosk.screen());
  }

  @Test
  void withoutTheHallTheMenuOpensByThePinThatWasKept() {
    happens(new Happening.Kept(setup(HASH)));
    happens(new Happening.AskService());
    tries(true);
    assertEquals(new Service.Menu(), staff());
    happens(new Happening.Open(Entry.PRINTER));
    happens(new Happening.Proceed());
    assertEquals(new Service.Printer(Result.UNREACHABLE, 0), staff());
    happens(new Happening.Home());
    assertEquals(new Screen.Blocked(Block.STARTING), back());
  }

  @Test
  void aKioskThatNeverHeardAHallOpensAPartOfTheMenuUntilOneIsHeard() {
    happens(new Happening.AskService());
    assertEquals(new Staff(new Service.Menu(), false), kiosk.screen());
    happens(new Happening.Open(Entry.PAPER));
    assertEquals(new Service.Menu(), staff());
    happens(new Happening.Open(Entry.NETWORK));
    assertInstanceOf(Service.Network.class, staff());
    open(HASH);
    assertEquals(new Screen.Lines(0), kiosk.screen());
  }

  @Test
  void aTestPageIsCalledPrintedOnlyWhenThePrinterSaidSo() {
    inMenu();
    happens(new Happening.Open(Entry.PRINTER));
    happens(new Happening.Proceed());
    var ask = assertInstanceOf(Effect.Ask.class, effects.getLast());
    assertEquals(new Act.PrintTestPage(Language.ZH), ask.act());
    assertEquals(new Service.Printer(Result.ASKED, ask.ask()), staff());
    happens(new Happening.Proceed());
    assertEquals(1, effects.stream().filter(Effect.Ask.class::isInstance).count());
    happens(new Happening.Answered(ask.ask(), new HallAnswer.Done()));
    assertEquals(new Service.Printer(Result.DONE, ask.ask()), staff());
    for (var end :
        List.of(
            new End("NOT_PRINTED", Result.FAILED),
            new End("PRINTER_NOT_READY", Result.NOT_READY))) {
      happens(new Happening.Proceed());
      long again = ((Effect.Ask) effects.getLast()).ask();
      happens(
          new Happening.Answered(again, new HallAnswer.Refused(end.code(), Text.of("否", "no"))));
      assertEquals(new Service.Printer(end.result(), again), staff());
    }
    happens(new Happening.Proceed());
    long last = ((Effect.Ask) effects.getLast()).ask();
    happens(new Happening.NotAnswered(last));
    assertEquals(new Service.Printer(Result.SILENT, last), staff());
    happens(new Happening.Answered(ask.ask(), new HallAnswer.Done()));
    assertEquals(new Service.Printer(Result.SILENT, last), staff(), "an old answer tells nothing");
  }

  private record End(String code, Result result) {}

  @Test
  void aNewRollIsRecordedOnce() {
    inMenu();
    happens(new Happening.Open(Entry.PAPER));
    happens(new Happening.Proceed());
    var ask = assertInstanceOf(Effect.Ask.class, effects.getLast());
    assertEquals(new Act.ReportNewRoll(), ask.act());
    happens(new Happening.Answered(ask.ask(), new HallAnswer.Done()));
    assertEquals(new Service.Paper(Result.DONE, ask.ask()), staff());
    happens(new Happening.Proceed());
    assertEquals(ask, effects.getLast());
  }

  @Test
  void aCardIsReadWithoutAWordOfIt() {
    inMenu();
    assertFalse(kiosk.wantsCard());
    happens(new Happening.Open(Entry.READER));
    assertTrue(kiosk.wantsCard());
    happens(new Happening.CardUnreadable());
    assertEquals(new Service.Reader(Service.Reader.Sight.UNREADABLE), staff());
    happens(new Happening.ReaderIs(World.Reader.CARD_LIES));
    happens(new Happening.Recognised(new Choice.Who("hash", true)));
    assertEquals(new Service.Reader(Service.Reader.Sight.READ), staff());
    happens(new Happening.ReaderIs(World.Reader.READY));
    assertEquals(new Service.Reader(Service.Reader.Sight.READ), staff());
  }

  @Test
  void theScreenShowsItsColoursThenTheFieldsThatFeelNoFinger() {
    inMenu();
    happens(new Happening.Open(Entry.SCREEN));
    for (int i = 0; i < Service.Colours.COUNT; i++) {
      assertEquals(new Service.Colours(i), staff());
      happens(new Happening.Proceed());
    }
    for (int i = 0; i < Service.Touching.FIELDS - 2; i++) {
      happens(new Happening.Hit(i));
      passes(Duration.ofSeconds(1));
    }
    passes(Duration.ofSeconds(11));
    var over = assertInstanceOf(Service.Touching.class, staff());
    assertTrue(over.over());
    assertEquals(Service.Touching.FIELDS - 2, over.hit().size());
    happens(new Happening.Proceed());
    assertEquals(new Service.Colours(0), staff());
  }

  @Test
  void whenEveryFieldFeltAFingerTheTestIsOver() {
    inMenu();
    happens(new Happening.Open(Entry.SCREEN));
    for (int i = 0; i < Service.Colours.COUNT; i++) {
      happens(new Happening.Proceed());
    }
    for (int i = 0; i < Service.Touching.FIELDS; i++) {
      happens(new Happening.Hit(i));
    }
    assertTrue(assertInstanceOf(Service.Touching.class, staff()).over());
  }

  @Test
  void keysAndScannerTellThatTheyWereUsed() {
    inMenu();
    happens(new Happening.Open(Entry.BUTTONS));
    assertEquals(new Effect.NameButtons(), effects.getLast());
    happens(new Happening.ButtonsAre(List.of("assist", "volume")));
    happens(new Happening.Pressed("assist"));
    happens(new Happening.Scanned("https://example.org/1"));
    assertEquals(
        new Service.Buttons(List.of("assist", "volume"), java.util.Set.of("assist"), 21), staff());
  }

  @Test
  void theNetworkIsLookedAtEveryTwoSecondsAndDoesNotKeepTheMenuOpen() {
    inMenu();
    happens(new Happening.Open(Entry.NETWORK));
    assertEquals(1, looks());
    var machine =
        new Machine("kiosk-1", "tcp://10.0.0.1:1883", "", List.of("10.0.0.9"), 1, "0.1.0", 60);
    happens(new Happening.LookedAround(machine));
    assertEquals(machine, assertInstanceOf(Service.Network.class, staff()).machine());
    passes(Duration.ofSeconds(1));
    assertEquals(1, looks());
    passes(Duration.ofSeconds(1));
    assertEquals(2, looks());
    passes(Duration.ofSeconds(58));
    assertEquals(new Screen.Lines(0), kiosk.screen());
  }

  @Test
  void restartAndExitAreAskedTwice() {
    for (var leave : Leave.values()) {
      inMenu();
      happens(new Happening.Open(leave == Leave.EXIT ? Entry.EXIT : Entry.RESTART));
      assertTrue(effects.stream().noneMatch(Effect.End.class::isInstance));
      happens(new Happening.Proceed());
      assertEquals(new Effect.End(leave), effects.getLast());
      assertEquals(new Service.Leaving(leave), staff());
      kiosk = Kiosk.start(Language.ZH, List.of(), World.Reader.READY, false);
      effects.clear();
    }
  }

  @Test
  void aMinuteWithoutATouchClosesTheMenuAndAClosedHallIsShownAgain() {
    inMenu();
    passes(Duration.ofSeconds(59));
    assertEquals(new Service.Menu(), staff());
    happens(new Happening.Said(SampleHall.closed(java.time.LocalDateTime.of(2026, 11, 5, 14, 0))));
    assertEquals(new Service.Menu(), staff(), "the hall does not take the menu away");
    passes(Duration.ofSeconds(1));
    assertEquals(new Screen.Blocked(Block.CLOSED), kiosk.screen());
  }

  @Test
  void noPinIsWrittenAnywhere() {
    open(HASH);
    happens(new Happening.AskService());
    types("492713");
    assertFalse(kiosk.screen().toString().contains("492713"));
    happens(new Happening.DigitsDone());
    assertFalse(effects.toString().contains("492713"));
    assertFalse(new Happening.Type("4").toString().contains("4"));
  }

  private Screen back() {
    return kiosk.screen();
  }

  private long looks() {
    return effects.stream().filter(Effect.LookAround.class::isInstance).count();
  }

  private void inMenu() {
    open(HASH);
    happens(new Happening.AskService());
    tries(true);
    effects.clear();
  }

  private void tries(boolean right) {
    types("492713");
    happens(new Happening.DigitsDone());
    happens(new Happening.PinChecked(right));
  }

  private void types(String digits) {
    for (String digit : digits.split("")) {
      happens(new Happening.Type(digit));
    }
  }

  private Service staff() {
    return assertInstanceOf(Staff.class, kiosk.screen()).at();
  }

  private void open(@org.jspecify.annotations.Nullable String hash) {
    happens(new Happening.Reached(Reach.ONLINE));
    happens(new Happening.Said(SampleHall.open(false)));
    happens(new Happening.Said(SampleHall.catalogue(14, 4)));
    happens(new Happening.Said(SampleHall.lines(14)));
    happens(new Happening.Said(setup(hash)));
  }

  private static DeviceSetup setup(@org.jspecify.annotations.Nullable String hash) {
    return new DeviceSetup(
        DeviceRole.KIOSK,
        null,
        new DeviceSetup.Printer(true, Paper.OK, true),
        null,
        null,
        null,
        new DeviceSetup.Kiosk(hash),
        null);
  }

  private void passes(Duration time) {
    steady += time.toMillis();
    happens(new Happening.Tick(SampleHall.NOW, steady));
  }

  private void happens(Happening happening) {
    Flow.Step<Kiosk, Effect> step = flow.next(kiosk, happening);
    kiosk = step.screen();
    effects.addAll(step.effects());
  }
}
