package io.tidehall.kiosk;

import io.tidehall.kiosk.flow.Guard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wrong PINs and the end of a lock in the kiosk's data folder, so that switching it off and on
 * again wins no tries. The file tells the end by the machine's clock; where that clock starts anew
 * or was wrong, what is left is never more than a whole lock, and runs out while the program runs.
 */
final class KeptGuard {
  private static final Logger log = LoggerFactory.getLogger(KeptGuard.class);
  private static final Pattern FORM = Pattern.compile("wrong (\\d)\nlocked until (\\S+)\n");

  private final @Nullable Path file;
  private final InstantSource clock;
  private final LongSupplier steady;

  /**
   * What is kept in a folder.
   *
   * @param folder the kiosk's own, or null to keep nothing
   * @param clock of the machine, which may be anything after a start
   * @param steady milliseconds of a clock that only goes forward
   */
  KeptGuard(@Nullable Path folder, InstantSource clock, LongSupplier steady) {
    file = folder == null ? null : folder.resolve("pin.guard");
    this.clock = clock;
    this.steady = steady;
  }

  /** What an earlier run knew, kept anew by the clock of now. */
  Guard load() {
    if (file == null) {
      return Guard.NONE;
    }
    try {
      Matcher kept = FORM.matcher(Files.readString(file));
      if (!kept.matches()) {
        throw new IOException("expected the count of wrong PINs and the end of a lock");
      }
      Duration left = Duration.between(clock.instant(), Instant.parse(kept.group(2)));
      Guard guard = Guard.of(Integer.parseInt(kept.group(1)), left, steady.getAsLong());
      keep(guard);
      return guard;
    } catch (NoSuchFileException _) {
      return Guard.NONE;
    } catch (IOException | DateTimeException | ArithmeticException e) {
      log.warn("{} is not used, wrong PINs are counted from none: {}", file, e.getMessage());
      return Guard.NONE;
    }
  }

  /** All or nothing, and on the disk when this returns. */
  void keep(Guard guard) {
    if (file == null) {
      return;
    }
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Instant until = clock.instant().plus(guard.left(steady.getAsLong()));
    String text = "wrong %d\nlocked until %s\n".formatted(guard.wrong(), until);
    try (var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("wrong PINs are remembered until the next start only: {}", e.getMessage());
    }
  }
}
