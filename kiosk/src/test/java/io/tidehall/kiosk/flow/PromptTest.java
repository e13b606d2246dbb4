package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Texts;
import io.tidehall.kiosk.KioskApp;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is spoken follows from what is shown, to whom it was promised, and as loud as wanted. */
class PromptTest {
  private final KioskFlow flow = new KioskFlow();
  private final Texts texts = Texts.beside(KioskApp.class);
  private final List<Effect> effects = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long steady;

  @Test
  void nobodyIsSpokenToUnlessTheyWantIt() {
    open(null);
    happens(new Happening.ChooseLine("A"));
    assertEquals(List.of(), said());
    happens(new Happening.AskAids());
    happens(new Happening.SwitchAid(Comfort.Aid.SPOKEN));
    assertEquals(List.of("say.aids"), said());
    happens(new Happening.Back());
    assertEquals(List.of("say.items"), said());
    happens(new Happening.Home());
    assertEquals(List.of(), said(), "the next visitor has not asked for it");
  }

  @Test
  void whereTheHallSaysAlwaysEveryVisitorIsSpokenToAndAnEmptyHallIsNot() {
    open(new DeviceSetup.Speech(true, 50));
    assertEquals(List.of(), said(), "nobody stands there");
    happens(new Happening.ChooseLine("A"));
    assertEquals(List.of("say.items"), said());
    happens(new Happening.Back());
    assertEquals(List.of(), said(), "as it was found");
    happens(new Happening.AskAids());
    assertTrue(kiosk.has(Comfort.Aid.SPOKEN));
    happens(new Happening.SwitchAid(Comfort.Aid.SPOKEN));
    assertEquals(List.of(), said(), "who wants quiet has it");
  }

  @Test
  void theWayToTheNumberIsSpokenToItsEnd() {
    open(new DeviceSetup.Speech(true, 50));
    happens(new Happening.ChooseLine("N"));
    assertEquals(List.of("say.confirm"), said());
    happens(new Happening.Take());
    assertEquals(List.of(), said());
    var ask = (Effect.Ask) effects.getLast();
    happens(
        new Happening.Answered(
            ask.ask(), new HallAnswer.TicketIssued(SampleHall.ticket("A012", false))));
    assertEquals(List.of("say.number", "say.wait.windows", "say.slip"), said());
    assertEquals(List.of("A 0 1 2"), Prompt.of(kiosk).orElseThrow().lines().getFirst().arguments());
    assertEquals(List.of("1、2、3"), Prompt.of(kiosk).orElseThrow().lines().get(1).arguments());
    passes(Duration.ofSeconds(30));
    assertEquals(List.of(), said());
  }

  @Test
  void aBookingsCodeIsNeverSpoken() {
    open(new DeviceSetup.Speech(true, 50));
    happens(new Happening.Said(SampleHall.booking()));
    happens(new Happening.HaveBooked());
    Prompt before = Prompt.of(kiosk).orElseThrow();
    for (String digit : "4071".split("")) {
      happens(new Happening.Type(digit));
    }
    assertEquals(before, Prompt.of(kiosk).orElseThrow(), "typing neither cuts nor tells");
    happens(new Happening.DigitsDone());
    var ask = (Effect.Ask) effects.getLast();
    happens(
        new Happening.Answered(
            ask.ask(), new HallAnswer.Refused("UNKNOWN_BOOKING", Text.of("没有 4071", "no 4071"))));
    assertFalse(Prompt.of(kiosk).toString().contains("4071"));
    assertEquals(List.of("say.check-in.again"), said());
  }

  @Test
  void anotherLanguageOrLoudnessIsAnotherPrompt() {
    open(new DeviceSetup.Speech(true, 50));
    happens(new Happening.ChooseLine("A"));
    happens(new Happening.SwitchLanguage());
    assertEquals(Language.EN, Prompt.of(kiosk).orElseThrow().language());
    happens(new Happening.AskAids());
    happens(new Happening.Louder(1));
    assertEquals(65, Prompt.of(kiosk).orElseThrow().percent());
    for (int i = 0; i < 9; i++) {
      happens(new Happening.Louder(-1));
    }
    assertEquals(10, Prompt.of(kiosk).orElseThrow().percent(), "soft, and not off");
    for (int i = 0; i < 9; i++) {
      happens(new Happening.Louder(1));
    }
    assertEquals(95, Prompt.of(kiosk).orElseThrow().percent());
    happens(new Happening.Home());
    happens(new Happening.ChooseLine("A"));
    assertEquals(50, Prompt.of(kiosk).orElseThrow().percent(), "gone with the visitor");
  }

