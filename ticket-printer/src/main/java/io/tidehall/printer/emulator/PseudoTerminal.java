package io.tidehall.printer.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emulated printer at the end of a serial line: a pseudo-terminal that leads to its port, by
 * the program {@code socat}. When the emulator's cable is pulled the terminal goes, and comes back.
 */
public final class PseudoTerminal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PseudoTerminal.class);
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long GLANCE_MILLIS = 20;
  private static final long AGAIN_MILLIS = 500;

  private final PrinterEmulator emulator;
  private final Path link;
  private final Thread thread = Thread.ofPlatform().daemon().name("pty").unstarted(this::keep);
  private Process socat;

  private PseudoTerminal(PrinterEmulator emulator, Path link) throws IOException {
    this.emulator = emulator;
    this.link = link;
    this.socat = join();
  }

  /**
   * Links a new terminal and waits until it is there.
   *
   * @throws IOException when {@code link} is something else already, or socat is missing or fails
   */
  public static PseudoTerminal open(PrinterEmulator emulator, Path link) throws IOException {
    if (Files.isSymbolicLink(link) && !Files.exists(link)) {
      // Left by one that was killed.
      Files.delete(link);
    } else if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          "expected to make the terminal %s, but something of this name is there: remove it or choose another name"
              .formatted(link));
    }
    var terminal = new PseudoTerminal(emulator, link);
    terminal.awaitLink();
    terminal.thread.start();
    return terminal;
  }

  private Process join() throws IOException {
    try {
      return new ProcessBuilder(
              "socat",
              "pty,raw,echo=0,ignoreeof,link=" + link,
              "tcp:%s:%d".formatted(emulator.host(), emulator.port()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new IOException(
          "a terminal for the emulated printer needs the program socat: apt install socat (%s)"
              .formatted(e.getMessage()),
          e);
    }
  }

  private void awaitLink() throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      while (!Files.exists(link)) {
        if (socat.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new IOException("no terminal at %s: %s".formatted(link, said()));
        }
        if (System.nanoTime() > end) {
          socat.destroy();
          throw new IOException("no terminal at %s: socat made none".formatted(link));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      socat.destroy();
      throw new IOException("stopped while the terminal %s was made".formatted(link), e);
    }
  }

  private String said() throws IOException {
    var words = new String(socat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return words.isBlank() ? "socat ended" : words.strip().lines().findFirst().orElse("");
  }

  /** A pulled cable ends socat; the printer's end is plugged in again by itself. */
  private void keep() {
    try {
      while (true) {
        var _ = current().waitFor();
        Thread.sleep(AGAIN_MILLIS);
        again();
      }
    } catch (InterruptedException _) {
      // Closed.
    } catch (IOException e) {
      log.warn("the terminal {} does not come back: {}", link, e.getMessage());
    }
  }

  private synchronized Process current() {
    return socat;
  }

  private synchronized void again() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    socat = join();
  }

  @Override
  public void close() {
    Process last;
    synchronized (this) {
      thread.interrupt();
      last = socat;
    }
    last.destroy();
    try {
      var _ = last.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      Files.deleteIfExists(link);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.debug("{} stays: {}", link, e.getMessage());
    }
  }
}
