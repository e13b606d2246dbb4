package io.tidehall.kiosk.reader;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two pseudo-terminals joined by socat, with a reader at the far one. */
record Pair(Path ours, @Nullable Process socat, @Nullable ReaderDevice far)
    implements AutoCloseable {
  static Pair join(Path folder) throws IOException {
    Path ours = folder.resolve("ours");
    Path theirs = folder.resolve("theirs");
    Process socat =
        new ProcessBuilder("socat", "pty,raw,echo=0,link=" + theirs, "pty,raw,echo=0,link=" + ours)
            .inheritIO()
            .start();
    await().until(() -> Files.exists(ours) && Files.exists(theirs));
    return new Pair(ours, socat, new ReaderDevice(theirs));
  }

  ReaderDevice device() {
    return Objects.requireNonNull(far);
  }

  @Override
  public void close() throws IOException {
    if (socat != null) {
      socat.destroy();
      await().until(() -> !socat.isAlive());
    }
    if (far != null) {
      far.close();
    }
  }
}