  @Test
  void loudnessZeroAndNoVoiceAreSilentAndOfferNothing() {
    open(new DeviceSetup.Speech(true, 0));
    happens(new Happening.ChooseLine("A"));
    assertEquals(List.of(), said());
    assertFalse(kiosk.world().speaks());
    assertEquals(List.of(), kiosk.world().faults());
    open(new DeviceSetup.Speech(true, 50));
    assertEquals(List.of("say.items"), said());
    happens(new Happening.VoiceIs(new World.Voice(false, null)));
    assertEquals(List.of(), said());
    assertEquals(List.of("no-prompts"), kiosk.world().faults(), "the hall wants it, and is told");
    happens(new Happening.VoiceIs(new World.Voice(true, null, true)));
    assertEquals(List.of("no-sound"), kiosk.world().faults());
  }

  @Test
  void staffSetTheKiosksOwnLoudnessAndHearIt() {
    open(new DeviceSetup.Speech(false, 50));
    kiosk = kiosk.show(new Screen.Staff(new Service.Menu(), true));
    happens(new Happening.Open(Service.Entry.SOUND));
    assertEquals(List.of(), said());
    happens(new Happening.Louder(2));
    assertEquals(new Effect.KeepLoudness(70), effects.getLast());
    happens(new Happening.Proceed());
    assertEquals(List.of("say.test"), said());
    Prompt once = Prompt.of(kiosk).orElseThrow();
    assertEquals(70, once.percent());
    happens(new Happening.Proceed());
    assertFalse(once.equals(Prompt.of(kiosk).orElseThrow()), "and once more");
    happens(new Happening.HallsLoudness());
    assertEquals(new Effect.KeepLoudness(null), effects.getLast());
    assertEquals(50, kiosk.world().loudness());
    for (int i = 0; i < 9; i++) {
      happens(new Happening.Louder(-1));
    }
    assertEquals(0, kiosk.world().loudness());
    assertFalse(kiosk.world().speaks(), "off");
  }

  @Test
  void everyPromptHasItsWords() {
    for (String key :
        List.of(
            "lines",
            "lines.more",
            "items",
            "search",
            "guide",
            "identify",
            "identify.card",
            "identify.phone",
            "check-in",
            "check-in.again",
            "confirm",
            "greens",
            "aids",
            "apart",
            "number",
            "wait.hall",
            "wait.windows",
            "slip",
            "next",
            "exists",
            "refused",
            "unanswered",
            "test")) {
      assertTrue(texts.has("say." + key), key);
    }
  }

  private List<String> said() {
    return Prompt.of(kiosk)
        .map(it -> it.lines().stream().map(Prompt.Line::key).toList())
        .orElse(List.of());
  }

  private void open(DeviceSetup.@Nullable Speech speech) {
    happens(new Happening.VoiceIs(new World.Voice(true, null)));
    happens(new Happening.Reached(Reach.ONLINE));
    happens(new Happening.Said(SampleHall.open(false)));
    happens(new Happening.Said(SampleHall.catalogue(14, 4)));
    happens(new Happening.Said(SampleHall.lines(14)));
    happens(
        new Happening.Said(
            new DeviceSetup(
                DeviceRole.KIOSK,
                null,
                new DeviceSetup.Printer(true, Paper.OK, true),
                null,
                null,
                null,
                new DeviceSetup.Kiosk(null, speech),
                null)));
  }

  private void passes(Duration time) {
    steady += time.toMillis();
    happens(new Happening.Tick(SampleHall.NOW, steady));
  }

  private void happens(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    effects.addAll(step.effects());
  }
}
