package io.tidehall.hall;

import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.calendar.Hours.Period;
import io.tidehall.hall.calendar.Year2026;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.GreenReason;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Identity;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.ReasonLabel;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.Rules.ReturnPlace;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A small hall to tell stories in, and its variations. Each {@code with…} is a copy.
 *
 * <p>Lines A, B and C with items a1, a2, b1, c1. Windows 1 and 2 are comprehensive, 3 is dedicated
 * to A, 4 is tidal for A and B and not opened. Clerks wang, li, zhao and qian; li stands in for
 * wang. Open 8:30–12:00 and 14:00–17:30 on the working days of 2026.
 */
record Layout(
    TreePMap<String, Line> lines,
    TreePMap<String, WindowPlan> windows,
    TreePMap<String, Clerk> clerks,
    Rules rules,
    Hours hours,
    boolean trial) {
  static final Hours OFFICE =
      new Hours(
          List.of(
              new Period(LocalTime.of(8, 30), LocalTime.of(12, 0)),
              new Period(LocalTime.of(14, 0), LocalTime.of(17, 30))),
          List.of());

  static Layout small() {
    return new Layout(
            TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), Rules.usual(), OFFICE, false)
        .withLine("A", 0, "a1", "a2")
        .withLine("B", 0, "b1")
        .withLine("C", 0, "c1")
        .withWindow("1", WindowKind.COMPREHENSIVE, "A", "B", "C")
        .withWindow("2", WindowKind.COMPREHENSIVE, "A", "B", "C")
        .withWindow("3", WindowKind.DEDICATED, "A")
        .withWindowOutOfService("4", WindowKind.TIDAL, "A", "B")
        .withClerk("wang")
        .withClerk("li", "wang")
        .withClerk("zhao")
        .withClerk("qian");
  }

  HallPlan plan() {
    return new HallPlan(
        "small",
        "小厅",
        "Small hall",
        "Asia/Shanghai",
        trial,
        List.copyOf(lines.values()),
        List.copyOf(windows.values()),
        List.copyOf(clerks.values()),
        hours,
        Year2026.WORKING_DAYS,
        rules,
        List.of(new GreenReason("elderly", "老年人", "Elderly")),
        List.of(
            new ReasonLabel(5, "517", "服务热情效率高", "Warm and quick"),
            new ReasonLabel(2, "214", "服务态度生硬", "Unfriendly"),
            new ReasonLabel(1, "115", "服务态度差效率低", "Unfriendly and slow")));
  }

  Layout withLine(String id, int quota, String... items) {
    Line line =
        new Line(
            new LineId(id),
            id,
            "业务" + id,
            "Line " + id,
            "综合",
            List.of(items),
            quota,
            Duration.ofMinutes(7));
    return new Layout(lines.plus(id, line), windows, clerks, rules, hours, trial);
  }

  /** A line without items of its own that takes several of others'. */
  Layout withLineForSeveral(String id) {
    Line line =
        new Line(
            new LineId(id), id, "一件事", "Several", "综合", List.of(), 0, Duration.ofMinutes(15), true);
    return new Layout(lines.plus(id, line), windows, clerks, rules, hours, trial);
  }

  Layout withIdentity(Identity... means) {
    return withRules(rules.withIdentity(List.of(means)));
  }

  /** So many bookings in a slot of any line, but none of line C. */
  Layout withBookings(int quota) {
    BookingPlan usual = BookingPlan.usual(quota);
    return withRules(
        rules.withBookings(
            new BookingPlan(
                usual.slot(),
                quota,
                usual.daysAhead(),
                usual.early(),
                usual.late(),
                usual.cancelBefore(),
                usual.misses(),
                usual.missDays(),
                usual.blockDays(),
                List.of(new BookingPlan.LineQuota(new LineId("C"), 0)))));
  }

  /** A line moves to another life field; all begin in one. */
  Layout withField(String id, String field) {
    Line line = Objects.requireNonNull(lines.get(id));
    return new Layout(
        lines.plus(
            id,
            new Line(
                line.id(),
                line.prefix(),
                line.zh(),
                line.en(),
                field,
                line.items(),
                line.dailyQuota(),
                line.usualService())),
        windows,
        clerks,
        rules,
        hours,
        trial);
  }

  /** A window with a home field, or null, and second fields. */
  Layout withFields(String id, @Nullable String home, List<String> second) {
    WindowPlan window = Objects.requireNonNull(windows.get(id));
    return with(window.withFields(new WindowFields(home, second)));
  }

  /** A window that calls by itself. */
  Layout withAutoCall(String id, int seconds) {
    WindowPlan window = Objects.requireNonNull(windows.get(id));
    return with(window.withAutoAfter(Duration.ofSeconds(seconds)));
  }

  private Layout with(WindowPlan window) {
    return new Layout(
        lines, windows.plus(window.id().value(), window), clerks, rules, hours, trial);
  }

  Layout withoutLine(String id) {
    return new Layout(lines.minus(id), windows, clerks, rules, hours, trial);
  }

  Layout withWindow(String id, WindowKind kind, String... scope) {
    return with(id, kind, true, scope);
  }

  Layout withWindowOutOfService(String id, WindowKind kind, String... scope) {
    return with(id, kind, false, scope);
  }

  Layout withoutWindow(String id) {
    return new Layout(lines, windows.minus(id), clerks, rules, hours, trial);
  }

  Layout withClerk(String id, String... standsInFor) {
    List<ClerkId> away = Stream.of(standsInFor).map(ClerkId::new).toList();
    return new Layout(
        lines,
        windows,
        clerks.plus(id, new Clerk(new ClerkId(id), "王某", away)),
        rules,
        hours,
        trial);
  }

  Layout withoutClerk(String id) {
    return new Layout(lines, windows, clerks.minus(id), rules, hours, trial);
  }

  Layout withRules(Rules next) {
    return new Layout(lines, windows, clerks, next, hours, trial);
  }

  Layout withPolicy(String policy) {
    return withRules(rules.withPolicy(PolicyPlan.of(policy)));
  }

  Layout withReturn(ReturnPlace place, int after) {
    return withRules(rules(rules.policy(), place, after, rules.clerkWindows()));
  }

  Layout withClerkWindows(int most) {
    return withRules(rules(rules.policy(), rules.returnPlace(), rules.returnAfter(), most));
  }

  Layout onTrial() {
    return new Layout(lines, windows, clerks, rules, hours, true);
  }

  private Rules rules(String policy, ReturnPlace place, int after, int clerkWindows) {
    return new Rules(
        policy,
        rules.calls(),
        rules.recallGap(),
        place,
        after,
        rules.returns(),
        rules.greenHeadStart(),
        rules.ratingSilence(),
        rules.ratingDays(),
        rules.rollOver(),
        clerkWindows,
        rules.waitTarget(),
        rules.policyParameters(),
        rules.fairness(),
        rules.phoneDelay(),
        rules.identity(),
        rules.bookings());
  }

  private Layout with(String id, WindowKind kind, boolean inService, String... scope) {
    WindowPlan window =
        new WindowPlan(
            new WindowId(id),
            id + " 号",
            "No. " + id,
            kind,
            Stream.of(scope).map(LineId::new).toList(),
            "",
            inService);
    return new Layout(lines, windows.plus(id, window), clerks, rules, hours, trial);
  }
}
