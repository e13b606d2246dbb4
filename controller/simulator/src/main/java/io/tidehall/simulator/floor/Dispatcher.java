package io.tidehall.simulator.floor;

import io.tidehall.hall.routing.Router;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.floor.SimulatedFloor.SimulatedQueue;
import io.tidehall.simulator.floor.SimulatedFloor.SimulatedStand;
import java.util.ArrayList;
import java.util.List;

/** Asks the production router about a simulated floor. Not for several threads. */
public final class Dispatcher {
  /** Nobody, or no window. */
  public static final int NONE = -1;

  private final RoutingPolicy policy;
  private final SimulatedFloor floor;
  private final List<SimulatedStand> ready = new ArrayList<>();

  public Dispatcher(RoutingPolicy policy, SimulatedFloor floor) {
    this.policy = policy;
    this.floor = floor;
  }

  public RoutingPolicy policy() {
    return policy;
  }

  /** The ticket that an idle window takes, or {@link #NONE} if it may serve none that waits. */
  public int ticketFor(int window) {
    if (!floor.eligibleWaits(window)) {
      return NONE;
    }
    Router.Pick pick = Router.pick(policy, floor, floor.stand(window));
    return pick == null ? NONE : ((SimulatedQueue) pick.queue()).first();
  }

  /** The window that a ticket which has just come goes to, or {@link #NONE} if it has to wait. */
  public int windowFor(int ticket) {
    if (floor.idleWindows() == 0) {
      return NONE;
    }
    ready.clear();
    for (int window : floor.layout().windowsOf(floor.line(ticket))) {
      if (floor.stage(window) == SimulatedFloor.Stage.IDLE && !floor.ending(window)) {
        ready.add(floor.stand(window));
      }
    }
    return ready.isEmpty() ? NONE : Router.windowFor(policy, floor.queueOf(ticket), ready).window();
  }

  /** An idle window takes a ticket. */
  public void start(double at, int window, int ticket) {
    floor.start(at, window, ticket);
    floor.count(policy, window, ticket);
  }
}
