package io.tidehall.device.hardware;

import java.util.List;

/**
 * What the status light on a device says. The colour is never the only sign: what works burns
 * steadily, what needs somebody blinks, and quickly when it does not work at all.
 */
public enum StatusLight {
  /** Whoever comes may use it: green. */
  READY("green", 0),
  /** Somebody uses it: amber. */
  BUSY("amber", 0),
  /** It works, but somebody of the staff should come: amber, blinking each second. */
  ATTENTION("amber", 1_000),
  /** It does not work: red, blinking twice a second. */
  OUT_OF_SERVICE("red", 500),
  /** The hall is closed: no lamp. */
  DARK("", 0);

  /** The lamps of a status light. */
  public static final List<String> LAMPS = List.of("light-green", "light-amber", "light-red");

  private final String lamp;
  private final long period;

  StatusLight(String colour, long period) {
    this.lamp = "light-" + colour;
    this.period = period;
  }

  /** Shows this on the lamps that are fitted, at a moment of a steady clock in milliseconds. */
  public void show(Cabinet cabinet, long steady) {
    List<String> fitted = cabinet.lamps().stream().filter(LAMPS::contains).toList();
    // A light of one lamp, or two, says by its blinking what it has no colour for.
    String mine = fitted.contains(lamp) || fitted.isEmpty() ? lamp : fitted.getLast();
    boolean on = this != DARK && (period == 0 || Math.floorMod(steady, period) < period / 2);
    fitted.forEach(each -> cabinet.light(each, on && each.equals(mine)));
  }
}
