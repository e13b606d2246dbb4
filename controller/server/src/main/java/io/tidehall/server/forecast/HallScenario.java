package io.tidehall.server.forecast;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.window.Window;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.History.OfLine;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Period;
import io.tidehall.simulator.scenario.Scenario.Service;
import io.tidehall.simulator.scenario.Scenario.Service.Shape;
import io.tidehall.simulator.scenario.Scenario.Shift;
import io.tidehall.simulator.scenario.Scenario.TicketClass;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The running hall as a scenario: its plan, its windows as they are set up now, and what the last
 * days have taught. What was seen seldom is drawn towards what is usual.
 */
public final class HallScenario {
  /** The clerk's pause between the end of a service and the next call. */
  public static final double PAUSE = 0.25;

  private static final String PROFILE = "usual";

  /** Before the name of a field. */
  public static final String FIELD = "field:";

  private static final int WEEK = 7;
  private static final double DAY_CV = 0.25;
  private static final double FIELD_DAY_CV = 0.2;
  private static final double USUAL_CV = 0.8;
  private static final double LEAST_CV = 0.2;
  private static final double MOST_CV = 2;
  private static final double USUAL_NO_SHOW = 0.02;
  private static final double USUAL_WALK = 0.5;
  private static final double USUAL_NO_SHOW_TIME = 2;

  /** Services that weigh as much as what is usual. */
  private static final double PRIOR = 10;

  private HallScenario() {}

  /** The hall as it is set up now, on a day. */
  public static Scenario of(HallState state, History history, LocalDate day) {
    List<Shift> shifts = shifts(state.plan(), day);
    return of(state, history, shifts, window -> staffed(window) ? shifts : List.of());
  }

  /**
   * A usual day of the hall from one on, with every window in service staffed throughout and tidal
   * ones to be had; empty while it is not known who comes.
   */
  public static Optional<Scenario> usualDay(HallState state, History history, LocalDate day) {
    HallPlan plan = state.plan();
    List<Period> known = profile(plan.tides().demand(), history);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<Shift> shifts = List.of(new Shift(known.getFirst().from(), known.getLast().to()));
    for (int ahead = WEEK; !plan.trial() && ahead >= 0; ahead--) {
      List<Shift> hours = shifts(plan, day.plusDays(ahead));
      shifts = hours.isEmpty() ? shifts : hours;
    }
    List<Shift> open = shifts;
    return Optional.of(
        served(of(state, history, open, window -> usual(plan, window) ? open : List.of())));
  }

  /** Without windows that nobody mans, and lines that nobody would serve. */
  private static Scenario served(Scenario all) {
    List<WindowSpec> manned = all.windows().stream().filter(it -> !it.shifts().isEmpty()).toList();
    List<Category> lines =
        all.categories().stream()
            .filter(line -> manned.stream().anyMatch(it -> it.serves(line)))
            .toList();
    Set<String> names = new TreeSet<>();
    lines.forEach(it -> names.addAll(List.of(it.id(), it.field())));
    List<WindowSpec> windows = new ArrayList<>();
    for (WindowSpec it : manned) {
      Map<String, Double> speeds = new TreeMap<>(it.speeds());
      speeds.keySet().retainAll(names);
      windows.add(
          new WindowSpec(
              it.id(),
              it.type(),
              it.serves().stream().filter(names::contains).toList(),
              it.home(),
              it.shifts(),
              speeds,
              manned.stream().anyMatch(other -> other.id().equals(it.lender()))
                  ? it.lender()
                  : ""));
    }
    windows.removeIf(it -> it.serves().isEmpty());
    return all.withCategories(lines).withWindows(windows);
  }

  private static boolean usual(HallPlan plan, Window window) {
    return window.plan().inService()
        || window.plan().kind() == WindowKind.TIDAL
        || plan.tides().windows().stream()
            .anyMatch(it -> it.window().equals(window.id()) || window.id().equals(it.lender()));
  }

  private static Scenario of(
      HallState state,
      History history,
      List<Shift> shifts,
      Function<Window, List<Shift>> staffing) {
    HallPlan plan = state.plan();
    return new Scenario(
        plan.id(),
        plan.zh(),
        shifts.isEmpty() ? 0 : shifts.getFirst().from(),
        shifts.isEmpty() ? 24 * 60 : shifts.getLast().to(),
        plan.rules().waitTarget().toSeconds() / 60.0,
        known(history.walkMinutes(), USUAL_WALK) + PAUSE,
        known(history.noShowMinutes(), USUAL_NO_SHOW_TIME),
        DAY_CV,
        FIELD_DAY_CV,
        1,
        classes(plan, history),
        Map.of(PROFILE, profile(plan.tides().demand(), history)),
        plan.lines().stream().map(it -> category(plan, it, history)).toList(),
        state.windows().values().stream()
            .map(it -> window(plan, it.plan(), staffing.apply(it)))
            .toList(),
        Map.of());
  }

