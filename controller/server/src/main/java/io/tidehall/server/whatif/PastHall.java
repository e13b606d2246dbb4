package io.tidehall.server.whatif;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.server.forecast.HallScenario;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.RecordedDay;
import io.tidehall.server.readmodel.RecordedDay.Manned;
import io.tidehall.server.readmodel.RecordedDay.Visit;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.day.Customers.StandsBack;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Service;
import io.tidehall.simulator.scenario.Scenario.Service.Shape;
import io.tidehall.simulator.scenario.Scenario.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded day in the simulator's terms: the visitors as they came, each with the minutes that
 * the call kept a window, and a scenario for windows to be put into. Nothing is drawn by chance.
 */
final class PastHall {
  private static final double LEAST_WORK = 0.02;

  /** From one window to another, in minutes. */
  private static final double WAY = 10;

  private final HallState state;
  private final RecordedDay day;
  private final Scenario usual;
  private final double pause;
  private final double first;
  private final double last;
  private final double[] handled;
  private final List<Category> categories;
  private final Map<WindowId, List<LineSpeed>> speeds = new TreeMap<>();

  PastHall(HallState state, RecordedDay day, History history, List<WindowSpeeds> speeds) {
    this.state = state;
    this.day = day;
    speeds.forEach(it -> this.speeds.put(it.window(), it.speeds()));
    usual = HallScenario.of(state, history, day.day());
    handled = new double[day.visits().size()];
    for (int i = 0; i < handled.length; i++) {
      handled[i] = minutes(day.visits().get(i));
    }
    List<Shift> hours = HallScenario.shifts(plan(), day.day());
    double from = hours.isEmpty() ? Double.POSITIVE_INFINITY : hours.getFirst().from();
    double to = hours.isEmpty() ? 0 : hours.getLast().to();
    for (int i = 0; i < handled.length; i++) {
      from = Math.min(from, minute(visit(i).came()));
      to = Math.max(to, minute(visit(i).called()) + handled[i]);
    }
    first = from;
    last = to;
    pause = pauseBetween();
    categories = categories();
  }

  HallPlan plan() {
    return state.plan();
  }

  HallState state() {
    return state;
  }

  RecordedDay day() {
    return day;
  }

  int visits() {
    return handled.length;
  }

  Visit visit(int number) {
    return day.visits().get(number);
  }

  /** How fast a window was at the lines where it was faster or slower than usual. */
  List<LineSpeed> speeds(WindowId window) {
    return speeds.getOrDefault(window, List.of());
  }

  /** How long the call of a visitor kept a window. */
  double handled(int visit) {
    return handled[visit];
  }

  /** From a window that is free again to its next call, while somebody waits for it. */
  double pause() {
    return pause;
  }

  /** When the hall opened, or the first came if that was earlier. */
  double first() {
    return first;
  }

  /** When the hall closed, or the last was served if that was later. */
  double last() {
    return last;
  }

  /** Minutes since midnight of the day. */
  double minute(Instant at) {
    return plan().minuteOf(day.day(), at);
  }

  List<Category> lines() {
    return categories;
  }

  /** The hours of the day, or from the first visitor to the last in a hall open at any time. */
  List<Shift> allDay() {
    List<Shift> hours = HallScenario.shifts(plan(), day.day());
    return hours.isEmpty() ? List.of(new Shift(first, last)) : hours;
  }

  /** When a window was manned, without what lies before the first visitor or after the last. */
  List<Shift> manned(WindowId window) {
    List<Shift> spans = new ArrayList<>();
    for (Manned it : day.manned()) {
      double from = Math.max(first, minute(it.from()));
      double to = Math.min(last, minute(it.to()));
      if (it.window().equals(window) && from < to) {
        Shift before = spans.isEmpty() ? null : spans.getLast();
        if (before != null && from <= before.to()) {
          spans.set(spans.size() - 1, new Shift(before.from(), Math.max(to, before.to()), true));
        } else {
          spans.add(new Shift(from, to, true));
        }
      }
    }
    if (!spans.isEmpty()) {
      Shift end = spans.removeLast();
      // In the evening a clerk stays until those who wait have been served.
      spans.add(new Shift(end.from(), end.to()));
    }
    return spans;
  }

