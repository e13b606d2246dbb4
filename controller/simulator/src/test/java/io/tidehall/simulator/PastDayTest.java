package io.tidehall.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.Policies;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.day.Customers.Recorded;
import io.tidehall.simulator.day.Customers.StandsBack;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.run.DayResult;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Service.Shape;
import io.tidehall.simulator.scenario.Scenario.Shift;
import io.tidehall.simulator.scenario.Scenario.TicketClass;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days without chance: who stands back, and a clerk who is lent. */
class PastDayTest {
  private static final Scenario HALL =
      Halls.plain(1, 1, new Scenario.Service(Shape.CONSTANT, 5, 0));

  @Test
  void whoStandsBackLetsSoManyOfThoseBehindGoFirst() {
    assertArrayEquals(new double[] {0, 14, 8, 17}, waits(new StandsBack(5, 1)));
    assertArrayEquals(new double[] {0, 19, 8, 12}, waits(new StandsBack(5, 2)));
  }

  @Test
  void behindTheLastThereIsNoPlaceAndWhoWasCalledKeepsIt() {
    assertArrayEquals(new double[] {0, 19, 8, 12}, waits(new StandsBack(5, 9)));
    assertArrayEquals(new double[] {0, 9, 13, 17}, waits(new StandsBack(11, 2)));
    assertArrayEquals(new double[] {0, 9, 13, 17}, waits(new StandsBack(1.5, 2)), "nobody behind");
  }

  @Test
  void whoComesLaterStaysBehindWhoStoodBack() {
    var layout = new Layout(HALL);
    var customers =
        Customers.of(
            List.of(
                new Recorded(0, 0, 0, 10), at(1, new StandsBack(3, 1)), at(2, null), at(4, null)));
    assertArrayEquals(new double[] {0, 14, 8, 16}, run(layout, customers).waits());
  }

  @Test
  void aGreenTicketStandsBackWithItsHeadStart() {
    Scenario green =
        new Scenario(
            "plain",
            "plain",
            0,
            Halls.LONG,
            20,
            0,
            0,
            0,
            0,
            1,
            List.of(new TicketClass("normal", 0.5, 0), new TicketClass("green", 0.5, 15)),
            HALL.profiles(),
            HALL.categories(),
            HALL.windows(),
            Map.of());
    var customers =
        Customers.of(
            List.of(
                new Recorded(0, 0, 0, 10),
                at(1, null),
                new Recorded(2, 0, 1, 5, 2, new StandsBack(3, 1)),
                at(4, null)));
    // It stood first, and lets one go first: it is called between the two.
    assertArrayEquals(new double[] {0, 9, 13, 16}, run(new Layout(green), customers).waits());
  }

  @Test
  void whoBookedStandsWhereTheSlotPutsThem() {
    var customers =
        Customers.of(
            List.of(
                new Recorded(0, 0, 0, 10),
                at(2, null),
                new Recorded(3, 0, 0, 5, 4, null),
                new Recorded(5, 0, 0, 5, 1, null),
                at(6, null)));
    assertArrayEquals(new double[] {0, 13, 17, 5, 19}, run(new Layout(HALL), customers).waits());
  }

  private static Recorded at(double minute, @Nullable StandsBack standsBack) {
    return new Recorded(minute, 0, 0, 5, minute, standsBack);
  }

  private static double[] waits(StandsBack second) {
    var customers =
        Customers.of(List.of(new Recorded(0, 0, 0, 10), at(1, second), at(2, null), at(3, null)));
    return run(new Layout(HALL), customers).waits();
  }

  private static DayResult run(Layout layout, Customers customers) {
    return run(layout, customers, TidalControl.ALWAYS);
  }

  private static DayResult run(Layout layout, Customers customers, TidalControl tides) {
    var policy = Policies.of(PolicyPlan.of("balanced"));
    return SimulatedDay.run(layout, customers, policy, tides, new Watcher() {}, 0);
  }

  @Test
  void aLentClerkEndsHerTicketMansTheOtherWindowAndComesBack() {
    List<Shift> all = List.of(new Shift(0, 100));
    Layout layout =
        new Layout(
            HALL.withWindows(
                List.of(
                    new WindowSpec("1", WindowType.COMPREHENSIVE, List.of("*"), "only", all),
                    new WindowSpec("T", WindowType.TIDAL, List.of("*"), "only", all)
                        .withLender("1"))));
    var customers =
        Customers.of(
            List.of(
                new Recorded(9, 0, 0, 12), new Recorded(12, 0, 0, 20), new Recorded(35, 0, 0, 5)));
    DayResult day = run(layout, customers, new OpensFrom10To30());
    assertArrayEquals(new int[] {0, 1, 0}, day.window());
    // Until 21 she serves, at 41 the tidal window closes, and she needs her five minutes back.
    assertArrayEquals(new double[] {0, 9, 11}, day.waits());
    assertEquals(20, day.open()[1], "from 21 to 41");
    assertEquals(21 + 54, day.open()[0], "until 21, and from 46");
    assertEquals(1, day.openings()[1]);
  }

  /** Wishes by the clock; five minutes to man a window. */
  private static final class OpensFrom10To30 implements TidalControl {
    @Override
    public boolean staffsShifts() {
      return false;
    }

    @Override
    public boolean asksMinutes() {
      return true;
    }

    @Override
    public void minute(SimulatedFloor floor, Wishes wishes) {
      if (floor.minute() == 10) {
        wishes.open(1);
      } else if (floor.minute() == 30) {
        wishes.close(1);
      }
    }
  }

  @Test
  void aWindowIsFasterAtOneLineThanAtAnother() {
    Layout layout =
        new Layout(
            HALL.withCategories(
                    List.of(
                        HALL.categories().getFirst(),
                        new Scenario.Category(
                            "M", "only", 1, "flat", 0, new Scenario.Service(Shape.CONSTANT, 5, 0))))
                .withWindows(
                    List.of(
                        new WindowSpec(
                            "1",
                            WindowType.COMPREHENSIVE,
                            List.of("*"),
                            "only",
                            List.of(new Shift(0, 100)),
                            Map.of("L", 2.0, "M", 0.5),
                            ""))));
    var customers =
        Customers.of(
            List.of(
                new Recorded(0, 0, 0, 10), new Recorded(1, 1, 0, 10), new Recorded(2, 0, 0, 1)));
    // The third goes before the second, as the window is fast at its line.
    assertArrayEquals(new double[] {0, 4.5, 3}, run(layout, customers).waits());
  }
}
