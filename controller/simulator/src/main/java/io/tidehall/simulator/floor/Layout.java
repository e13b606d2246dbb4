package io.tidehall.simulator.floor;

import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.simulator.day.ServiceTime;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** A scenario with its lines, fields, classes and windows numbered from 0, in its own order. */
public final class Layout {
  private final Scenario scenario;
  private final List<String> fields;
  private final int[] fieldOf;
  private final int[][] linesOf;
  private final int[][] windowsOf;
  private final boolean[][] serves;
  private final int[] home;
  private final double[] headStart;
  private final String[] priority;
  private final ServiceTime[] serviceTime;
  private final double[] work;
  private final boolean[] dedicated;
  private final double[][] pace;
  private final double[][] skill;
  private final int[] lender;
  private final boolean[] tidal;
  private final int[][] linesOfField;
  private final WindowPlan[] plans;
  private final boolean[][] owns;
  private final int[] breadth;

  public Layout(Scenario scenario) {
    this.scenario = scenario;
    fields = scenario.fields();
    List<Category> categories = scenario.categories();
    List<WindowSpec> windows = scenario.windows();
    fieldOf = categories.stream().mapToInt(it -> fields.indexOf(it.field())).toArray();
    List<Line> lines = categories.stream().map(it -> Plans.line(scenario, it)).toList();
    plans = windows.stream().map(it -> Plans.window(scenario, it)).toArray(WindowPlan[]::new);
    serves = new boolean[windows.size()][categories.size()];
    owns = new boolean[windows.size()][fields.size()];
    breadth = new int[windows.size()];
    for (int window = 0; window < windows.size(); window++) {
      boolean[] touched = new boolean[fields.size()];
      for (int line = 0; line < categories.size(); line++) {
        serves[window][line] = Eligibility.inScope(plans[window], lines.get(line));
        touched[fieldOf[line]] |= serves[window][line];
      }
      for (int field = 0; field < touched.length; field++) {
        breadth[window] += touched[field] ? 1 : 0;
        owns[window][field] =
            touched[field]
                && (plans[window].home() == null
                    || fields.get(field).equals(plans[window].home())
                    || plans[window].second().contains(fields.get(field)));
      }
    }
    linesOf = numbers(windows.size(), categories.size(), (window, line) -> serves[window][line]);
    windowsOf = numbers(categories.size(), windows.size(), (line, window) -> serves[window][line]);
    linesOfField =
        numbers(fields.size(), categories.size(), (field, line) -> fieldOf[line] == field);
    home = windows.stream().mapToInt(it -> fields.indexOf(it.home())).toArray();
    headStart = scenario.classes().stream().mapToDouble(Scenario.TicketClass::headStart).toArray();
    priority = scenario.classes().stream().map(Plans::priority).toArray(String[]::new);
    serviceTime =
        categories.stream().map(it -> ServiceTime.of(it.service())).toArray(ServiceTime[]::new);
    work = categories.stream().mapToDouble(this::occupancy).toArray();
    dedicated = new boolean[windows.size()];
    tidal = new boolean[windows.size()];
    pace = new double[windows.size()][categories.size()];
    skill = new double[windows.size()][categories.size()];
    lender = windows.stream().mapToInt(it -> windowOf(it.lender())).toArray();
    for (int window = 0; window < windows.size(); window++) {
      dedicated[window] = windows.get(window).type() == WindowType.DEDICATED;
      tidal[window] = windows.get(window).type() == WindowType.TIDAL;
      for (int line = 0; line < categories.size(); line++) {
        double speed = windows.get(window).speeds().getOrDefault(categories.get(line).id(), 1.0);
        skill[window][line] = StrictMath.log(speed);
        pace[window][line] = (dedicated[window] ? 1 : scenario.slowdown()) / speed;
      }
    }
  }

  private static int[][] numbers(int outer, int inner, BiPredicate<Integer, Integer> test) {
    return IntStream.range(0, outer)
        .mapToObj(it -> IntStream.range(0, inner).filter(other -> test.test(it, other)).toArray())
        .toArray(int[][]::new);
  }

