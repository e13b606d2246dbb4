package io.tidehall.simulator.run;

import java.util.Arrays;

/**
 * What is to come, by time; at the same time in the order it was added. A binary heap of columns.
 */
public final class EventQueue {
  private double[] time = new double[128];
  private long[] key = new long[128];
  private int size;
  private long added;

  /** Whether nothing is to come. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** When the next event is; only while there is one. */
  public double nextTime() {
    return time[0];
  }

  /** The kind of the next event, given at {@link #add}. */
  public int nextKind() {
    return (int) ((key[0] >>> 16) & 0xFF);
  }

  /** Which window or other thing the next event is about. */
  public int nextSubject() {
    return (int) (key[0] & 0xFFFF);
  }

  /** Forgets all. */
  public void clear() {
    size = 0;
    added = 0;
  }

  /**
   * Adds an event.
   *
   * @param kind 0 to 255
   * @param subject 0 to 65,535
   */
  public void add(double when, int kind, int subject) {
    if (size == time.length) {
      time = Arrays.copyOf(time, size * 2);
      key = Arrays.copyOf(key, size * 2);
    }
    long its = (added++ << 24) | ((long) kind << 16) | subject;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!before(when, its, parent)) {
        break;
      }
      time[hole] = time[parent];
      key[hole] = key[parent];
      hole = parent;
    }
    time[hole] = when;
    key[hole] = its;
  }

  /** Takes the next event away. */
  public void removeNext() {
    double when = time[--size];
    long its = key[size];
    int hole = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && before(time[child + 1], key[child + 1], child)) {
        child++;
      }
      if (!before(time[child], key[child], when, its)) {
        break;
      }
      time[hole] = time[child];
      key[hole] = key[child];
      hole = child;
      child = 2 * hole + 1;
    }
    time[hole] = when;
    key[hole] = its;
  }

  private boolean before(double when, long its, int place) {
    return before(when, its, time[place], key[place]);
  }

  private static boolean before(double when, long its, double otherWhen, long otherKey) {
    return when < otherWhen || (when == otherWhen && its < otherKey);
  }
}
