package io.tidehall.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What was done to a file, in order, and between it the numbers that were tried and acknowledged.
 * From it comes what the disk may hold if the power is cut at a point: everything synced, and of
 * the rest whatever part.
 */
final class DiskLog {
  private static final int SECTOR = 4096;

  private final List<Step> steps = new ArrayList<>();
  private boolean full;

  private sealed interface Step {
    record Write(long position, ByteBuffer bytes) implements Step {}

    record Truncate(long size) implements Step {}

    /** Steps before {@code before} are on the disk. */
    record Sync(int before) implements Step {}

    record Tried(long seq) implements Step {}

    record Acknowledged(long seq) implements Step {}
  }

  /** What is on the disk of the steps since the last sync. */
  enum Loss {
    /** Nothing. */
    ALL_UNSYNCED,
    /** Everything. */
    NONE,
    /** Any of the writes. */
    SOME_WRITES,
    /** Any sectors of the writes. */
    SOME_SECTORS
  }

  /** The file after a power cut, the last number acknowledged before it and the last one tried. */
  record Image(ByteBuffer bytes, long acknowledged, long tried) {}

  synchronized int size() {
    return steps.size();
  }

  /** The disk takes no more. */
  synchronized void fill() {
    full = true;
  }

  synchronized void written(long position, byte[] bytes) throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
    steps.add(new Step.Write(position, ByteBuffer.wrap(bytes)));
  }

  synchronized void truncated(long size) {
    steps.add(new Step.Truncate(size));
  }

  synchronized void synced(int before) {
    steps.add(new Step.Sync(before));
  }

  synchronized void tried(long seq) {
    steps.add(new Step.Tried(seq));
  }

  synchronized void acknowledged(long seq) {
    steps.add(new Step.Acknowledged(seq));
  }

  synchronized int syncs() {
    return (int) steps.stream().filter(Step.Sync.class::isInstance).count();
  }

  /** The number of steps when entry {@code seq} was acknowledged. */
  synchronized int pointOf(long seq) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Acknowledged it && it.seq() >= seq) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("never acknowledged: " + seq);
  }

  /** The file if the power is cut after the first {@code point} steps. */
  synchronized Image cutAt(int point, Loss loss, RandomGenerator random) {
    int synced = 0;
    long acknowledged = 0;
    long tried = 0;
    for (Step step : steps.subList(0, point)) {
      switch (step) {
        case Step.Sync it -> synced = Math.max(synced, it.before());
        case Step.Acknowledged it -> acknowledged = it.seq();
        case Step.Tried it -> tried = it.seq();
        case Step.Write _, Step.Truncate _ -> {}
      }
    }
    var file = new File();
    for (int i = 0; i < point; i++) {
      boolean kept = i < synced || loss == Loss.NONE;
      switch (steps.get(i)) {
        case Step.Write write when kept -> file.write(write.position(), write.bytes().array());
        case Step.Truncate truncate when kept -> file.truncate(truncate.size());
        case Step.Write write when loss == Loss.SOME_SECTORS -> sectors(file, write, random);
        case Step.Write write when loss == Loss.SOME_WRITES && random.nextBoolean() ->
            file.write(write.position(), write.bytes().array());
        case Step.Truncate truncate when loss != Loss.ALL_UNSYNCED && random.nextBoolean() ->
            file.truncate(truncate.size());
        default -> {}
      }
    }
    return new Image(ByteBuffer.wrap(file.bytes, 0, file.size), acknowledged, tried);
  }

  private static void sectors(File file, Step.Write write, RandomGenerator random) {
    int from = 0;
    while (from < write.bytes().capacity()) {
      long position = write.position() + from;
      int to = (int) Math.min(write.bytes().capacity(), from + SECTOR - position % SECTOR);
      if (random.nextBoolean()) {
        file.write(position, Arrays.copyOfRange(write.bytes().array(), from, to));
      }
      from = to;
    }
  }

  private static final class File {
    private byte[] bytes = new byte[1 << 20];
    private int size;

    void write(long position, byte[] written) {
      int end = Math.toIntExact(position + written.length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
      }
      System.arraycopy(written, 0, bytes, (int) position, written.length);
      size = Math.max(size, end);
    }

    void truncate(long to) {
      if (to < size) {
        Arrays.fill(bytes, (int) to, size, (byte) 0);
        size = (int) to;
      }
    }
  }
}
