package io.tidehall.device.hardware;

import java.time.Duration;

/**
 * Makes one press of the many edges that a contact gives. The first edge counts at once, so that a
 * button feels quick; what follows within the quiet time is bounce. Time comes with each edge, in
 * nanoseconds of any steady clock; not for use by several threads at once.
 */
public final class Debouncer {
  /** Longer than a worn tactile switch bounces, shorter than the fastest finger. */
  public static final Duration USUAL = Duration.ofMillis(30);

  private final long quiet;
  private boolean settled;
  private boolean raw;
  private long rawSince;
  private long changed;
  private boolean fresh = true;

  public Debouncer(Duration quiet) {
    this.quiet = quiet.toNanos();
  }

  /**
   * Whether the contact has come to rest in another state than was told last, without an edge since
   * that told it, as after a very quick tap. {@link #down} tells the state.
   */
  public boolean settle(long atNanos) {
    if (raw == settled || atNanos - rawSince < quiet) {
      return false;
    }
    settled = raw;
    return true;
  }

  /**
   * An edge came: the contact is closed ({@code down}) or open now. Tells whether it is a move; ask
   * {@link #settle} first.
   */
  public boolean move(boolean down, long atNanos) {
    if (down == raw) {
      return false;
    }
    raw = down;
    rawSince = atNanos;
    if (down == settled || (!fresh && atNanos - changed < quiet)) {
      return false;
    }
    fresh = false;
    settled = down;
    changed = atNanos;
    return true;
  }

  /** Whether the button is down, as told last. */
  public boolean down() {
    return settled;
  }
}
