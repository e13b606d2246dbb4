package io.tidehall.server.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the disk that the journal is on. Below the reserve no new tickets are issued, so that the
 * ones already issued can still be called, served and rated durably.
 */
public final class StorageGuard {
  private static final Logger LOG = LoggerFactory.getLogger(StorageGuard.class);

  private final Path folder;
  private final long reserveBytes;
  private volatile boolean low;
  private volatile long free;

  public StorageGuard(Path folder, long reserveBytes) {
    this.folder = folder;
    this.reserveBytes = reserveBytes;
    check();
  }

  /** Looks again; called every second or so. */
  public void check() {
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      LOG.error("the disk of {} cannot be read", folder, e);
      free = 0;
    }
    boolean now = free < reserveBytes;
    if (now != low) {
      LOG.warn(
          now
              ? "only {} bytes are free at {}: no new tickets until {} are"
              : "{} bytes are free at {} again: tickets are issued (reserve {})",
          free,
          folder,
          reserveBytes);
    }
    low = now;
  }

  public boolean low() {
    return low;
  }

  public long free() {
    return free;
  }
}
