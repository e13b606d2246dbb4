package io.tidehall.server.view;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is unusual about a hall as it stands. Nothing of it is forbidden, but all of it is said. */
public final class GuardRails {
  /** What a standard hall has at least, by kinds of window in service. */
  private static final List<Standard> STANDARD =
      List.of(
          new Standard("comprehensive", WindowKind::comprehensive, 5),
          new Standard("certificate", it -> it == WindowKind.CERTIFICATE, 1),
          new Standard("assist", it -> it == WindowKind.ASSIST, 1));

  private static final int LEAST_COVERAGE = 95;

  private record Standard(String name, Predicate<WindowKind> kind, int least) {}

  private GuardRails() {}

  /**
   * The free windows that a ticket waits for all the same. A clerk who serves at one of her windows
   * does not leave the others idle: she cannot be at both.
   */
  public static List<WindowId> idle(HallState state) {
    List<WindowId> idle = new ArrayList<>();
    for (Window window : state.windows().values()) {
      if (window instanceof Window.Free free
          && Views.waiting(state, free) > 0
          && !elsewhere(state, free)) {
        idle.add(free.id());
      }
    }
    return idle;
  }

  private static boolean elsewhere(HallState state, Window.Free free) {
    return state.windows().values().stream()
        .anyMatch(
            it ->
                it instanceof Window.Busy busy && busy.post().clerk().equals(free.post().clerk()));
  }

  /**
   * Everything unusual, what people suffer by first.
   *
   * @param open whether the hall is open: before, lines without a window are usual
   */
  public static List<Console.Warning> warnings(HallState state, boolean open) {
    List<Console.Warning> found = new ArrayList<>();
    if (open) {
      unserved(state, found);
    }
    List<WindowPlan> service =
        state.windows().values().stream().map(Window::plan).filter(WindowPlan::inService).toList();
    for (Standard standard : STANDARD) {
      long have = service.stream().filter(it -> standard.kind().test(it.kind())).count();
      if (have < standard.least()) {
        found.add(
            new Console.Warning(
                "standard-" + standard.name(),
                "warm",
                Words.text("warn." + standard.name(), have, standard.least())));
      }
    }
    coverage(state.plan(), service, found);
    return found;
  }

  private static void unserved(HallState state, List<Console.Warning> found) {
    List<Line> waiting = new ArrayList<>();
    List<Line> empty = new ArrayList<>();
    for (Line line : state.plan().lines()) {
      if (Outlook.serving(state.plan(), state.windows(), line.id()).isEmpty()) {
        (state.queues().waiting(Lane.of(line.id())) > 0 ? waiting : empty).add(line);
      }
    }
    if (!waiting.isEmpty()) {
      found.add(unserved("unserved-waiting", "alarm", waiting));
    }
    if (!empty.isEmpty()) {
      found.add(unserved("unserved", "warm", empty));
    }
  }

  private static Console.Warning unserved(String rule, String level, List<Line> lines) {
    String zh = lines.stream().map(Line::zh).collect(Collectors.joining("、"));
    String en = lines.stream().map(Line::en).collect(Collectors.joining(", "));
    return new Console.Warning(
        rule,
        level,
        Text.of(Words.text("warn." + rule, zh).zh(), Words.text("warn." + rule, en).en()));
  }

  /** 通办比例: the share of items that every comprehensive window may take. */
  private static void coverage(
      HallPlan plan, List<WindowPlan> service, List<Console.Warning> found) {
    List<WindowPlan> comprehensive =
        service.stream().filter(it -> it.kind().comprehensive()).toList();
    Set<String> all = new HashSet<>();
    Set<String> covered = new HashSet<>();
    for (Line line : plan.lines()) {
      all.addAll(line.items());
      if (comprehensive.stream().allMatch(it -> Eligibility.inScope(it, line))) {
        covered.addAll(line.items());
      }
    }
    if (!comprehensive.isEmpty() && covered.size() * 100 < LEAST_COVERAGE * all.size()) {
      found.add(
          new Console.Warning(
              "coverage",
              "warm",
              Words.text("warn.coverage", covered.size() * 100 / all.size(), LEAST_COVERAGE)));
    }
  }

  /** What a change brings that was not said before. */
  public static List<Console.Warning> fresh(
      List<Console.Warning> before, List<Console.Warning> after) {
    return after.stream().filter(it -> !before.contains(it)).toList();
  }
}
