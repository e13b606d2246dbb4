package io.tidehall.simulator.compare;

import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Other ways to lay out the windows of a hall. */
public final class Design {
  /** What {@link #of} understands, in words. */
  public static final String EXPECTED =
      "as-is, second-fields, pooled, or a number of comprehensive windows more or fewer (+1, -2)";

  /** How much less a field is needed for each window of the same home that has learned it. */
  private static final double SAME_PAIR = 0.3;

  /** Which part of a mean window's work each window of a field takes off what helpers are for. */
  private static final double OWN_PART = 0.5;

  /** A field with its own windows wants helpers for at least this part of its work. */
  private static final double LEAST_PART = 0.15;

  /** A large field wants more than its share of helpers, since it gives them more to help with. */
  private static final double LARGE = 1.3;

  private Design() {}

  /** The hall in a design; empty if the name is none, or no windows would be left. */
  public static Optional<Scenario> of(String name, Scenario hall) {
    return switch (name) {
      case "as-is" -> Optional.of(hall);
      case "second-fields" -> Optional.of(secondFields(hall));
      case "pooled" -> Optional.of(pooled(hall));
      default ->
          name.matches("[+-][0-9]{1,3}")
              ? windows(hall, Integer.parseInt(name.replace("+", "")))
              : Optional.empty();
    };
  }

  /** Every window serves everything: the bound that no routing can beat by much. */
  static Scenario pooled(Scenario hall) {
    return hall.withWindows(
        hall.windows().stream()
            .map(
                it ->
                    new WindowSpec(
                        it.id(),
                        it.type() == WindowType.TIDAL ? it.type() : WindowType.COMPREHENSIVE,
                        List.of("*"),
                        it.home(),
                        it.shifts()))
            .toList());
  }

  /**
   * Every dedicated window learns one second field. Those of the field with the least work for each
   * of its windows choose first, and each takes the field with the most work for each window that
   * learns it: helpers come in proportion to the work that a field's own windows are not there for.
   * Several windows of one field had better learn different ones.
   */
  static Scenario secondFields(Scenario hall) {
    List<String> fields = hall.fields();
    var layout = new Layout(hall);
    double[] work = work(layout);
    int[] windows = new int[work.length];
    List<Integer> learners = new ArrayList<>();
    for (int window = 0; window < layout.windows(); window++) {
      if (layout.dedicated(window) && layout.home(window) >= 0) {
        learners.add(window);
        windows[layout.home(window)]++;
      }
    }
    learners.sort(
        Comparator.comparingDouble(it -> work[layout.home(it)] / windows[layout.home(it)]));
    double[] open = open(work, windows, layout.windows());
    List<WindowSpec> next = new ArrayList<>(hall.windows());
    int[][] learned = new int[fields.size()][fields.size()];
    for (int window : learners) {
      int second = neediest(open, learned, layout, window);
      if (second >= 0) {
        learned[layout.home(window)][second]++;
        WindowSpec spec = hall.windows().get(window);
        List<String> serves = new ArrayList<>(spec.serves());
        serves.add(fields.get(second));
        next.set(window, spec.withServes(serves));
      }
    }
    return hall.withWindows(next);
  }

  /** Minutes of work a day, by field. */
  private static double[] work(Layout layout) {
    double[] work = new double[layout.fields().size()];
    for (int line = 0; line < layout.lines(); line++) {
      double daily = layout.scenario().categories().get(line).daily();
      work[layout.fieldOf(line)] += daily * layout.work(line);
    }
    return work;
  }

  /** How much there is for helpers to do, by field. */
  private static double[] open(double[] work, int[] own, int windows) {
    double mean = DoubleStream.of(work).sum() / windows;
    double[] open = new double[work.length];
    for (int field = 0; field < open.length; field++) {
      double rest = work[field] - OWN_PART * mean * own[field];
      open[field] = Math.pow(Math.max(LEAST_PART * work[field], rest), LARGE);
    }
    return open;
  }

  private static int neediest(double[] open, int[][] learned, Layout layout, int window) {
    int best = -1;
    double most = 0;
    for (int field = 0; field < open.length; field++) {
      double need = need(open, learned, layout.home(window), field);
      if (!layout.owns(window, field) && (best < 0 || need > most)) {
        best = field;
        most = need;
      }
    }
    return best;
  }

  private static double need(double[] open, int[][] learned, int home, int field) {
    int helpers = 0;
    for (int[] of : learned) {
      helpers += of[field];
    }
    return open[field] / (helpers + 1) / (1 + SAME_PAIR * learned[home][field]);
  }

  private static Optional<Scenario> windows(Scenario hall, int more) {
    List<WindowSpec> next = new ArrayList<>(hall.windows());
    List<WindowSpec> base =
        hall.windows().stream().filter(it -> it.type() != WindowType.TIDAL).toList();
    if (base.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < more; i++) {
      WindowSpec like = base.get((base.size() - 1 - i % base.size()));
      next.add(
          new WindowSpec(
              "extra-" + (i + 1),
              WindowType.COMPREHENSIVE,
              List.of("*"),
              like.home(),
              like.shifts()));
    }
    for (int i = 0; i < -more; i++) {
      Optional<WindowSpec> last =
          next.reversed().stream().filter(it -> it.type() == WindowType.COMPREHENSIVE).findFirst();
      if (last.isEmpty()) {
        return Optional.empty();
      }
      next.remove(last.get());
    }
    return Optional.of(hall.withWindows(next));
  }
}
