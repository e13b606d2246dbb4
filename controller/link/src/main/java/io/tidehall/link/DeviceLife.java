package io.tidehall.link;

import io.tidehall.protocol.DeviceRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a device that was told where to be paired: with a credential it works, without one it
 * shows its code, and it goes from one to the other by itself, whether it is accepted or revoked. A
 * credential that the broker does not take is kept and tried on: a broker that has not read its
 * list of devices yet must not cost a device its place.
 */
public final class DeviceLife {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLife.class);

  /** What the device does in each part of its life. */
  public interface Program {
    /** Works under a credential until it is closed. */
    AutoCloseable work(Credentials credentials, Changes changes) throws IOException;

    /**
     * Shows how far the pairing is.
     *
     * @param old the credential that is not taken any more, or null when there was none
     */
    Face face(@Nullable Credentials old);
  }

  /** What ends the work. */
  @FunctionalInterface
  public interface Changes {
    /** The broker does not take the credential. */
    void refused();
  }

  /** Where an unpaired device shows its code. */
  @FunctionalInterface
  public interface Face extends AutoCloseable {
    void show(PairingClient.Progress progress);

    @Override
    default void close() {}
  }

  private enum Turn {
    END,
    AGAIN,
    REFUSED
  }

  private final Path file;
  private final URI controller;
  private final DeviceRole role;
  private final String version;
  private final Program program;
  private CompletableFuture<Turn> part = new CompletableFuture<>();
  private boolean ended;

  /**
   * A life that {@link #run} lives.
   *
   * @param file where the credential is kept
   * @param controller where the controller's pages are
   */
  public DeviceLife(Path file, URI controller, DeviceRole role, String version, Program program) {
    this.file = file;
    this.controller = controller;
    this.role = role;
    this.version = version;
    this.program = program;
  }

  /** Ends it; from any thread. */
  public synchronized void end() {
    ended = true;
    part.complete(Turn.END);
  }

  /** Lives until the end. */
  public void run() throws IOException {
    boolean refused = false;
    while (true) {
      CompletableFuture<Turn> next = begin();
      Credentials known = Files.exists(file) ? Credentials.read(file) : null;
      Turn turn = known == null || refused ? pair(known, next) : work(known, next);
      if (turn == Turn.END) {
        return;
      }
      refused = turn == Turn.REFUSED;
    }
  }

  private synchronized CompletableFuture<Turn> begin() {
    part = new CompletableFuture<>();
    if (ended) {
      part.complete(Turn.END);
    }
    return part;
  }

  private Turn work(Credentials credentials, CompletableFuture<Turn> over) throws IOException {
    Changes changes = () -> over.complete(Turn.REFUSED);
    try (var _ = closing(program.work(credentials, changes))) {
      LOG.info("{} works at {}", credentials.device(), credentials.broker());
      return over.join();
    }
  }

  private Turn pair(@Nullable Credentials old, CompletableFuture<Turn> over) {
    try (Face face = program.face(old);
        var _ = closing(old == null ? () -> {} : knocking(old, over));
        var _ = new PairingClient(controller, role, version, told(face, over))) {
      return over.join();
    }
  }

  private Consumer<PairingClient.Progress> told(Face face, CompletableFuture<Turn> over) {
    return progress -> {
      if (progress instanceof PairingClient.Accepted(Grant grant)) {
        try {
          grant.keep(file, controller);
          over.complete(Turn.AGAIN);
        } catch (IOException e) {
          LOG.error(
              "expected to keep the credential of {} at {}, but the disk failed",
              grant.device(),
              file,
              e);
          face.show(new PairingClient.Searching(file + ": " + e.getMessage()));
        }
      } else {
        face.show(progress);
      }
    };
  }

  /** Tries whether the old credential is taken after all. */
  private static Link knocking(Credentials old, CompletableFuture<Turn> over) {
    var link = new PahoLink(old, null);
    link.watch(
        connected -> {
          if (connected) {
            over.complete(Turn.AGAIN);
          }
        });
    link.open();
    return link;
  }

  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private static Closing closing(AutoCloseable what) {
    return () -> {
      try {
        what.close();
      } catch (Exception e) {
        LOG.warn("a part of the device did not stop cleanly", e);
      }
    };
  }
}
