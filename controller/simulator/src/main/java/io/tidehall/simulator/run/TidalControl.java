package io.tidehall.simulator.run;

import io.tidehall.simulator.floor.SimulatedFloor;

/** Who opens and closes tidal windows in a simulated day. */
public interface TidalControl {
  /** Tidal windows are staffed for the whole of their shifts. */
  TidalControl ALWAYS = new TidalControl() {};

  /** Tidal windows stay closed. */
  TidalControl NEVER =
      new TidalControl() {
        @Override
        public boolean staffsShifts() {
          return false;
        }
      };

  /** Whether windows open by themselves when their shifts begin. */
  default boolean staffsShifts() {
    return true;
  }

  /** Whether it wants to be asked every minute. */
  default boolean asksMinutes() {
    return false;
  }

  /** A day begins. */
  default void begin(SimulatedFloor floor, long day) {}

  /** A ticket of a line was taken. */
  default void issued(int line) {}

  /** What to do now; openings take their lag. */
  default void minute(SimulatedFloor floor, Wishes wishes) {}

  /** Minutes from asking for a window to its first call. */
  default double lag() {
    return 5;
  }

  /** Takes the wishes of one minute. */
  interface Wishes {
    void open(int window);

    void close(int window);
  }
}
