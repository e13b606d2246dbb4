package io.tidehall.printer.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;

/**
 * A folder in which every slip becomes a file of its own, whole or not at all, for another program
 * to take away.
 */
public final class SpoolTransport implements Transport {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource clock;
  private long count;

  public SpoolTransport(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void open() throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public void send(byte[] bytes, Duration within) throws SendException {
    count++;
    String name = "slip-%s-%06d.bin".formatted(STAMP.format(clock.instant()), count);
    Path part = folder.resolve("." + name + ".part");
    try (var channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SendException(
          "expected to write a slip into %s, but %s".formatted(folder, e.getMessage()), false, e);
    }
  }

  @Override
  public OptionalInt receive(Duration within) {
    return OptionalInt.empty();
  }

  @Override
  public boolean answers() {
    return false;
  }

  @Override
  public String describe() {
    return "spool:" + folder;
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
