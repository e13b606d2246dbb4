package io.tidehall.simulator.run;

import io.tidehall.simulator.floor.SimulatedFloor;

/** Looks on while a day is simulated. */
public interface Watcher {
  /** A ticket was taken and waits; not called for those who are called at once. */
  default void waits(SimulatedFloor floor, int ticket) {}

  /** A ticket was taken, whether it waits or not. */
  default void issued(SimulatedFloor floor, int ticket) {}

  /** A window has called a ticket. */
  default void started(SimulatedFloor floor, int window, int ticket) {}

  /** A minute has passed. */
  default void minute(SimulatedFloor floor) {}
}
