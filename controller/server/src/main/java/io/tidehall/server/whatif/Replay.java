package io.tidehall.server.whatif;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.RecordedDay;
import io.tidehall.server.readmodel.RecordedDay.Cause;
import io.tidehall.server.readmodel.RecordedDay.Manned;
import io.tidehall.server.readmodel.RecordedDay.Visit;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.tidal.TidalRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Plays a recorded day again: first under its own policy, then as a question wants it. */
final class Replay {
  private static final int QUARTER = 15;
  private static final int HALF = 50;
  private static final int WHOLE = 100;

  private final PastHall hall;
  private final Question question;
  private final IntConsumer progress;

  private Replay(PastHall hall, Question question, IntConsumer progress) {
    this.hall = hall;
    this.question = question;
    this.progress = progress;
  }

  /**
   * Plays a day.
   *
   * @param history what was known of the hall that morning
   * @param speeds how fast windows were at which line, as known that morning
   * @param progress takes the percent done; what it throws ends the replay
   */
  static Answer of(
      HallState state,
      RecordedDay day,
      History history,
      List<WindowSpeeds> speeds,
      Question question,
      IntConsumer progress) {
    return new Replay(new PastHall(state, day, history, speeds), question, progress).answer();
  }

  private Answer answer() {
    PolicyPlan own = hall.day().policy();
    PolicyPlan other = wanted(question, own);
    Question asItWas = Question.asItWas(question.day());
    var layout = new Layout(hall.with(Windows.of(hall, asItWas)));
    Played actual = Played.actual(hall, layout);
    Played model = run(layout, own, TidalControl.ALWAYS, 0);
    var otherLayout = new Layout(hall.with(Windows.of(hall, question)));
    Played whatIf = run(otherLayout, other, tides(otherLayout), HALF);
    double target = hall.plan().rules().waitTarget().toMillis() / 60_000.0;
    return new Answer(
        question.day(),
        Played.round(target),
        Answer.policy(own),
        Answer.policy(other),
        actual.figures(target),
        model.figures(target),
        whatIf.figures(target),
        fit(actual, model),
        left(),
        lines(actual, model, whatIf),
        quarters(actual, model, whatIf));
  }

  /** The policy that a question asks for; that of the day when it asks for none. */
  static PolicyPlan wanted(Question question, PolicyPlan own) {
    Question.Policy policy = question.policy();
    return policy == null
        ? own
        : new PolicyPlan(
            policy.name(),
            policy.parameters().entrySet().stream()
                .map(it -> new PolicyPlan.Parameter(it.getKey(), it.getValue()))
                .toList());
  }

  private Played run(Layout layout, PolicyPlan policy, TidalControl tides, int percent) {
    var customers = hall.customers(layout);
    int all = Math.max(1, customers.count());
    Watcher watcher =
        new Watcher() {
          @Override
          public void issued(SimulatedFloor floor, int ticket) {
            progress.accept(percent + HALF * ticket / all);
          }
        };
    var result = SimulatedDay.run(layout, customers, Policies.of(policy), tides, watcher, 0);
    progress.accept(percent + HALF);
    return Played.simulated(hall, result);
  }

  private TidalControl tides(Layout layout) {
    double lag = hall.plan().tides().lag().toMillis() / 60_000.0;
    return switch (question.tides().rule()) {
      case AS_IT_WAS, ALL_DAY, NEVER -> TidalControl.ALWAYS;
      case THRESHOLD -> new TidalRules(layout, threshold(question, hall.state()), lag);
      case STAFFING -> new TidalRules(layout, staffing(question, hall.state()), lag);
    };
  }

  /** The hall's own threshold rule, or the usual one, with a question's figures in people. */
  static TideRule threshold(Question question, HallState state) {
    TideRule.Threshold rule =
        own(state, TideRule.Threshold.class).orElse(TideRule.Threshold.usual());
    var figures = question.tides().figures();
    if (figures.isEmpty()) {
      return rule;
    }
    return new TideRule.Threshold(
        TideRule.Measure.PEOPLE,
        figures.getOrDefault("open", 10.0),
        figures.getOrDefault("close", 3.0),
        rule.longestWait(),
        rule.pace());
  }

