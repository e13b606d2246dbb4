package io.tidehall.server.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.routing.OwnQueueFirst;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.server.readmodel.RecordedDay;
import io.tidehall.server.whatif.Question.Policy;
import io.tidehall.server.whatif.Question.Span;
import io.tidehall.server.whatif.Question.Staffing;
import io.tidehall.server.whatif.Question.TideWish;
import io.tidehall.server.whatif.Question.WindowWish;
import io.tidehall.server.whatif.WhatIfs.Asked;
import io.tidehall.server.whatif.WhatIfs.Job;
import io.tidehall.server.whatif.WhatIfs.Refused;
import io.tidehall.server.whatif.WhatIfs.Started;
import io.tidehall.server.whatif.WhatIfs.State;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A steady morning asked about again and again. */
final class WhatIfsTest {
  @TempDir private static Path folder = Path.of("set by JUnit");
  private static SteadyDay day;

  @BeforeAll
  static void live() {
    day = new SteadyDay(folder);
  }

  @AfterAll
  static void close() {
    day.close();
  }

  private static WhatIfs atOnce() {
    return new WhatIfs(day.model, day::state, Runnable::run);
  }

  private static Answer answer(Question question) {
    try (var whatIfs = atOnce()) {
      assertInstanceOf(Started.class, whatIfs.ask(question));
      Job job = whatIfs.latest().orElseThrow();
      assertEquals(State.DONE, job.state(), String.valueOf(job.problem()));
      assertEquals(100, job.percent());
      return Objects.requireNonNull(job.answer());
    }
  }

  @Test
  void aTidalWindowTakesItsClerkFromTheWindowThatLendsHer() {
    Answer own = tidal(null);
    Answer lent = tidal(new WindowId("1"));
    assertEquals(1, lent.left().lent());
    assertTrue(lent.whatIf().tidalHours() > 0, lent.toString());
    assertTrue(own.whatIf().windowHours() > own.model().windowHours() + 0.5, own.toString());
    assertTrue(lent.whatIf().windowHours() < lent.model().windowHours() + 0.2, lent.toString());
    assertEquals(0, lent.whatIf().unserved());
  }

  /** Window 3 takes line C, and opens when somebody waits there. */
  private static Answer tidal(@Nullable WindowId lender) {
    var three = new WindowId("3");
    var rule = new TideWish(TideWish.Rule.THRESHOLD, Map.of("open", 0.9, "close", 0.2));
    var tides =
        TidePlan.of(
            List.of(new TidalWindow(three, null, lender, new TideRule.Manual(), false)),
            DemandForecast.NONE);
    HallState state = day.state();
    HallState laidOut = after(state, new Command.Configure(state.plan().with(tides, List.of())));
    HallState asked =
        after(laidOut, new Command.ChangeWindow(three, WindowKind.TIDAL, List.of(new LineId("C"))));
    try (var whatIfs = new WhatIfs(day.model, () -> asked, Runnable::run)) {
      var question = new Question(SteadyDay.DAY, null, List.of(), 0, rule);
      assertInstanceOf(Started.class, whatIfs.ask(question));
      return Objects.requireNonNull(whatIfs.latest().orElseThrow().answer());
    }
  }

  private static HallState after(HallState state, Command command) {
    return Hall.step(
            state, new Request(command.toString(), Actor.manager("m"), command), state.at())
        .after();
  }

  private static Question windows(WindowWish... wishes) {
    return new Question(SteadyDay.DAY, null, List.of(wishes), 0, TideWish.AS_IT_WAS);
  }

  @Test
  void aDayPlayedAgainAsItWasIsTheDay() {
    Answer answer = answer(Question.asItWas(SteadyDay.DAY));
    assertEquals(answer.model(), answer.whatIf());
    assertTrue(answer.actual().mean() > 3, "people waited: " + answer.actual());
    assertEquals(Answer.Fit.Grade.GOOD, answer.fit().grade());
    // The morning goes by steps of five seconds, 0.08 minutes; the model knows none.
    assertEquals(0, answer.fit().meanError(), 0.05, answer.toString());
    assertEquals(answer.actual().p99(), answer.model().p99(), 0.1);
    assertEquals(answer.actual().worstLine(), answer.model().worstLine());
    assertEquals(answer.actual().windowHours(), answer.model().windowHours(), 0.02);
    assertEquals(answer.actual().idleWhileWaiting(), answer.model().idleWhileWaiting(), 0.005);
    assertEquals(answer.actual().spreadOfUse(), answer.model().spreadOfUse(), 0.005);
    for (Answer.Quarter it : answer.quarters()) {
      assertEquals(it.actual(), it.model(), 0.05, it.toString());
    }
  }

  @Test
  void whatWasLeftOutIsTold() {
    Answer.Left left = answer(Question.asItWas(SteadyDay.DAY)).left();
    assertEquals(day.visitors - 1, left.visits(), "one gave up");
    assertEquals(1, left.noShows());
    assertEquals(1, left.voided());
    assertTrue(day.stoodBack);
    assertEquals(1, left.stoodBack());
    assertEquals(0, left.again(), "who stood back waited once");
    assertEquals(0, left.lent());
    assertEquals(SteadyDay.PAUSE_SECONDS, left.pauseSeconds());
    assertEquals(1, left.policies());
  }

