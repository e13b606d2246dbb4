package io.tidehall.device.flow;

import java.time.Duration;

/**
 * Whether somebody who is asked now and then still answers. Only time that is watched counts: a
 * watch that was itself held up, as when the machine slept, takes the gap for one step, so that the
 * other has time to answer first.
 */
public final class Pulse {
  /** What is to be done after a look. */
  public enum Finding {
    /** Ask for the next sign of life. */
    ASK,
    /** It was asked and has not answered yet. */
    WAIT,
    FROZEN
  }

  private final long patience;
  private final long pace;
  private long last = Long.MIN_VALUE;
  private long silence;
  private boolean asked;
  private volatile boolean beat;

  /**
   * A pulse that is not yet felt.
   *
   * @param patience how long no answer may come
   * @param pace how often somebody looks
   */
  public Pulse(Duration patience, Duration pace) {
    this.patience = patience.toMillis();
    this.pace = pace.toMillis();
  }

  /** The sign of life; from any thread. */
  public void beat() {
    beat = true;
  }

  /** Looks, by a steady clock in milliseconds; always from the same thread. */
  public Finding look(long steady) {
    long step = last == Long.MIN_VALUE ? 0 : Math.clamp(steady - last, 0, 2 * pace);
    last = steady;
    if (!asked || beat) {
      beat = false;
      asked = true;
      silence = 0;
      return Finding.ASK;
    }
    silence += step;
    return silence < patience ? Finding.WAIT : Finding.FROZEN;
  }
}
