package io.tidehall.kiosk.pad.flow;

import io.tidehall.protocol.WindowState.RatingInvitation;
import java.util.Set;

/** What a rating pad shows. */
public sealed interface PadScreen {
  /** The window and its clerk; nobody is asked anything. */
  record Idle() implements PadScreen {}

  /** Five equal levels, none of them chosen. */
  record Rate(RatingInvitation invitation) implements PadScreen {}

  /** What was bad: at least one reason, or word that it will be said at the desk. */
  record Reasons(RatingInvitation invitation, int level, Set<String> chosen) implements PadScreen {
    public Reasons {
      chosen = Set.copyOf(chosen);
    }
  }

  /** The rating is given; no word about which it was, since the clerk can see the pad. */
  record Thanks() implements PadScreen {}
}
