package io.tidehall.simulator.floor;

/** First in, first out, of whole numbers. */
final class IntQueue {
  private int[] ring = new int[16];
  private int first;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The number {@code place} behind the first. */
  int get(int place) {
    return ring[(first + place) & (ring.length - 1)];
  }

  void add(int number) {
    if (size == ring.length) {
      grow(size * 2);
    }
    ring[(first + size++) & (ring.length - 1)] = number;
  }

  int removeFirst() {
    int number = ring[first];
    first = (first + 1) & (ring.length - 1);
    size--;
    return number;
  }

  /** Behind the first {@code place}; those after move back. */
  void insert(int place, int number) {
    add(number);
    for (int at = size - 1; at > place; at--) {
      ring[(first + at) & (ring.length - 1)] = get(at - 1);
    }
    ring[(first + place) & (ring.length - 1)] = number;
  }

  /** The number at a place goes to a later place; those between move up. */
  void moveBack(int from, int to) {
    int number = get(from);
    for (int place = from; place < to; place++) {
      ring[(first + place) & (ring.length - 1)] = get(place + 1);
    }
    ring[(first + to) & (ring.length - 1)] = number;
  }

  void clear() {
    first = 0;
    size = 0;
  }

  void copyFrom(IntQueue other) {
    if (ring.length < other.size) {
      ring = new int[other.ring.length];
    }
    for (int i = 0; i < other.size; i++) {
      ring[i] = other.get(i);
    }
    first = 0;
    size = other.size;
  }

  private void grow(int capacity) {
    int[] larger = new int[capacity];
    for (int i = 0; i < size; i++) {
      larger[i] = get(i);
    }
    ring = larger;
    first = 0;
  }
}