  /** The hall's own staffing rule, or the usual one, with a question's reserve. */
  static TideRule staffing(Question question, HallState state) {
    TideRule.Staffing rule = own(state, TideRule.Staffing.class).orElse(TideRule.Staffing.usual());
    return new TideRule.Staffing(
        question.tides().figures().getOrDefault("safety", rule.safety()),
        rule.drain(),
        rule.lookAhead(),
        rule.band(),
        rule.longestWait(),
        rule.pace());
  }

  private static <R extends TideRule> Optional<R> own(HallState state, Class<R> type) {
    return state.plan().tides().windows().stream()
        .map(TidalWindow::rule)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static Answer.Fit fit(Played actual, Played model) {
    double error = 0;
    double bias = 0;
    double mean = 0;
    int count = 0;
    for (int i = 0; i < actual.called().length; i++) {
      double difference = model.wait(i) - actual.wait(i);
      if (actual.hall().visit(i).counts() && !Double.isNaN(difference)) {
        error += Math.abs(difference);
        bias += difference;
        mean += actual.wait(i);
        count++;
      }
    }
    int of = Math.max(1, count);
    double off = Math.abs(bias / of);
    // A minute is nothing to a manager, however short the waits are.
    Answer.Fit.Grade grade =
        off <= Math.max(1, 0.15 * mean / of)
            ? Answer.Fit.Grade.GOOD
            : off <= Math.max(2, 0.3 * mean / of) ? Answer.Fit.Grade.FAIR : Answer.Fit.Grade.POOR;
    return new Answer.Fit(grade, Played.round(error / of), Played.round(bias / of));
  }

  private Answer.Left left() {
    RecordedDay day = hall.day();
    return new Answer.Left(
        hall.visits(),
        count(Visit::noShow),
        day.left().voided(),
        day.left().atEnd(),
        count(it -> it.cause() == Cause.TRANSFERRED || it.cause() == Cause.REQUEUED),
        count(it -> it.stoodBack() != null),
        (int)
            hall.plan().tides().windows().stream()
                .map(TidalWindow::lender)
                .filter(Objects::nonNull)
                .distinct()
                .count(),
        count(Visit::toOneWindow),
        count(it -> it.handled() == null),
        rescoped(),
        day.policies(),
        Math.round(hall.pause() * 60));
  }

  private int count(Predicate<Visit> which) {
    return (int) hall.day().visits().stream().filter(which).count();
  }

  private int rescoped() {
    var seen = new TreeSet<WindowId>();
    List<Manned> manned = hall.day().manned();
    for (int i = 1; i < manned.size(); i++) {
      Manned before = manned.get(i - 1);
      if (before.window().equals(manned.get(i).window())
          && !before.lines().equals(manned.get(i).lines())) {
        seen.add(before.window());
      }
    }
    return seen.size();
  }

  private List<Answer.LineWaits> lines(Played actual, Played model, Played whatIf) {
    List<Answer.LineWaits> lines = new ArrayList<>();
    for (var category : hall.lines()) {
      String id = category.id();
      int visits = count(it -> it.counts() && it.line().value().equals(id));
      if (visits > 0) {
        var line = hall.plan().findLine(new LineId(id)).orElse(null);
        lines.add(
            new Answer.LineWaits(
                id,
                line == null ? id : line.zh(),
                line == null ? id : Objects.requireNonNull(line).en(),
                visits,
                Played.round(actual.meanOfLine(id)),
                Played.round(model.meanOfLine(id)),
                Played.round(whatIf.meanOfLine(id))));
      }
    }
    return lines;
  }

  private List<Answer.Quarter> quarters(Played actual, Played model, Played whatIf) {
    List<Answer.Quarter> quarters = new ArrayList<>();
    int first = (int) Math.floor(hall.first() / QUARTER);
    double end = hall.last();
    for (int i = 0; i < whatIf.called().length; i++) {
      end = Double.isNaN(whatIf.called()[i]) ? end : Math.max(end, whatIf.called()[i]);
    }
    for (int quarter = first; quarter * QUARTER < end; quarter++) {
      double from = quarter * QUARTER;
      quarters.add(
          new Answer.Quarter(
              quarter * QUARTER,
              Played.round(actual.waitingBetween(from, from + QUARTER)),
              Played.round(model.waitingBetween(from, from + QUARTER)),
              Played.round(whatIf.waitingBetween(from, from + QUARTER))));
    }
    progress.accept(WHOLE);
    return quarters;
  }
}
