package io.tidehall.display;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;

/** A serial line of two pseudo-terminals joined by socat; a reader stands at the far end. */
public final class SerialPair implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final Path ours;
  private final Path theirs;
  private final ByteArrayOutputStream came = new ByteArrayOutputStream();
  private Process socat;

  public SerialPair(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("tidehall.guard") || Files.isExecutable(Path.of("/usr/bin/socat")),
        "needs socat: apt install socat");
    ours = folder.resolve("ours");
    theirs = folder.resolve("theirs");
    socat = join();
  }

  /** The end that the program opens. */
  public Path near() {
    return ours;
  }

  /** What the far end says. */
  public void send(String hex) throws IOException {
    Files.write(theirs, HEX.parseHex(hex), StandardOpenOption.WRITE);
  }

  /** Waits until these bytes have come, each row of them whole, in any order. */
  public void awaitFrames(String... frames) {
    await()
        .until(
            () -> {
              String all = all();
              for (String frame : frames) {
                if (!all.contains(frame)) {
                  return false;
                }
              }
              return true;
            });
  }

  /** Forgets what came. */
  public void forget() {
    synchronized (came) {
      came.reset();
    }
  }

  /** Pulls the cable out. */
  public void cut() {
    socat.destroy();
    await().until(() -> !socat.isAlive() && !Files.exists(ours));
    forget();
  }

  /** Puts the cable in again. */
  public void mend() throws IOException {
    socat = join();
  }

  private String all() {
    synchronized (came) {
      return HEX.formatHex(came.toByteArray());
    }
  }

  private Process join() throws IOException {
    Process joined =
        new ProcessBuilder("socat", "pty,raw,echo=0,link=" + ours, "pty,raw,echo=0,link=" + theirs)
            .inheritIO()
            .start();
    await().until(() -> Files.exists(ours) && Files.exists(theirs));
    var far = new RandomAccessFile(theirs.toFile(), "r");
    Thread.ofVirtual().start(() -> read(far));
    return joined;
  }

  private void read(RandomAccessFile far) {
    try (far) {
      for (int one = far.read(); one >= 0; one = far.read()) {
        synchronized (came) {
          came.write(one);
        }
      }
    } catch (IOException _) {
      // The line was cut.
    }
  }

  @Override
  public void close() {
    socat.destroy();
    await().until(() -> !socat.isAlive());
  }
}