  private double occupancy(Category it) {
    return it.noShow() * scenario.noShowTime()
        + (1 - it.noShow()) * (scenario.callGap() + it.service().mean());
  }

  public Scenario scenario() {
    return scenario;
  }

  public int lines() {
    return fieldOf.length;
  }

  public int windows() {
    return linesOf.length;
  }

  public int classes() {
    return headStart.length;
  }

  public List<String> fields() {
    return fields;
  }

  public int fieldOf(int line) {
    return fieldOf[line];
  }

  public boolean serves(int window, int line) {
    return serves[window][line];
  }

  /** The lines a window serves, ascending; not to be changed. */
  public int[] linesOf(int window) {
    return linesOf[window];
  }

  /** The lines of a field, ascending; not to be changed. */
  public int[] linesOfField(int field) {
    return linesOfField[field];
  }

  public WindowKind kind(int window) {
    return plans[window].kind();
  }

  /** Whether a field is a window's own, be it home or second. */
  public boolean owns(int window, int field) {
    return owns[window][field];
  }

  /** How many fields a window serves. */
  public int breadth(int window) {
    return breadth[window];
  }

  /** What policies call a class. */
  public String priority(int ticketClass) {
    return priority[ticketClass];
  }

  /** The windows that serve a line, ascending; not to be changed. */
  public int[] windowsOf(int line) {
    return windowsOf[line];
  }

  /** The home field of a window, or −1. */
  public int home(int window) {
    return home[window];
  }

  public boolean dedicated(int window) {
    return dedicated[window];
  }

  public boolean tidal(int window) {
    return tidal[window];
  }

  public double headStart(int ticketClass) {
    return headStart[ticketClass];
  }

  public ServiceTime serviceTime(int line) {
    return serviceTime[line];
  }

  /** The minutes that a ticket of a line keeps a window busy on average, no-shows included. */
  public double work(int line) {
    return work[line];
  }

  /** How long a ticket of a line keeps a window busy. */
  public double occupancy(int window, int line, boolean noShow, double service) {
    return noShow ? scenario.noShowTime() : scenario.callGap() + service * pace[window][line];
  }

  /** What a window's services of a line take, as a multiple of the usual. */
  public double pace(int window, int line) {
    return pace[window][line];
  }

  /** How fast a window is at a line, as policies see it: the logarithm of its speed. */
  public double skill(int window, int line) {
    return skill[window][line];
  }

  /** The window whose clerk mans a tidal window, or −1. */
  public int lender(int window) {
    return lender[window];
  }

  /** Whether a window is staffed at a time, by its shifts. */
  public boolean onShift(int window, double at) {
    return shiftEnd(window, at) > at;
  }

  /** When the shift that a window has at a time ends; the time itself if it has none. */
  public double shiftEnd(int window, double at) {
    for (Scenario.Shift shift : scenario.windows().get(window).shifts()) {
      if (shift.from() <= at && at < shift.to()) {
        return shift.to();
      }
    }
    return at;
  }

  /**
   * Whether a window whose shift has ended takes nobody any more although people wait: a tidal
   * window, or a base window whose clerk leaves.
   */
  public boolean leaves(int window, double at) {
    boolean leaves = tidal[window];
    for (Scenario.Shift shift : scenario.windows().get(window).shifts()) {
      leaves |= shift.leaves() && shift.to() <= at && at < nextShift(window, shift.to());
    }
    return leaves;
  }

  private double nextShift(int window, double after) {
    double next = Double.POSITIVE_INFINITY;
    for (Scenario.Shift shift : scenario.windows().get(window).shifts()) {
      next = shift.from() >= after ? Math.min(next, shift.from()) : next;
    }
    return next;
  }

  public int lineOf(String category) {
    for (int line = 0; line < lines(); line++) {
      if (scenario.categories().get(line).id().equals(category)) {
        return line;
      }
    }
    return -1;
  }

  public int windowOf(String id) {
    for (int window = 0; window < windows(); window++) {
      if (scenario.windows().get(window).id().equals(id)) {
        return window;
      }
    }
    return -1;
  }

  public int classOf(String id) {
    for (int i = 0; i < classes(); i++) {
      if (scenario.classes().get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
