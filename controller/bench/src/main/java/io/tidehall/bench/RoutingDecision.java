package io.tidehall.bench;

import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.HallFloor;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.routing.Router;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.hall.window.Window;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH measures for (f): which of 500 tickets a window that has become free takes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RoutingDecision {
  private CityHall.Moment city = CityHall.inARush();
  private RoutingPolicy policy = Policies.of(city.state().steering().policy());
  private int turn;

  /** A hall of its own for each trial. */
  @Setup
  public void prepare() {
    city = CityHall.inARush();
    policy = Policies.of(city.state().steering().policy());
  }

  private WindowId free() {
    turn = (turn + 1) % CityHall.FREE.size();
    return CityHall.FREE.get(turn);
  }

  /** The floor from the hall's state, the ticket, why, and who came next. */
  @Benchmark
  public Object choose() {
    HallFloor floor = city.state().floor(city.now());
    var window = (Window.Open) Objects.requireNonNull(city.state().windows().get(free()));
    HallFloor.Manned stand = floor.stand(window);
    Router.Pick pick = Objects.requireNonNull(Router.pick(policy, floor, stand));
    return Router.runnersUp(floor, stand, pick).size()
        + pick.preference().because(pick.queue()).en().length();
  }

  /** The clerk's whole command, with checks, reason and events. */
  @Benchmark
  public Object decide() {
    WindowId window = free();
    int number = Integer.parseInt(window.value());
    return Hall.decide(
        city.state(),
        new Request("bench", CityHall.clerk(number), new Command.CallNext(window)),
        city.now());
  }
}
