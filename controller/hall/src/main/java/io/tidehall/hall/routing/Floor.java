package io.tidehall.hall.routing;

import io.tidehall.hall.plan.WindowKind;
import java.util.List;

/**
 * What a policy sees of a hall: a read-only view at one moment, with times in nanoseconds since the
 * epoch and life fields as small numbers. The running hall and the simulator each give their own,
 * so the same policy values route in both. A view answers without copying where it can: policies
 * ask many times a second.
 */
public interface Floor {
  /** The field of a queue that stands before one window or clerk. */
  int NO_FIELD = -1;

  /** Nanoseconds since the epoch. */
  long now();

  /** How many life fields there are; they are numbered from 0. */
  int fields();

  /**
   * The queues a window may take from, by {@link Eligibility}, always in the same order. Some may
   * be empty.
   */
  List<? extends Queue> queues(Stand window);

  /** All open windows, free or busy, that are not paused, in the order of the hall. */
  List<? extends Stand> windows();

  /** How many wait in the lines of a field. */
  int waiting(int field);

  /** Minutes of work waiting in the lines of a field, by the usual service times. */
  double work(int field);

  /** How many open specialised windows count the field as their own. */
  int dedicated(int field);

  /** An open window, as a policy sees it. */
  interface Stand {
    WindowKind kind();

    boolean free();

    /**
     * Whether the field is its own: the home field or a second one; without a home field, any field
     * of its lines.
     */
    boolean owns(int field);

    /** How many fields its scope touches; the fewer, the more specialised it is. */
    int breadth();

    /** The share of its manned time today, without pauses, in which it had a ticket: 0 to 1. */
    double use();

    /**
     * How fast it is at the line of a queue, as the natural logarithm of its speed: 0 is usual,
     * above is faster.
     */
    double skill(Queue queue);

    /** Since when it is free or busy. */
    long since();

    /** What the policy keeps about this window. */
    Counts counts();
  }

  /** The waiting tickets of one lane and one class, first come first. */
  interface Queue {
    /** The life field of its line, or {@link #NO_FIELD}: sent to one window or clerk. */
    int field();

    /** The class, such as {@code normal} or {@code green}. */
    String priority();

    int size();

    /** When its first ticket counts as having come, its head start included; not when empty. */
    long since();

    /** Which of two that count from the same moment comes first; not when empty. */
    long order();
  }
}
