package io.tidehall.hall.routing;

/**
 * Which ticket a window takes. A policy is a value: the same floor gives the same choice in every
 * run. It states a preference only; {@link Router} chooses by it among the first of every queue
 * that the window may serve. So no policy can leave a window idle while an eligible ticket waits,
 * serve one out of scope, or upset the order inside a line and class.
 */
public interface RoutingPolicy {
  /** The name that hall files use. */
  String name();

  /** How a window that is free now compares what waits for it. */
  Preference preference(Floor floor, Floor.Stand window);

  /**
   * How far a window is from an arriving ticket; the nearest ready one gets it. Among equals the
   * {@link Router} takes the most specialised, then the least used, then the longest free.
   *
   * @see #evenness
   */
  default int distance(Floor.Queue queue, Floor.Stand window) {
    return 0;
  }

  /**
   * How much more used today a specialised window of several fields may be than a ready one that is
   * not specialised, and still come before it: a share of manned time. At 1 it always does.
   */
  default double evenness() {
    return 1;
  }

  /** What it keeps about a window, after that has called a ticket of a class. */
  default Counts counted(Counts counts, String priority) {
    return counts;
  }

  /** How one window compares queues at one moment. */
  interface Preference {
    /** The lowest tier comes first, whatever the scores are. */
    int tier(Floor.Queue queue);

    /** Within a tier the highest score comes first, in minutes; then the oldest. */
    double score(Floor.Queue queue);

    /** Why the first of this queue was taken. */
    Reason because(Floor.Queue chosen);
  }
}
