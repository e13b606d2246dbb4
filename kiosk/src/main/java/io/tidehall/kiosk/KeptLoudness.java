package io.tidehall.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loudness that staff set at this kiosk, in its data folder; none is the hall's. */
final class KeptLoudness {
  private static final Logger log = LoggerFactory.getLogger(KeptLoudness.class);

  private final @Nullable Path file;
  private volatile @Nullable Integer percent;

  KeptLoudness(@Nullable Path folder) {
    file = folder == null ? null : folder.resolve("loudness");
    percent = file == null ? null : read(file);
  }

  @Nullable Integer get() {
    return percent;
  }

  void keep(@Nullable Integer now) {
    percent = now;
    if (file == null) {
      return;
    }
    try {
      if (now == null) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, now + "\n");
      }
    } catch (IOException e) {
      log.warn("the loudness is kept until the next start only: {}", e.getMessage());
    }
  }

  private static @Nullable Integer read(Path file) {
    try {
      return Math.clamp(Long.parseLong(Files.readString(file).strip()), 0, 100);
    } catch (NoSuchFileException _) {
      return null;
    } catch (IOException | NumberFormatException e) {
      log.warn("{} is not used: {}", file, e.getMessage());
      return null;
    }
  }
}