  private static double known(@Nullable Double learned, double usual) {
    return learned == null ? usual : learned;
  }

  private static List<TicketClass> classes(HallPlan plan, History history) {
    List<TicketClass> classes = new ArrayList<>();
    for (PriorityClass it : PriorityClass.values()) {
      double share =
          switch (it) {
            case GREEN -> history.greenShare();
            case NORMAL -> 1 - history.greenShare();
            case BOOKED -> 0;
          };
      classes.add(new TicketClass(it.id(), share, it.headStart(plan.rules()).toSeconds() / 60.0));
    }
    return classes;
  }

  private static List<Period> profile(DemandForecast usual, History history) {
    if (history.slots().isEmpty()) {
      return usual.profile().stream()
          .map(it -> new Period(it.from(), it.to(), it.weight()))
          .toList();
    }
    return history.slots().entrySet().stream()
        .map(
            it ->
                new Period(
                    it.getKey() * History.SLOT,
                    (it.getKey() + 1) * History.SLOT,
                    (double) it.getValue()))
        .toList();
  }

  /** The visitors of a mean day: the hall file's figure weighs as much as one day seen. */
  private static double daily(DemandForecast demand, Line line, int tickets, int days) {
    for (DemandForecast.LineDemand it : demand.lines()) {
      if (it.line().equals(line.id().value())) {
        return (tickets + it.daily()) / (days + 1);
      }
    }
    return (double) tickets / Math.max(1, days);
  }

  private static Category category(HallPlan plan, Line line, History history) {
    DemandForecast demand = plan.tides().demand();
    @Nullable OfLine seen = history.lines().get(line.id());
    double usual = line.usualService().toSeconds() / 60.0;
    if (seen == null) {
      return category(line, daily(demand, line, 0, history.days()), USUAL_NO_SHOW, usual, USUAL_CV);
    }
    double trust = seen.services() / (seen.services() + PRIOR);
    double mean = trust * seen.meanMinutes() + (1 - trust) * usual;
    double cv = seen.meanMinutes() > 0 ? seen.spreadMinutes() / seen.meanMinutes() : USUAL_CV;
    return category(
        line,
        daily(demand, line, seen.tickets(), history.days()),
        (seen.noShows() + USUAL_NO_SHOW * PRIOR) / (seen.calls() + PRIOR),
        mean,
        Math.clamp(trust * cv + (1 - trust) * USUAL_CV, LEAST_CV, MOST_CV));
  }

  private static Category category(Line line, double daily, double noShow, double mean, double cv) {
    return new Category(
        line.id().value(),
        FIELD + line.field(),
        daily,
        PROFILE,
        noShow,
        new Service(Shape.LOGNORMAL, Math.max(0.1, mean), cv));
  }

  private static boolean staffed(Window window) {
    return window instanceof Window.Open && window.plan().inService();
  }

  /** A window that is set up in a way and staffed at times. */
  public static WindowSpec window(HallPlan plan, WindowPlan its, List<Shift> shifts) {
    WindowType type =
        its.kind().specialised()
            ? WindowType.DEDICATED
            : its.kind() == WindowKind.TIDAL ? WindowType.TIDAL : WindowType.COMPREHENSIVE;
    List<String> serves = new ArrayList<>();
    for (Line line : Eligibility.scope(plan, its)) {
      // A whole field is how a scenario says that it is a dedicated window's second field.
      boolean second = type == WindowType.DEDICATED && its.second().contains(line.field());
      serves.add(second ? FIELD + line.field() : line.id().value());
    }
    @Nullable String home =
        its.home() == null && type == WindowType.DEDICATED ? onlyField(plan, its) : its.home();
    return new WindowSpec(
        its.id().value(),
        type,
        serves.stream().distinct().toList(),
        home == null ? "" : FIELD + home,
        shifts,
        its.speeds().stream().collect(Collectors.toMap(it -> it.line().value(), LineSpeed::factor)),
        plan.tides().find(its.id()).map(TidalWindow::lender).map(WindowId::value).orElse(""));
  }

  /** The field of all of a window's lines: it may as well be called its home. */
  private static @Nullable String onlyField(HallPlan plan, WindowPlan its) {
    List<String> fields =
        Eligibility.scope(plan, its).stream().map(Line::field).distinct().toList();
    return fields.size() == 1 ? fields.getFirst() : null;
  }

  /** The day's opening hours; none in a hall that is open at any time. */
  public static List<Shift> shifts(HallPlan plan, LocalDate day) {
    return plan.trial()
        ? List.of()
        : plan.hours().on(day, plan.workingDays()).stream()
            .map(it -> new Shift(minute(it.from()), minute(it.to())))
            .toList();
  }

  private static double minute(LocalTime time) {
    return time.toSecondOfDay() / 60.0;
  }
}
