package io.tidehall.display;

import org.jspecify.annotations.Nullable;

/**
 * The newest state of one topic. A late or repeated older one changes nothing, until the hall was
 * silent: then it may have begun anew, and is believed whatever it counts.
 */
public record Latest<M>(@Nullable M value, long seq) {
  public static <M> Latest<M> none() {
    return new Latest<>(null, Long.MIN_VALUE);
  }

  public Latest<M> take(M newer, long newerSeq) {
    return newerSeq < seq ? this : new Latest<>(newer, newerSeq);
  }

  /** The same content, which any state may replace. */
  public Latest<M> afterSilence() {
    return new Latest<>(value, Long.MIN_VALUE);
  }
}