  Customers customers(Layout layout) {
    List<Customers.Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < handled.length; i++) {
      Visit it = visit(i);
      recorded.add(
          new Customers.Recorded(
              minute(it.came()),
              layout.lineOf(it.line().value()),
              layout.classOf(it.priority().id()),
              handled[i] * paceOf(it),
              minute(it.countsFrom()),
              standsBack(it)));
    }
    return Customers.of(recorded);
  }

  /** How much longer its service would take at a window of usual speed. */
  private double paceOf(Visit visit) {
    if (visit.handled() == null) {
      return 1;
    }
    return speeds(visit.window()).stream()
        .filter(it -> it.line().equals(visit.line()))
        .mapToDouble(LineSpeed::factor)
        .findFirst()
        .orElse(1);
  }

  private @Nullable StandsBack standsBack(Visit visit) {
    RecordedDay.StoodBack its = visit.stoodBack();
    return its == null ? null : new StandsBack(minute(its.at()), its.places());
  }

  /**
   * When the clerk of a window was in the hall: at it, or at a tidal window that borrowed her while
   * nobody was at her own. The way between the two counts as there.
   */
  List<Shift> present(WindowId window) {
    List<Shift> spans = new ArrayList<>(manned(window));
    for (TidalWindow tidal : plan().tides().windows()) {
      if (window.equals(tidal.lender())) {
        for (Shift it : manned(tidal.window())) {
          double middle = (it.from() + it.to()) / 2;
          if (manned(window).stream().noneMatch(own -> own.from() < middle && middle < own.to())) {
            spans.add(it);
          }
        }
      }
    }
    spans.sort(java.util.Comparator.comparingDouble(Shift::from));
    List<Shift> joined = new ArrayList<>();
    for (Shift it : spans) {
      Shift before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && it.from() <= before.to() + WAY) {
        joined.removeLast();
        joined.add(new Shift(before.from(), Math.max(before.to(), it.to()), true));
      } else {
        joined.add(new Shift(it.from(), it.to(), true));
      }
    }
    if (!joined.isEmpty()) {
      Shift last = joined.removeLast();
      joined.add(new Shift(last.from(), last.to()));
    }
    return joined;
  }

  /** The hall with windows put into it. */
  Scenario with(List<Scenario.WindowSpec> windows) {
    return new Scenario(
        usual.name(),
        usual.title(),
        first,
        last,
        usual.limit(),
        pause,
        0,
        usual.dayCv(),
        usual.fieldDayCv(),
        1,
        usual.classes(),
        usual.profiles(),
        categories,
        windows,
        Map.of());
  }

  /**
   * The lines of the plan, and those that it no longer has. Policies weigh the work that waits by
   * the hall's usual times, so the simulated ones must too.
   */
  private List<Category> categories() {
    Map<String, Category> all = new java.util.LinkedHashMap<>();
    for (Category it : usual.categories()) {
      double work = plan().findLine(new LineId(it.id())).map(PastHall::usualMinutes).orElse(0.0);
      all.put(it.id(), category(it.id(), it.field(), it.daily(), it.profile(), work));
    }
    String profile = usual.profiles().keySet().stream().findFirst().orElse("");
    for (Visit it : day.visits()) {
      String line = it.line().value();
      all.computeIfAbsent(
          line,
          _ -> category(line, HallScenario.FIELD + line, 0, profile, usualMinutes(it.line())));
    }
    return List.copyOf(all.values());
  }

  private Category category(String id, String field, double daily, String profile, double work) {
    double service = Math.max(LEAST_WORK, work - pause);
    return new Category(id, field, daily, profile, 0, new Service(Shape.CONSTANT, service, 0));
  }

  private double minutes(Visit visit) {
    return visit.handled() == null
        ? usualMinutes(visit.line())
        : visit.handled().toMillis() / 60_000.0;
  }

  private double usualMinutes(LineId line) {
    return plan().findLine(line).map(PastHall::usualMinutes).orElse(5.0);
  }

  private static double usualMinutes(Line line) {
    return line.usualService().toMillis() / 60_000.0;
  }

  /** The mean over all calls of somebody who already waited when the window became free. */
  private double pauseBetween() {
    double sum = 0;
    int count = 0;
    Map<WindowId, List<Integer>> byWindow = new TreeMap<>();
    Stream.iterate(0, it -> it < handled.length, it -> it + 1)
        .sorted(java.util.Comparator.comparing((Integer it) -> visit(it).called()))
        .forEach(
            it -> byWindow.computeIfAbsent(visit(it).window(), _ -> new ArrayList<>()).add(it));
    for (List<Integer> calls : byWindow.values()) {
      for (int i = 1; i < calls.size(); i++) {
        double free = minute(visit(calls.get(i - 1)).called()) + handled[calls.get(i - 1)];
        Visit next = visit(calls.get(i));
        if (minute(next.since()) <= free && mannedThroughout(next.window(), free, next.called())) {
          sum += Math.max(0, minute(next.called()) - free);
          count++;
        }
      }
    }
    return count == 0 ? HallScenario.PAUSE : sum / count;
  }

  private boolean mannedThroughout(WindowId window, double from, Instant to) {
    for (Manned it : day.manned()) {
      if (it.window().equals(window) && minute(it.from()) <= from && !it.to().isBefore(to)) {
        return true;
      }
    }
    return false;
  }

  /** What a window mostly was on the day; null when nobody manned it. */
  @Nullable Manned mostly(WindowId window) {
    Map<List<LineId>, Double> minutes = new java.util.HashMap<>();
    Manned most = null;
    double longest = 0;
    for (Manned it : day.manned()) {
      if (it.window().equals(window)) {
        double length = minute(it.to()) - minute(it.from());
        double all = minutes.merge(it.lines(), length, Double::sum);
        if (most == null || all > longest) {
          most = it;
          longest = all;
        }
      }
    }
    return most;
  }
}
