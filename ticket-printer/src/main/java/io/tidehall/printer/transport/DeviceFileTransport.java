package io.tidehall.printer.transport;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A USB or parallel printer as the kernel shows it, such as {@code /dev/usb/lp0}. Reads and writes
 * of such files cannot be given a time limit, so each has a thread of its own that may be left
 * waiting.
 */
public final class DeviceFileTransport implements Transport {
  private final Path path;
  private final BlockingQueue<Integer> received = new ArrayBlockingQueue<>(256);
  private @Nullable RandomAccessFile file;

  public DeviceFileTransport(Path path) {
    this.path = path;
  }

  @Override
  public void open() throws IOException {
    if (file != null) {
      return;
    }
    if (!Files.exists(path)) {
      throw new IOException(
          "expected the printer's device file %s, but it is missing: plug the printer in and switch it on"
              .formatted(path));
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw new IOException(
          "expected to read and write %s, but may not: add this user to the group of the file (often 'lp')"
              .formatted(path));
    }
    var opened = new RandomAccessFile(path.toFile(), "rw");
    file = opened;
    received.clear();
    Thread.ofVirtual().name("printer-read").start(() -> readAll(opened));
  }

  @Override
  public void send(byte[] bytes, Duration within) throws SendException {
    RandomAccessFile open = file;
    if (open == null) {
      throw new SendException(describe() + " is not open", false);
    }
    var writing =
        new FutureTask<@Nullable Void>(
            () -> {
              open.write(bytes);
              return null;
            });
    Thread.ofPlatform().daemon().name("printer-write").start(writing);
    try {
      writing.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      close();
      throw new SendException("%s: %s".formatted(describe(), e.getMessage()), true, e);
    } catch (TimeoutException e) {
      close();
      throw new SendException(
          "%s took not all %d bytes within %d s"
              .formatted(describe(), bytes.length, within.toSeconds()),
          true,
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SendException("stopped while sending to " + describe(), true, e);
    }
  }

  @Override
  public OptionalInt receive(Duration within) throws IOException {
    try {
      Integer b = received.poll(within.toNanos(), TimeUnit.NANOSECONDS);
      return b == null ? OptionalInt.empty() : OptionalInt.of(b);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while reading from " + describe(), e);
    }
  }

  private void readAll(RandomAccessFile from) {
    try {
      int b = from.read();
      while (b >= 0) {
        // A full queue means nobody asks; the oldest answers are of no use to anybody.
        while (!received.offer(b)) {
          received.poll();
        }
        b = from.read();
      }
    } catch (IOException _) {
      // Closed, or unplugged: the next send will say so.
    }
  }

  @Override
  public String describe() {
    return "file:" + path;
  }

  @Override
  public void close() {
    RandomAccessFile open = file;
    file = null;
    if (open != null) {
      // Closing a device may itself wait for the printer.
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  open.close();
                } catch (IOException _) {
                  // It is gone either way.
                }
              });
    }
  }
}
