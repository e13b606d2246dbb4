package io.tidehall.hall.booking;

import io.tidehall.hall.calendar.Hours.Period;
import io.tidehall.hall.plan.HallPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slots of a hall, made of its hours. */
public final class Slots {
  /** How far ahead the next opening day is looked for; longer than any holiday. */
  private static final int LOOK_AHEAD_DAYS = 40;

  private Slots() {}

  /** The slots of a hall day, in order; none on a day on which the hall stays shut. */
  public static List<Slot> on(HallPlan plan, LocalDate day) {
    Duration length = plan.rules().bookings().slot();
    if (plan.trial()) {
      // It is open at any hour, and its day ends at the roll-over.
      LocalDateTime start = day.atTime(plan.rules().rollOver());
      return between(start, start.plusDays(1), length);
    }
    List<Slot> slots = new ArrayList<>();
    for (Period period : plan.hours().on(day, plan.workingDays())) {
      slots.addAll(between(day.atTime(period.from()), day.atTime(period.to()), length));
    }
    return slots;
  }

  /** The slot that begins then; empty when none does. */
  public static Optional<Slot> find(HallPlan plan, LocalDateTime from) {
    return on(plan, dayOf(plan, from)).stream()
        .filter(slot -> slot.from().equals(from))
        .findFirst();
  }

  /** The days for which one may book: today and so many opening days after it. */
  public static List<LocalDate> days(HallPlan plan, LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    days.add(today);
    int most = plan.rules().bookings().daysAhead();
    for (int ahead = 1; ahead <= LOOK_AHEAD_DAYS && days.size() <= most; ahead++) {
      if (!on(plan, today.plusDays(ahead)).isEmpty()) {
        days.add(today.plusDays(ahead));
      }
    }
    return days;
  }

  /** The hall's day of a local time: it ends at the roll-over. */
  public static LocalDate dayOf(HallPlan plan, LocalDateTime at) {
    return at.minusNanos(plan.rules().rollOver().toNanoOfDay()).toLocalDate();
  }

  private static List<Slot> between(LocalDateTime start, LocalDateTime end, Duration length) {
    List<Slot> slots = new ArrayList<>();
    LocalDateTime from = start;
    while (!from.plus(length).isAfter(end)) {
      slots.add(new Slot(from, from.plus(length)));
      from = from.plus(length);
    }
    return slots;
  }
}
