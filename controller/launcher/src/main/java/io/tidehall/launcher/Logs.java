package io.tidehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log goes to a file that is turned over by size; only warnings reach the console. */
final class Logs {
  private static final int BYTES = 5 * 1024 * 1024;
  private static final int FILES = 5;
  private static final Logger ROOT = Logger.getLogger("");

  /** Libraries that warn of what is known and intended; held so that the level is not forgotten. */
  private static final List<Logger> KNOWN =
      List.of(
          // H2 2.4 is newer than what Flyway was tried with; the journal's tests try it.
          Logger.getLogger("org.flywaydb.core.internal.database.base.Database"),
          // The hall file's schema carries words of its own for our messages.
          Logger.getLogger("com.networknt.schema.keyword.UnknownKeywordFactory"));

  private Logs() {}

  static void toFile(Path file) throws IOException {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    Files.createDirectories(file.toAbsolutePath().getParent());
    var all = new FileHandler(file + ".%g", BYTES, FILES, true);
    all.setFormatter(new SimpleFormatter());
    all.setLevel(Level.INFO);
    Handler console = new ConsoleHandler();
    console.setLevel(Level.WARNING);
    ROOT.addHandler(all);
    ROOT.addHandler(console);
    ROOT.setLevel(Level.INFO);
    KNOWN.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
