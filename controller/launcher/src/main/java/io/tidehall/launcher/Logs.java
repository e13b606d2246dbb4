package io.tidehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  }
}
