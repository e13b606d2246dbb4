package io.tidehall.hall.plan;

import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.calendar.WorkingDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A whole hall as laid out. Lists keep the order of the hall file; ids are unique in each.
 *
 * @param zone time zone id, such as Asia/Shanghai
 * @param trial a trial hall is open at any hour
 * @param duties who is on duty outside the hours
 */
public record HallPlan(
    String id,
    String zh,
    String en,
    String zone,
    boolean trial,
    List<Line> lines,
    List<WindowPlan> windows,
    List<Clerk> clerks,
    Hours hours,
    WorkingDays workingDays,
    Rules rules,
    List<GreenReason> greenReasons,
    List<ReasonLabel> labels,
    TidePlan tides,
    List<Duty> duties) {
  public HallPlan {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a time zone such as Asia/Shanghai, but it is '" + zone + "'", e);
    }
    lines = List.copyOf(lines);
    windows = List.copyOf(windows);
    clerks = List.copyOf(clerks);
    greenReasons = List.copyOf(greenReasons);
    labels = List.copyOf(labels);
    // Journals from before there were tidal rules and duties lack them.
    tides = tides == null ? TidePlan.NONE : tides;
    duties = duties == null ? List.of() : List.copyOf(duties);
  }

  /** A hall without tidal rules and duties. */
  public HallPlan(
      String id,
      String zh,
      String en,
      String zone,
      boolean trial,
      List<Line> lines,
      List<WindowPlan> windows,
      List<Clerk> clerks,
      Hours hours,
      WorkingDays workingDays,
      Rules rules,
      List<GreenReason> greenReasons,
      List<ReasonLabel> labels) {
    this(
        id,
        zh,
        en,
        zone,
        trial,
        lines,
        windows,
        clerks,
        hours,
        workingDays,
        rules,
        greenReasons,
        labels,
        TidePlan.NONE,
        List.of());
  }

  /** The same hall with other rules. */
  public HallPlan with(Rules nextRules) {
    return new HallPlan(
        id,
        zh,
        en,
        zone,
        trial,
        lines,
        windows,
        clerks,
        hours,
        workingDays,
        nextRules,
        greenReasons,
        labels,
        tides,
        duties);
  }

  /** The same hall with tidal rules and duties. */
  public HallPlan with(TidePlan nextTides, List<Duty> nextDuties) {
    return new HallPlan(
        id,
        zh,
        en,
        zone,
        trial,
        lines,
        windows,
        clerks,
        hours,
        workingDays,
        rules,
        greenReasons,
        labels,
        nextTides,
        nextDuties);
  }

  /** A hall with nothing in it, before the first configuration. */
  public static HallPlan blank() {
    return new HallPlan(
        "blank",
        "",
        "",
        "UTC",
        false,
        List.of(),
        List.of(),
        List.of(),
        new Hours(List.of(), List.of()),
        WorkingDays.plainWeeks(),
        Rules.usual(),
        List.of(),
        List.of());
  }

  public Optional<Line> findLine(LineId id) {
    // Asked for every ticket, many times: a loop takes a tenth of a stream's time.
    for (Line line : lines) {
      if (line.id().equals(id)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  public Optional<WindowPlan> findWindow(WindowId id) {
    return windows.stream().filter(window -> window.id().equals(id)).findFirst();
  }

  public Optional<Clerk> findClerk(ClerkId id) {
    return clerks.stream().filter(clerk -> clerk.id().equals(id)).findFirst();
  }

  public Optional<GreenReason> findGreenReason(String id) {
    return greenReasons.stream().filter(reason -> reason.id().equals(id)).findFirst();
  }

  public LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneId.of(zone));
  }

  /** The hall's day: it ends at the roll-over, not at midnight. */
  public LocalDate dayAt(Instant at) {
    return local(at).minusNanos(rules.rollOver().toNanoOfDay()).toLocalDate();
  }

  /** When the given hall day ends. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atTime(rules.rollOver()).atZone(ZoneId.of(zone)).toInstant();
  }

  public boolean openAt(Instant at) {
    return trial || hours.openAt(local(at), workingDays);
  }

  /** Whether a window is on duty, outside the hall's hours or within. */
  public boolean onDuty(WindowId window, Instant at) {
    return duties.stream()
        .anyMatch(duty -> duty.windows().contains(window) && duty.at(local(at), workingDays));
  }

  /** Whether a window is on duty outside the hall's hours, when others are closed. */
  public boolean keepsOpen(WindowId window, Instant at) {
    return !duties.isEmpty() && !hours.openAt(local(at), workingDays) && onDuty(window, at);
  }

  /** Minutes since midnight of a hall day; beyond 1440 in the hours before its roll-over. */
  public double minuteOf(LocalDate day, Instant at) {
    return java.time.Duration.between(day.atStartOfDay(), local(at)).toMillis() / 60_000.0;
  }

  /** The next opening or closing after {@code at}, unless the hall is always open. */
  public Optional<LocalDateTime> nextChange(Instant at) {
    return trial ? Optional.empty() : hours.nextChange(local(at), workingDays);
  }
}
