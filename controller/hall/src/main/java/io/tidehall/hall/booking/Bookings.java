package io.tidehall.hall.booking;

import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The bookings of today and of the days to come, and who has missed one lately.
 *
 * @param byId every booking whose day is not over, by its id
 * @param misses the days of missed bookings by person, oldest first
 */
public record Bookings(TreePMap<String, Booking> byId, TreePMap<String, List<LocalDate>> misses) {
  private static final int CODES = 10_000;

  public static final Bookings NONE = new Bookings(TreePMap.empty(), TreePMap.empty());

  public Optional<Booking> find(String id) {
    return Optional.ofNullable(((Map<String, Booking>) byId).get(id));
  }

  /** The booking that a visitor means: by its id, or by its code, which holds for its day. */
  public Optional<Booking> meant(HallPlan plan, LocalDate today, String text) {
    Optional<Booking> found = find(text);
    return found.isPresent()
        ? found
        : on(plan, today).stream().filter(it -> it.code().equals(text)).findFirst();
  }

  /** The bookings of a hall day by slot and code, in whatever stage. */
  public List<Booking> on(HallPlan plan, LocalDate day) {
    return byId.values().stream()
        .filter(it -> Slots.dayOf(plan, it.from()).equals(day))
        .sorted(
            java.util.Comparator.comparing(Booking::from)
                .thenComparing(Booking::code)
                .thenComparing(Booking::id))
        .toList();
  }

  /** How many places of a slot of a line are taken. */
  public int taken(LineId line, LocalDateTime from) {
    return (int)
        byId.values().stream()
            .filter(it -> it.standing() && it.line().equals(line) && it.from().equals(from))
            .count();
  }

  /**
   * A code that no booking of the day has.
   *
   * @param draw a number drawn by whoever asks: the first code tried
   */
  public Optional<String> freeCode(HallPlan plan, LocalDate day, int draw) {
    List<String> used = on(plan, day).stream().map(Booking::code).toList();
    for (int i = 0; i < CODES; i++) {
      // Five digits without the first, in plain digits in any language.
      String code = Integer.toString(CODES + Math.floorMod(draw + i, CODES)).substring(1);
      if (!used.contains(code)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** The day from which a person may book again; empty when nothing stands against it today. */
  public Optional<LocalDate> blockedUntil(BookingPlan rules, String person, LocalDate today) {
    List<LocalDate> days = ((Map<String, List<LocalDate>>) misses).getOrDefault(person, List.of());
    if (rules.misses() == 0) {
      return Optional.empty();
    }
    for (int last = days.size() - 1; last >= rules.misses() - 1; last--) {
      LocalDate first = days.get(last - rules.misses() + 1);
      LocalDate until = days.get(last).plusDays(rules.blockDays() + 1L);
      if (first.isAfter(days.get(last).minusDays(rules.missDays())) && until.isAfter(today)) {
        return Optional.of(until);
      }
    }
    return Optional.empty();
  }

  public Bookings with(Booking booking) {
    return new Bookings(byId.plus(booking.id(), booking), misses);
  }

  /** A booking's day ended and nobody came. */
  public Bookings missed(HallPlan plan, Booking booking, boolean counts) {
    Bookings next = with(booking.with(Booking.Stage.MISSED));
    if (!counts) {
      return next;
    }
    List<LocalDate> days =
        new ArrayList<>(
            ((Map<String, List<LocalDate>>) misses).getOrDefault(booking.person(), List.of()));
    days.add(Slots.dayOf(plan, booking.from()));
    return new Bookings(next.byId, misses.plus(booking.person(), List.copyOf(days)));
  }

  /** What outlives the beginning of a day. */
  public Bookings from(HallPlan plan, LocalDate day) {
    Bookings next = this;
    for (Booking booking : List.copyOf(byId.values())) {
      if (Slots.dayOf(plan, booking.from()).isBefore(day)) {
        next = new Bookings(next.byId.minus(booking.id()), next.misses);
      }
    }
    LocalDate oldest = day.minusDays(plan.rules().bookings().memoryDays());
    for (Map.Entry<String, List<LocalDate>> entry : misses.entrySet()) {
      List<LocalDate> kept = entry.getValue().stream().filter(it -> it.isAfter(oldest)).toList();
      if (kept.size() < entry.getValue().size()) {
        next =
            new Bookings(
                next.byId,
                kept.isEmpty()
                    ? next.misses.minus(entry.getKey())
                    : next.misses.plus(entry.getKey(), kept));
      }
    }
    return next;
  }
}
