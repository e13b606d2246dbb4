package io.tidehall.server.forecast;

import io.tidehall.hall.Command;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.window.Window;
import io.tidehall.server.readmodel.ServiceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Learns how fast each window is at each line: its services compared with all of the line, in
 * logarithms, and drawn towards what the hall file says, or the usual, while they are few.
 */
public final class Speeds {
  /** Services from which on something is learned. */
  static final int ENOUGH = 20;

  /**
   * Services that weigh as much as the expectation: their spread (a variation of 0.8) over what
   * windows usually differ by, 15 %, both squared.
   */
  private static final double PRIOR = 25;

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2;

  /** A change that is smaller says nothing. */
  private static final double LEAST = 0.03;

  private Speeds() {}

  /** What the log teaches of the windows as they are set up now; empty when nothing is new. */
  static Optional<Command> learned(HallState state, List<ServiceLog> log) {
    List<WindowSpeeds> changed =
        of(state, log).stream()
            .filter(
                it ->
                    state
                        .findWindow(it.window())
                        .filter(known -> !known.plan().speeds().equals(it.speeds()))
                        .isPresent())
            .toList();
    return changed.isEmpty() ? Optional.empty() : Optional.of(new Command.LearnSpeeds(changed));
  }

  /** What the log teaches of each window as it is set up now. */
  public static List<WindowSpeeds> of(HallState state, List<ServiceLog> log) {
    Map<LineId, Double> usual = usual(log);
    List<WindowSpeeds> learned = new ArrayList<>();
    for (Window window : state.windows().values()) {
      List<LineSpeed> speeds = new ArrayList<>();
      for (Line line : state.plan().lines()) {
        if (Eligibility.inScope(window.plan(), line)) {
          double factor = factor(state, window.plan(), line.id(), log, usual);
          if (factor != 1) {
            speeds.add(new LineSpeed(line.id(), factor));
          }
        }
      }
      learned.add(new WindowSpeeds(window.id(), speeds));
    }
    return learned;
  }

  /** The mean logarithm of each line's services, whichever window they were at. */
  private static Map<LineId, Double> usual(List<ServiceLog> log) {
    Map<LineId, Double> sums = new TreeMap<>();
    Map<LineId, Integer> counts = new TreeMap<>();
    for (ServiceLog it : log) {
      sums.merge(it.line(), it.services() * it.meanLog(), Double::sum);
      counts.merge(it.line(), it.services(), Integer::sum);
    }
    counts.forEach((line, count) -> sums.computeIfPresent(line, (_, sum) -> sum / count));
    return sums;
  }

  private static double factor(
      HallState state,
      WindowPlan window,
      LineId line,
      List<ServiceLog> log,
      Map<LineId, Double> usual) {
    double expected = state.plan().findWindow(window.id()).map(it -> it.speed(line)).orElse(1.0);
    double known = window.speed(line);
    double next =
        find(log, window.id(), line)
            .filter(it -> it.services() >= ENOUGH)
            .map(it -> drawn(it, usual.getOrDefault(line, it.meanLog()), expected))
            .orElse(expected);
    return Math.abs(next - known) < LEAST ? known : next;
  }

  private static double drawn(ServiceLog its, double usual, double expected) {
    double faster = usual - its.meanLog();
    double factor =
        Math.exp((its.services() * faster + PRIOR * Math.log(expected)) / (its.services() + PRIOR));
    return Math.round(100 * Math.clamp(factor, SLOWEST, FASTEST)) / 100.0;
  }

  private static Optional<ServiceLog> find(List<ServiceLog> log, WindowId window, LineId line) {
    return log.stream()
        .filter(it -> it.window().equals(window) && it.line().equals(line))
        .findFirst();
  }
}
