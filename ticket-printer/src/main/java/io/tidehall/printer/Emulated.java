package io.tidehall.printer;

import io.tidehall.printer.emulator.EmulatorPage;
import io.tidehall.printer.emulator.PrinterEmulator;
import io.tidehall.printer.emulator.PseudoTerminal;
import io.tidehall.printer.escpos.PrinterProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The emulated printer in the place of a real one, and the page by which a person handles it. */
final class Emulated implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Emulated.class);

  private final PrinterEmulator emulator;
  private final @Nullable EmulatorPage page;
  private final @Nullable PseudoTerminal terminal;
  private final Path note;

  private Emulated(
      PrinterEmulator emulator,
      @Nullable EmulatorPage page,
      @Nullable PseudoTerminal terminal,
      Path note) {
    this.emulator = emulator;
    this.page = page;
    this.terminal = terminal;
    this.note = note;
  }

  /**
   * Starts it. A page whose port somebody else has is missed, and the printer prints.
   *
   * @param panel the page's port, or null for none; its address is noted in {@code emulator.url}
   * @param pty where to link a pseudo-terminal that leads to it, too, or null for none
   */
  static Emulated start(
      PrinterProfile kind,
      @Nullable Path preview,
      @Nullable Integer panel,
      @Nullable Path pty,
      Path folder)
      throws IOException {
    var emulator = PrinterEmulator.start(kind, 0, preview);
    @Nullable PseudoTerminal terminal = null;
    if (pty != null) {
      try {
        terminal = PseudoTerminal.open(emulator, pty);
      } catch (IOException e) {
        emulator.close();
        throw e;
      }
    }
    Path note = folder.resolve("emulator.url");
    @Nullable EmulatorPage page = null;
    if (panel != null) {
      try {
        page = EmulatorPage.open(emulator, kind, panel);
        Files.createDirectories(folder);
        Files.writeString(note, page.address() + "\n");
      } catch (IOException e) {
        log.warn("the emulated printer has no page at port {}: {}", panel, e.getMessage());
      }
    }
    return new Emulated(emulator, page, terminal, note);
  }

  PrinterAddress.Tcp address() {
    return new PrinterAddress.Tcp(emulator.host(), emulator.port());
  }

  @Override
  public void close() {
    if (page != null) {
      page.close();
      try {
        Files.deleteIfExists(note);
      } catch (IOException e) {
        log.debug("{} stays: {}", note, e.getMessage());
      }
    }
    if (terminal != null) {
      terminal.close();
    }
    emulator.close();
  }
}
