package io.tidehall.kiosk.reader;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A reader at the far end of a line: it answers find, select and read as the real ones do. */
final class ReaderDevice implements AutoCloseable {
  private static final int REQUEST = 10;

  private final RandomAccessFile line;
  private final Thread thread;
  private final Queue<UnaryOperator<byte[]>> faults = new ArrayDeque<>();
  private final List<Integer> asked = new CopyOnWriteArrayList<>();
  private final List<Long> gaps = new CopyOnWriteArrayList<>();
  private byte @Nullable [] card;
  private boolean mute;
  private boolean bytewise;
  private volatile boolean closed;

  ReaderDevice(Path terminal) throws IOException {
    line = new RandomAccessFile(terminal.toFile(), "rw");
    thread = Thread.ofPlatform().daemon().name("reader-device").start(this::run);
  }

  /** Lays a card on; null takes it away. */
  synchronized void lay(byte @Nullable [] text) {
    card = text == null ? null : CardBytes.card(text);
  }

  /** Does something to the next reply to a read. */
  synchronized void spoil(UnaryOperator<byte[]> fault) {
    faults.add(fault);
  }

  synchronized void mute(boolean silent) {
    mute = silent;
  }

  /** Sends each byte by itself. */
  synchronized void split() {
    bytewise = true;
  }

  /** The commands asked so far, such as 0x2001 for a find. */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  /** Nanoseconds from each answer to a find to the next find. */
  List<Long> gaps() {
    return List.copyOf(gaps);
  }

  private void run() {
    byte[] request = new byte[REQUEST];
    long answered = 0;
    try {
      while (!closed) {
        line.readFully(request);
        int command = (request[7] & 0xff) << 8 | (request[8] & 0xff);
        if (command == 0x2001 && answered != 0) {
          gaps.add(System.nanoTime() - answered);
        }
        asked.add(command);
        byte[] reply = reply(command);
        answered = command == 0x2001 ? System.nanoTime() : 0;
        send(reply);
      }
    } catch (IOException _) {
      // The line is gone, and the test is over or pulled it out.
    }
  }

  private synchronized byte[] reply(int command) {
    if (mute) {
      return new byte[0];
    }
    return switch (command) {
      case 0x2001 -> card == null ? CardBytes.reply(0x80) : CardBytes.reply(0x9F, new byte[4]);
      case 0x2002 -> card == null ? CardBytes.reply(0x81) : CardBytes.reply(0x90, new byte[8]);
      case 0x3001 -> {
        UnaryOperator<byte[]> fault = faults.poll();
        byte[] whole = card == null ? CardBytes.reply(0x41) : card.clone();
        yield fault == null ? whole : fault.apply(whole);
      }
      default -> throw new AssertionError("no such command: " + command);
    };
  }

  private void send(byte[] reply) throws IOException {
    if (bytewise) {
      for (byte b : reply) {
        line.write(b);
      }
    } else {
      line.write(reply);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    line.close();
    thread.interrupt();
  }
}
