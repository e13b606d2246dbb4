package io.tidehall.server.hallfile;

import com.tyme.solar.SolarDay;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Duty;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideDays;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Span;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the tidal rules and the duties of a file in which nothing is wrong. */
final class TideLayout {
  /** Lunar market days become dates of these years: the rules have no table of the moon. */
  private static final int FIRST_YEAR = 2026;

  private static final int LAST_YEAR = 2032;

  static final Threshold PEOPLE = new Threshold(Measure.PEOPLE, 10, 3, 0, Threshold.usual().pace());

  private TideLayout() {}

  static TidePlan tides(Part tides) {
    if (!tides.present()) {
      return TidePlan.NONE;
    }
    TidePlan usual = TidePlan.NONE;
    return new TidePlan(
        tides.get("windows").each().stream().map(TideLayout::window).toList(),
        minutes(tides.get("lagMinutes"), usual.lag()),
        minutes(tides.get("answerMinutes"), usual.answerWithin()),
        minutes(tides.get("refusalMinutes"), usual.refusalHolds()),
        demand(tides.get("demand")));
  }

  static List<Duty> duties(Part list) {
    return list.each().stream()
        .map(
            duty ->
                new Duty(
                    duty.get("windows").texts().stream().map(WindowId::new).toList(),
                    Layout.constant(Duty.Days.class, duty.get("days").text("working-days")),
                    weekdays(duty.get("weekdays")),
                    Layout.periods(duty.get("periods"))))
        .toList();
  }

  private static TidalWindow window(Part window) {
    return new TidalWindow(
        new WindowId(window.get("window").text("")),
        window.get("reserve").text().map(ClerkId::new).orElse(null),
        window.get("borrowFrom").text().map(WindowId::new).orElse(null),
        rule(window),
        window.get("mode").text("propose").equals("automatic"));
  }

  private static TideRule rule(Part window) {
    return switch (window.get("rule").text("")) {
      case "schedule" -> schedule(window);
      case "threshold" ->
          window.get("times").present()
              ? new TideRule.TimedThreshold(schedule(window), threshold(window))
              : threshold(window);
      case "staffing" -> staffing(window);
      default -> new TideRule.Manual();
    };
  }

  private static TideRule.Schedule schedule(Part window) {
    return new TideRule.Schedule(
        days(window),
        Layout.periods(window.get("times")).stream()
            .map(it -> new Span(minute(it.from()), minute(it.to())))
            .toList());
  }

  private static Threshold threshold(Part window) {
    Threshold usual = usual(window);
    return new Threshold(
        usual.measure(),
        window.get("open").number(usual.openAbove()),
        window.get("close").number(usual.closeBelow()),
        window.get("longestWaitMinutes").number(usual.longestWait()),
        pace(window, usual.pace()));
  }

  static Threshold usual(Part window) {
    return window.get("measure").text("work").equals("people") ? PEOPLE : Threshold.usual();
  }

  private static Staffing staffing(Part window) {
    Staffing usual = Staffing.usual();
    return new Staffing(
        window.get("safety").number(usual.safety()),
        window.get("drainMinutes").number(usual.drain()),
        window.get("lookAheadMinutes").number(usual.lookAhead()),
        window.get("band").number(usual.band()),
        window.get("longestWaitMinutes").number(usual.longestWait()),
        pace(window, usual.pace()));
  }

  private static Pace pace(Part window, Pace usual) {
    return new Pace(
        window.get("openPersistenceMinutes").number(usual.openPersistence()),
        window.get("closePersistenceMinutes").number(usual.closePersistence()),
        window.get("leastOpenMinutes").number(usual.leastOpen()),
        window.get("cooldownMinutes").number(usual.cooldown()),
        window.get("atOnce").whole(usual.atOnce()));
  }

  private static TideDays days(Part window) {
    Optional<MonthDay[]> season = season(window.get("season").text(""));
    Part market = window.get("marketDays");
    List<Integer> days = market.get("days").each().stream().map(day -> day.whole(1)).toList();
    boolean lunar = market.get("calendar").text("solar").equals("lunar");
    return new TideDays(
        season.map(it -> it[0]).orElse(null),
        season.map(it -> it[1]).orElse(null),
        weekdays(window.get("weekdays")),
        lunar ? List.of() : days,
        lunar ? lunar(days) : null);
  }

  /** The dates of some days of every lunar month. */
  static List<LocalDate> lunar(List<Integer> days) {
    List<LocalDate> dates = new ArrayList<>();
    LocalDate end = LocalDate.of(LAST_YEAR + 1, 1, 1);
    for (LocalDate at = LocalDate.of(FIRST_YEAR, 1, 1); at.isBefore(end); at = at.plusDays(1)) {
      var day = SolarDay.fromYmd(at.getYear(), at.getMonthValue(), at.getDayOfMonth());
      if (days.contains(day.getLunarDay().getDay())) {
        dates.add(at);
      }
    }
    return dates;
  }

  /** Both ends of a season such as 09-01..12-31. */
  static Optional<MonthDay[]> season(String text) {
    String[] ends = text.split("\\.\\.", 2);
    if (ends.length < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new MonthDay[] {MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1])});
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static DemandForecast demand(Part demand) {
    return new DemandForecast(
        demand.get("lines").each().stream()
            .map(
                line ->
                    new DemandForecast.LineDemand(
                        line.get("line").text(""), line.get("daily").number(0)))
            .toList(),
        demand.get("profile").each().stream().map(TideLayout::period).toList());
  }

  private static DemandForecast.Period period(Part part) {
    LocalTime[] ends = Layout.ends(part.get("time").text("")).orElseThrow();
    return new DemandForecast.Period(
        minute(ends[0]), minute(ends[1]), part.get("weight").number(1));
  }

  private static List<DayOfWeek> weekdays(Part list) {
    return list.texts().stream().map(word -> Layout.constant(DayOfWeek.class, word)).toList();
  }

  private static double minute(LocalTime time) {
    return time.toSecondOfDay() / 60.0;
  }

  private static Duration minutes(Part part, Duration usual) {
    OptionalDouble given =
        part.present() ? OptionalDouble.of(part.number(0)) : OptionalDouble.empty();
    return given.isPresent() ? Duration.ofSeconds(Math.round(60 * given.getAsDouble())) : usual;
  }
}
