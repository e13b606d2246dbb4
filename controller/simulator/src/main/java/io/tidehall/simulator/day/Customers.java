package io.tidehall.simulator.day;

import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who comes on one day, in the order of coming: arrivals by a non-homogeneous Poisson
 * process, and for each customer the line, the class, whether they will have gone when called, and
 * how long their service takes at a window of usual speed. Columns, indexed by customer.
 */
public final class Customers {
  private final double[] at;
  private final int[] line;
  private final int[] ticketClass;
  private final boolean[] noShow;
  private final double[] service;
  private final SortedMap<Integer, StandsBack> standBack = new TreeMap<>();
  private final SortedMap<Integer, Double> countsFrom = new TreeMap<>();

  private Customers(
      double[] at, int[] line, int[] ticketClass, boolean[] noShow, double[] service) {
    this.at = at;
    this.line = line;
    this.ticketClass = ticketClass;
    this.noShow = noShow;
    this.service = service;
  }

  /**
   * Somebody who came on a day that was recorded.
   *
   * @param at minutes since midnight
   * @param service minutes of service, or of waiting in vain for a no-show, as recorded
   * @param countsFrom when the customer counts as having come: a booked one from the slot
   * @param standsBack when the customer lets others go first, if still waiting then; or null
   */
  public record Recorded(
      double at,
      int line,
      int ticketClass,
      double service,
      double countsFrom,
      @Nullable StandsBack standsBack) {
    /** Somebody without a booking who kept the place. */
    public Recorded(double at, int line, int ticketClass, double service) {
      this(at, line, ticketClass, service, at, null);
    }
  }

  /** At a time, so many of those behind are let through. */
  public record StandsBack(double at, int places) {}

  /** The customers of a recorded day, in any order; nothing is drawn. */
  public static Customers of(List<Recorded> recorded) {
    List<Recorded> inOrder =
        recorded.stream().sorted(Comparator.comparingDouble(Recorded::at)).toList();
    Columns columns = new Columns();
    for (Recorded it : inOrder) {
      columns.add(it.at(), it.line(), it.ticketClass(), false, it.service());
    }
    Customers customers = columns.sorted();
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i).countsFrom() != inOrder.get(i).at()) {
        customers.countsFrom.put(i, inOrder.get(i).countsFrom());
      }
      StandsBack its = inOrder.get(i).standsBack();
      if (its != null) {
        customers.standBack.put(i, its);
      }
    }
    return customers;
  }

  /** The customers of a day of a scenario; day and seed say which. */
  public static Customers of(Scenario scenario, long seed, long day) {
    double volume = Chance.gammaFactor(Chance.stream(seed, day, "day", 0), scenario.dayCv());
    List<String> fields = scenario.fields();
    double[] fieldVolume = new double[fields.size()];
    for (int field = 0; field < fieldVolume.length; field++) {
      fieldVolume[field] =
          Chance.gammaFactor(Chance.stream(seed, day, "field", field), scenario.fieldDayCv());
    }
    Columns columns = new Columns();
    for (int line = 0; line < scenario.categories().size(); line++) {
      Category category = scenario.categories().get(line);
      double mean = category.daily() * volume * fieldVolume[fields.indexOf(category.field())];
      draw(scenario, line, mean, seed, day, columns);
    }
    return columns.sorted();
  }

  private static void draw(
      Scenario scenario, int line, double mean, long seed, long day, Columns into) {
    Category category = scenario.categories().get(line);
    List<Period> periods = scenario.profiles().getOrDefault(category.profile(), List.of());
    double total = periods.stream().mapToDouble(it -> it.length() * it.weight()).sum();
    SplittableRandom arrivals = Chance.stream(seed, day, "arrivals", line);
    SplittableRandom classes = Chance.stream(seed, day, "classes", line);
    SplittableRandom noShows = Chance.stream(seed, day, "no-shows", line);
    SplittableRandom services = Chance.stream(seed, day, "services", line);
    ServiceTime time = ServiceTime.of(category.service());
    for (Period period : periods) {
      double rate = mean * period.weight() / total;
      if (rate <= 0) {
        continue;
      }
      double at = period.from() + arrivals.nextExponential() / rate;
      while (at < period.to()) {
        into.add(
            at,
            line,
            drawClass(scenario, classes.nextDouble()),
            noShows.nextDouble() < category.noShow(),
            time.draw(services));
        at += arrivals.nextExponential() / rate;
      }
    }
  }

  private static int drawClass(Scenario scenario, double uniform) {
    double rest = uniform;
    for (int i = 0; i < scenario.classes().size() - 1; i++) {
      rest -= scenario.classes().get(i).share();
      if (rest < 0) {
        return i;
      }
    }
    return scenario.classes().size() - 1;
  }

  public int count() {
    return at.length;
  }

  public double at(int customer) {
    return at[customer];
  }

  public int line(int customer) {
    return line[customer];
  }

  public int ticketClass(int customer) {
    return ticketClass[customer];
  }

  public boolean noShow(int customer) {
    return noShow[customer];
  }

  /** When a customer counts as having come: when they came, or the slot of their booking. */
  public double countsFrom(int customer) {
    return countsFrom.getOrDefault(customer, at[customer]);
  }

  /** Who stands back, by customer. */
  public SortedMap<Integer, StandsBack> standBack() {
    return Collections.unmodifiableSortedMap(standBack);
  }

  /** Minutes of service without the call gap. */
  public double service(int customer) {
    return service[customer];
  }

  /** Columns that grow while customers are drawn. */
  private static final class Columns {
    private double[] at = new double[256];
    private int[] line = new int[256];
    private int[] ticketClass = new int[256];
    private boolean[] noShow = new boolean[256];
    private double[] service = new double[256];
    private int size;

    void add(double when, int itsLine, int itsClass, boolean gone, double minutes) {
      if (size == at.length) {
        int more = size * 2;
        at = Arrays.copyOf(at, more);
        line = Arrays.copyOf(line, more);
        ticketClass = Arrays.copyOf(ticketClass, more);
        noShow = Arrays.copyOf(noShow, more);
        service = Arrays.copyOf(service, more);
      }
      at[size] = when;
      line[size] = itsLine;
      ticketClass[size] = itsClass;
      noShow[size] = gone;
      service[size++] = minutes;
    }

    Customers sorted() {
      int[] order =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer it) -> at[it]).thenComparing(it -> it))
              .mapToInt(Integer::intValue)
              .toArray();
      Customers sorted =
          new Customers(
              new double[size], new int[size], new int[size], new boolean[size], new double[size]);
      for (int i = 0; i < size; i++) {
        sorted.at[i] = at[order[i]];
        sorted.line[i] = line[order[i]];
        sorted.ticketClass[i] = ticketClass[order[i]];
        sorted.noShow[i] = noShow[order[i]];
        sorted.service[i] = service[order[i]];
      }
      return sorted;
    }
  }
}
