package io.tidehall.display.counter;

import io.tidehall.display.Happening;
import io.tidehall.display.Latest;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.WindowState;

/** How a counter display's screen changes with what happens. */
public final class CounterFlow {
  private CounterFlow() {}

  public static CounterScreen next(CounterScreen screen, Happening happening) {
    var surroundings = screen.surroundings().after(happening);
    var seen = new CounterScreen(surroundings, screen.window(), screen.state());
    return switch (happening) {
      case Happening.Heard(DeviceSetup setup) -> placed(seen, setup);
      case Happening.Heard(WindowState state) when state.window().equals(seen.window()) ->
          new CounterScreen(surroundings, seen.window(), seen.state().take(state, state.seq()));
      case Happening.Reached(var reach, _) when reach != Reach.ONLINE ->
          new CounterScreen(surroundings, seen.window(), seen.state().afterSilence());
      case Happening.Heard _, Happening.Reached _, Happening.Tick _ -> seen;
    };
  }

  /** A display that is moved to another window forgets the one it stood at. */
  private static CounterScreen placed(CounterScreen screen, DeviceSetup setup) {
    String window = setup.window() == null ? "" : setup.window();
    return window.equals(screen.window())
        ? screen
        : new CounterScreen(screen.surroundings(), window, Latest.none());
  }
}
