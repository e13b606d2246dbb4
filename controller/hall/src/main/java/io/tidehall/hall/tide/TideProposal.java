package io.tidehall.hall.tide;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish that waits for a manager.
 *
 * @param effect null when nothing can be said of it
 * @param until when it expires
 */
public record TideProposal(
    String id, TideWish.Act act, TideReason reason, @Nullable TideEffect effect, Instant until) {
  /** How a proposal ends that is not followed. */
  public enum End {
    REFUSED,
    /** The reason has gone away. */
    WITHDRAWN,
    EXPIRED
  }

  public TideProposal with(TideEffect estimated) {
    return new TideProposal(id, act, reason, estimated, until);
  }
}
