package io.tidehall.display.pad;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.reached;
import static io.tidehall.display.Township.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.display.Happening;
import io.tidehall.display.Township;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PadFlowTest {
  private final List<PadScreen.Asking> asked = new ArrayList<>();
  private PadScreen screen = PadScreen.at(NOW);

  PadFlowTest() {
    happen(new PadHappening.Seen(reached(Reach.ONLINE, NOW)));
    hear(Township.at(DeviceRole.CALL_PAD, "3"), window(1, Stage.IDLE, "", 0));
  }

  @Test
  void aPressAsksTheHallOnceAndSaysThatItDoes() {
    press(Act.Button.NEXT);
    assertEquals(List.of(Act.Button.NEXT), buttons());
    assertEquals("下一位…", paint().message());
    happen(new PadHappening.Answered(1, new HallAnswer.Done()));
    assertEquals("下一位 ✓", paint().message());
    tick(PadFlow.DONE_SHOWN);
    assertEquals("", paint().message());
  }

  @Test
  void whileOnePressIsOnItsWayNoOtherCounts() {
    press(Act.Button.NEXT);
    tick(Duration.ofSeconds(2));
    press(Act.Button.NEXT);
    press(Act.Button.PAUSE);
    assertEquals(List.of(Act.Button.NEXT), buttons());
  }

  @Test
  void aDoublePressIsOnePressHoweverFastTheAnswer() {
    press(Act.Button.PAUSE);
    happen(new PadHappening.Answered(1, new HallAnswer.Done()));
    tick(Duration.ofMillis(400));
    press(Act.Button.PAUSE);
    assertEquals(List.of(Act.Button.PAUSE), buttons());
    tick(Duration.ofMillis(700));
    press(Act.Button.PAUSE);
    assertEquals(List.of(Act.Button.PAUSE, Act.Button.PAUSE), buttons());
  }

  @Test
  void anotherButtonCountsAtOnce() {
    press(Act.Button.NEXT);
    happen(new PadHappening.Answered(1, new HallAnswer.Done()));
    press(Act.Button.ARRIVED);
    assertEquals(List.of(Act.Button.NEXT, Act.Button.ARRIVED), buttons());
  }

  @Test
  void aKeyThatIsHeldMeansItsSecondFunctionWhileItIsStillDown() {
    move(Act.Button.NEXT, true, 0);
    tick(Duration.ofMillis(600));
    assertEquals(List.of(), buttons());
    tick(PadFlow.HOLD);
    assertEquals(List.of(Act.Button.ARRIVED), buttons());
    move(Act.Button.NEXT, false, 200);
    assertEquals(List.of(Act.Button.ARRIVED), buttons(), "letting it go means nothing more");
  }

  @Test
  void aKeyThatIsLetGoBetweenTwoTicksIsJudgedByItsOwnTime() {
    move(Act.Button.FINISH, true, 0);
    move(Act.Button.FINISH, false, PadFlow.HOLD.toMillis() + 1);
    assertEquals(List.of(Act.Button.FINISH_ADVICE), buttons());
  }

  @Test
  void aKeyWithoutASecondFunctionCountsAsItGoesDownHoweverLongItIsHeld() {
    move(Act.Button.RECALL, true, 0);
    assertEquals(List.of(Act.Button.RECALL), buttons());
    tick(PadFlow.HOLD.multipliedBy(2));
    move(Act.Button.RECALL, false, 0);
    assertEquals(List.of(Act.Button.RECALL), buttons());
  }

  @Test
  void anEmergencyIsCalledByHoldingAKeyAndNeverByATap() {
    press(Act.Button.EMERGENCY);
    assertEquals(List.of(), buttons());
    assertTrue(paint().message().contains("按住"), paint().message());
    move(Act.Button.EMERGENCY, true, 0);
    tick(PadFlow.HOLD);
    assertEquals(List.of(Act.Button.EMERGENCY), buttons());
    happen(new PadHappening.Answered(1, new HallAnswer.Done()));
    tick(Duration.ofSeconds(3));
    move(Act.Button.PAUSE, true, 0);
    tick(Duration.ofSeconds(5));
    assertEquals(List.of(Act.Button.EMERGENCY, Act.Button.EMERGENCY), buttons());
  }

  @Test
  void aKeyThatWasDownWhenThePadWentMeansNothing() {
    move(Act.Button.PAUSE, true, 0);
    happen(new PadHappening.Lost());
    tick(PadFlow.HOLD.multipliedBy(2));
    assertEquals(List.of(), buttons());
  }

  @Test
  void twoKeysThatRollOverEachOtherLoseNoPress() {
    move(Act.Button.NEXT, true, 0);
    move(Act.Button.PAUSE, true, 80);
    move(Act.Button.NEXT, false, 100);
    assertEquals(List.of(Act.Button.NEXT), buttons());
  }

  @Test
  void figuresTellNumberWaitingAndWhetherThePressWasRefused() {
    assertEquals(new PadFigures(0, 12, PadFigures.State.IDLE, false), PadFigures.of(screen));
    hear(window(2, Stage.CALLED, "AP1017", 2));
    assertEquals(new PadFigures(1017, 12, PadFigures.State.CALLED, false), PadFigures.of(screen));
    press(Act.Button.NO_SHOW);
    happen(new PadHappening.Answered(1, new HallAnswer.Refused("X", Text.of("再呼叫", "Again"))));
    assertTrue(PadFigures.of(screen).refused());
    happen(new PadHappening.Seen(reached(Reach.NO_BROKER, NOW)));
    assertEquals(1017, PadFigures.of(screen).number());
    tick(PadFigures.SILENCE);
    assertEquals(PadFigures.none(), PadFigures.of(screen));
  }

  @Test
  void aRefusalIsShownInTheHallsWordsForSomeSeconds() {
    press(Act.Button.NO_SHOW);
    happen(
        new PadHappening.Answered(
            1, new HallAnswer.Refused("TOO_FEW_CALLS", Text.of("再呼叫1次", "Call once more"))));
    tick(Duration.ofSeconds(4));
    assertEquals("再呼叫1次", paint().message());
    assertEquals(PadPicture.Mood.REFUSED, paint().mood());
    tick(PadFlow.REFUSAL_SHOWN);
    assertEquals("", paint().message());
  }

  @Test
  void withoutAnAnswerItSaysToLookBeforePressingAgain() {
    press(Act.Button.NEXT);
    happen(new PadHappening.Unanswered(1));
    assertTrue(paint().message().contains("没有应答"), paint().message());
    happen(new PadHappening.Answered(1, new HallAnswer.Done()));
    assertTrue(paint().message().contains("没有应答"), "a late answer changes nothing");
  }

  @Test
  void aPressIsGivenUpWhenNothingIsEverHeardOfIt() {
    press(Act.Button.NEXT);
    tick(PadFlow.GIVE_UP);
    press(Act.Button.RECALL);
    assertEquals(List.of(Act.Button.NEXT, Act.Button.RECALL), buttons());
  }

  @Test
  void withoutTheHallAPressIsNotSentAndThePadSaysSo() {
    happen(new PadHappening.Seen(reached(Reach.NO_BROKER, NOW)));
    press(Act.Button.NEXT);
    assertEquals(List.of(), buttons());
    assertTrue(paint().message().contains("按键没有发出"), paint().message());
  }

  @Test
  void theUsualNextButtonFollowsFromTheWindowsStage() {
    assertEquals(List.of(Act.Button.NEXT), usual());
    hear(window(2, Stage.CALLED, "A001", 1));
    assertEquals(List.of(Act.Button.ARRIVED), usual());
    hear(window(3, Stage.SERVING, "A001", 1));
    assertEquals(List.of(Act.Button.FINISH), usual());
    hear(window(4, Stage.PAUSED, "", 0));
    assertEquals(List.of(Act.Button.PAUSE), usual());
    hear(window(5, Stage.NOT_OPEN, "", 0));
    assertEquals(List.of(), usual());
  }

  @Test
  void whilePausedTheButtonSaysResume() {
    hear(window(2, Stage.PAUSED, "", 0));
    assertEquals("恢复", paint().keys().get(5).label());
  }

  @Test
  void numberAndWaitingAreAlwaysSeen() {
    hear(window(2, Stage.CALLED, "A001", 2));
    assertEquals("A001", paint().number());
    assertEquals("已呼叫2次", paint().stage());
    assertEquals("12人等候", paint().waiting());
    assertEquals("12 waiting", PadPainter.paint(screen, Language.EN).waiting());
  }

  private void happen(PadHappening happening) {
    var step = PadFlow.next(screen, happening);
    screen = step.screen();
    asked.addAll(step.effects());
  }

  private void hear(Message... messages) {
    for (var message : messages) {
      happen(new PadHappening.Seen(new Happening.Heard(message)));
    }
  }

  /** A short press at the time of the last tick. */
  private void press(Act.Button button) {
    move(button, true, 0);
    move(button, false, 100);
  }

  private void move(Act.Button button, boolean down, long laterMillis) {
    happen(
        new PadHappening.Moved(button, down, screen.surroundings().now().plusMillis(laterMillis)));
  }

  private void tick(Duration sinceStart) {
    happen(new PadHappening.Seen(new Happening.Tick(NOW.plus(sinceStart))));
  }

  private List<Act.Button> buttons() {
    return asked.stream().map(PadScreen.Asking::button).toList();
  }

  private List<Act.Button> usual() {
    return paint().keys().stream()
        .filter(it -> it.use() == PadPicture.Use.USUAL)
        .map(PadPicture.Key::button)
        .toList();
  }

  private PadPicture paint() {
    return PadPainter.paint(screen, Language.ZH);
  }
}
