package io.tidehall.kiosk;

import io.tidehall.link.OwnerOnly;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.MalformedMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the hall last said of this kiosk, in its data folder, so that the service menu opens by the
 * hall's PIN also when the kiosk starts without the hall.
 */
final class KeptSetup {
  private static final Logger log = LoggerFactory.getLogger(KeptSetup.class);

  private final @Nullable Path file;
  private byte[] kept = {};

  KeptSetup(@Nullable Path folder) {
    file = folder == null ? null : folder.resolve("kiosk.setup");
  }

  Optional<DeviceSetup> load() {
    if (file == null) {
      return Optional.empty();
    }
    try {
      kept = Files.readAllBytes(file);
      return Optional.of(Codec.decode(DeviceSetup.class, kept));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | MalformedMessageException e) {
      log.warn("{} cannot be used until the hall is heard: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** All or nothing; only its owner can read it. */
  void keep(DeviceSetup setup) {
    byte[] bytes = Codec.encode(setup);
    if (file == null || Arrays.equals(bytes, kept)) {
      return;
    }
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      OwnerOnly.create(draft);
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      kept = bytes;
    } catch (IOException e) {
      log.warn("what the hall says of this kiosk is not kept: {}", e.getMessage());
    }
  }
}
