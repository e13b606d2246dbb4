package io.tidehall.kiosk.pad.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.device.flow.Flow.Step;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.pad.flow.PadHappening.ChooseLevel;
import io.tidehall.kiosk.pad.flow.PadHappening.Said;
import io.tidehall.kiosk.pad.flow.PadHappening.Tick;
import io.tidehall.kiosk.pad.flow.PadHappening.ToggleReason;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.WindowState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the rating (好差评), without a window. */
class PadFlowTest {
  private final PadFlow flow = new PadFlow();
  private final List<PadEffect> effects = new ArrayList<>();
  private Pad pad = Pad.start(Language.ZH);
  private long steady = 5_000;

  @BeforeEach
  void aWindow() {
    happen(new Tick(SampleHall.NOW, steady));
    happen(new Said(SampleHall.catalogue(2, 1)));
    happen(new Said(SampleHall.window(Stage.SERVING, null)));
  }

  @Test
  void thePadSleepsUntilTheServiceEnds() {
    shows(new PadScreen.Idle());
    invite("s1");
    assertInstanceOf(PadScreen.Rate.class, pad.screen());
    assertEquals(OptionalLong.of(60), pad.countdown());
  }

  @Test
  void aGoodRatingIsOneTouch() {
    invite("s1");
    happen(new ChooseLevel(5));
    assertEquals(List.of(new PadEffect.Rate("s1", 5, List.of(), false)), effects);
    shows(new PadScreen.Thanks());
    pass(5);
    shows(new PadScreen.Idle());
  }

  @Test
  void aDoubleTapRatesOnce() {
    invite("s1");
    happen(new ChooseLevel(4));
    happen(new ChooseLevel(4));
    happen(new ChooseLevel(1));
    assertEquals(1, effects.size());
  }

  @Test
  void aServiceRatedOnceIsNotAskedAboutAgain() {
    invite("s1");
    happen(new ChooseLevel(3));
    invite("s1");
    pass(5);
    invite("s1");
    shows(new PadScreen.Idle());
    assertEquals(1, effects.size());
  }

  @Test
  void aMinuteOfSilenceIsNoRating() {
    invite("s1");
    pass(59);
    assertEquals(List.of(), effects);
    pass(1);
    assertEquals(List.of(new PadEffect.Decline("s1")), effects);
    shows(new PadScreen.Idle());
  }

  @Test
  void noWishToRateIsTakenAtOnce() {
    invite("s1");
    happen(new PadHappening.Decline());
    assertEquals(List.of(new PadEffect.Decline("s1")), effects);
  }

  @Test
  void aBadRatingNeedsAReason() {
    invite("s1");
    happen(new ChooseLevel(1));
    happen(new PadHappening.Send());
    assertEquals(List.of(), effects);
    happen(new ToggleReason("115"));
    happen(new ToggleReason("113"));
    happen(new PadHappening.Send());
    assertEquals(List.of(new PadEffect.Rate("s1", 1, List.of("113", "115"), false)), effects);
  }

  @Test
  void aReasonTouchedTwiceIsNoReason() {
    invite("s1");
    happen(new ChooseLevel(2));
    happen(new ToggleReason("213"));
    happen(new ToggleReason("213"));
    happen(new PadHappening.Send());
    assertEquals(List.of(), effects);
  }

  @Test
  void whoFindsNoReasonMaySayItAtTheDesk() {
    invite("s1");
    happen(new ChooseLevel(2));
    happen(new PadHappening.SayAtDesk());
    assertEquals(List.of(new PadEffect.Rate("s1", 2, List.of(), true)), effects);
  }

  @Test
  void whoTouchedTheWrongLevelGoesBackToFiveEqualOnes() {
    invite("s1");
    happen(new ChooseLevel(1));
    happen(new ToggleReason("115"));
    happen(new PadHappening.Back());
    happen(new ChooseLevel(2));
    shows(new PadScreen.Reasons(SampleHall.invitation("s1"), 2, Set.of()));
  }

  @Test
  void aBadLevelLeftWithoutReasonIsNoRating() {
    invite("s1");
    happen(new ChooseLevel(1));
    pass(60);
    assertEquals(List.of(new PadEffect.Decline("s1")), effects);
  }

  @Test
  void theNextVisitorNeverRatesThePreviousService() {
    invite("s1");
    happen(new ChooseLevel(1));
    invite("s2");
    shows(new PadScreen.Rate(SampleHall.invitation("s2")));
    assertEquals(List.of(new PadEffect.Decline("s1")), effects);
  }

  @Test
  void whenTheHallWaitsNoLongerThePadSleeps() {
    invite("s1");
    happen(new Said(SampleHall.window(Stage.IDLE, null)));
    shows(new PadScreen.Idle());
    assertEquals(List.of(), effects);
  }

  @Test
  void whoIsChoosingReasonsIsHeardOut() {
    invite("s1");
    happen(new ChooseLevel(1));
    happen(new Said(SampleHall.window(Stage.IDLE, null)));
    happen(new ToggleReason("115"));
    happen(new PadHappening.Send());
    assertEquals(List.of(new PadEffect.Rate("s1", 1, List.of("115"), false)), effects);
  }

  @Test
  void anInvitationDuringTheThanksIsShownAfterwards() {
    invite("s1");
    happen(new ChooseLevel(5));
    invite("s2");
    shows(new PadScreen.Rate(SampleHall.invitation("s2")));
  }

  @Test
  void anInvitationThatIsOverWakesNobody() {
    happen(new Tick(SampleHall.NOW.plusSeconds(3_600), steady));
    invite("s1");
    shows(new PadScreen.Idle());
  }

  @Test
  void thePadsMinuteEndsWithTheHalls() {
    happen(new Tick(SampleHall.NOW.plusSeconds(48), steady));
    invite("s1");
    assertEquals(OptionalLong.of(12), pad.countdown());
  }

  @Test
  void buttonsPressedAtAnIdlePadDoNothing() {
    happen(new ChooseLevel(5));
    happen(new PadHappening.Send());
    happen(new PadHappening.SayAtDesk());
    happen(new PadHappening.Decline());
    assertEquals(List.of(), effects);
  }

  @Test
  void theNextVisitorBeginsInTheHallsLanguage() {
    invite("s1");
    happen(new PadHappening.SwitchLanguage());
    happen(new ChooseLevel(5));
    assertEquals(Language.EN, pad.language());
    pass(5);
    assertEquals(Language.ZH, pad.language());
  }

  private void invite(String service) {
    happen(new Said(SampleHall.window(Stage.IDLE, SampleHall.invitation(service))));
  }

  private void happen(PadHappening happening) {
    Step<Pad, PadEffect> step = flow.next(pad, happening);
    pad = step.screen();
    effects.addAll(step.effects());
  }

  private void pass(long seconds) {
    steady += seconds * 1_000;
    happen(new Tick(SampleHall.NOW, steady));
  }

  private void shows(PadScreen screen) {
    assertEquals(screen, pad.screen());
  }
}