  @Test
  void oneWindowMoreShortensTheWaitsAndCostsHours() {
    Answer answer = answer(new Question(SteadyDay.DAY, null, List.of(), 1, TideWish.AS_IT_WAS));
    assertTrue(answer.whatIf().mean() < answer.model().mean() / 2, answer.toString());
    assertTrue(answer.whatIf().windowHours() > answer.model().windowHours() + 2);
    assertEquals(0, answer.whatIf().unserved());
  }

  @Test
  void aLineWhoseOnlyWindowIsClosedIsServedByNobody() {
    Answer answer = answer(windows(new WindowWish("2", Staffing.CLOSED, List.of(), null)));
    Answer.LineWaits c =
        answer.lines().stream().filter(it -> it.line().equals("C")).findFirst().orElseThrow();
    assertEquals(c.visits(), answer.whatIf().unserved());
    assertEquals(0, answer.model().unserved());
  }

  @Test
  void aWindowIsStaffedAtTheTimesAskedFor() {
    var spans = List.of(new Span(LocalTime.of(9, 0), LocalTime.of(11, 45)));
    Answer through = answer(windows(new WindowWish("1", Staffing.SPANS, spans, null)));
    assertTrue(through.whatIf().mean() < through.model().mean(), "no break at ten");
    Answer third = answer(windows(new WindowWish("3", Staffing.ALL_DAY, List.of(), null)));
    assertTrue(third.whatIf().mean() < third.model().mean(), "a dedicated window for A");
  }

  @Test
  void anotherPolicyCallsTheSameVisitors() {
    var policy = new Policy(OwnQueueFirst.NAME, Map.of());
    Answer answer = answer(new Question(SteadyDay.DAY, policy, List.of(), 0, TideWish.AS_IT_WAS));
    assertEquals("balanced", answer.policy().name());
    assertEquals(OwnQueueFirst.NAME, answer.whatIfPolicy().name());
    assertEquals(0, answer.whatIf().unserved());
  }

  @Test
  void theLatestPastDayIsOfferedAndNoOtherIsAnswered() {
    try (var whatIfs = atOnce()) {
      assertEquals(List.of(new RecordedDay.Past(SteadyDay.DAY, day.visitors)), whatIfs.days());
      Asked other = whatIfs.ask(Question.asItWas(SteadyDay.DAY.plusDays(1)));
      assertEquals(Refused.NO_SUCH_DAY, assertInstanceOf(Refused.class, other).code());
      assertTrue(whatIfs.latest().isEmpty());
    }
  }

  @Test
  void aQuestionThatCannotBeIsRefusedInWords() {
    var wrong = new Policy("balanced", Map.of("guard", 999.0));
    assertEquals(
        "Expected guard to be a number from 0 to 240, but it is 999",
        refused(new Question(SteadyDay.DAY, wrong, List.of(), 0, TideWish.AS_IT_WAS)).detail());
    var none = new WindowWish("99", Staffing.CLOSED, List.of(), null);
    assertEquals("没有这个窗口：99", refused(windows(none)).words().zh());
    var backward =
        new WindowWish(
            "1", Staffing.SPANS, List.of(new Span(LocalTime.of(11, 0), LocalTime.of(10, 0))), null);
    assertTrue(refused(windows(backward)).words().en().contains("each ending after its start"));
    var field = new WindowWish("1", Staffing.AS_IT_WAS, List.of(), List.of("no such"));
    assertEquals("There is no field no such", refused(windows(field)).words().en());
    var tide = new TideWish(TideWish.Rule.THRESHOLD, Map.of("open", 3.0, "close", 5.0));
    assertTrue(
        refused(new Question(SteadyDay.DAY, null, List.of(), 0, tide))
            .detail()
            .contains("close to be below open"));
    assertEquals(
        "Expected extra to be 0 to 20, but it is -1",
        refused(new Question(SteadyDay.DAY, null, List.of(), -1, TideWish.AS_IT_WAS)).detail());
  }

  private static Refused refused(Question question) {
    try (var whatIfs = atOnce()) {
      return assertInstanceOf(Refused.class, whatIfs.ask(question));
    }
  }

  @Test
  void oneJobAtATimeAndACancelledOneIsNeverAnswered() {
    List<Runnable> later = new ArrayList<>();
    try (var whatIfs = new WhatIfs(day.model, day::state, later::add)) {
      var question = Question.asItWas(SteadyDay.DAY);
      Job first = assertInstanceOf(Started.class, whatIfs.ask(question)).job();
      assertEquals(Refused.RUNNING, assertInstanceOf(Refused.class, whatIfs.ask(question)).code());
      assertEquals(State.CANCELLED, whatIfs.cancel(first.id()).orElseThrow().state());
      later.getFirst().run();
      assertEquals(State.CANCELLED, whatIfs.find(first.id()).orElseThrow().state());
      assertNull(whatIfs.find(first.id()).orElseThrow().answer());

      Job second = assertInstanceOf(Started.class, whatIfs.ask(question)).job();
      assertTrue(whatIfs.find(first.id()).isEmpty(), "only the last is kept");
      later.getLast().run();
      Job done = whatIfs.find(second.id()).orElseThrow();
      assertEquals(State.DONE, done.state());
      assertNotNull(done.answer());
      assertEquals(State.DONE, whatIfs.cancel(second.id()).orElseThrow().state());
    }
  }
}
