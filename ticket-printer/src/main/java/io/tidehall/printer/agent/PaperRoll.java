package io.tidehall.printer.agent;

import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.DeviceStatus.Paper;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was printed since the roll was put in: a second signal beside the printer's own near-end
 * sensor. It says nothing before it knows when a roll began: people told, or one ran out. It is
 * kept in a file; a file that is lost or torn costs the estimate alone. From any thread.
 */
final class PaperRoll {
  private static final Logger log = LoggerFactory.getLogger(PaperRoll.class);
  private static final String FILE = "roll.properties";

  private final Path file;
  private final int length;
  private @Nullable Instant told;
  private boolean known;
  private boolean ranOut;
  private int slips;
  private int millimetres;

  /**
   * Reads what was counted.
   *
   * @param metres the length of a full roll; 0 when it is not known, so that nothing is estimated
   */
  PaperRoll(Path folder, int metres) {
    this.file = folder.resolve(FILE);
    this.length = metres * 1_000;
    if (Files.exists(file)) {
      read();
    }
  }

  /** The hall says when people put the roll in; what was heard before changes nothing. */
  synchronized void told(@Nullable Instant since) {
    if (since != null && (told == null || since.isAfter(told))) {
      told = since;
      begin();
    }
  }

  /** The printer says how its paper is; a roll that ended under a closed cover is over. */
  synchronized void seen(Paper paper, boolean coverOpen) {
    if (paper == Paper.OUT && !coverOpen && !ranOut) {
      ranOut = true;
      write();
    } else if (ranOut && (paper == Paper.OK || paper == Paper.NEAR_END)) {
      begin();
    }
  }

  /** A slip of this length may have come out. */
  synchronized void printed(int slip) {
    slips++;
    millimetres = Math.min(millimetres + slip, 1_000_000_000);
    write();
  }

  /** Whether less than a tenth of the roll should be left. */
  synchronized boolean nearEnd() {
    return known && length > 0 && millimetres >= length / 10 * 9;
  }

  /** What is told to the hall; null before it is known when the roll began. */
  synchronized DeviceStatus.@Nullable Roll figures() {
    return known ? new DeviceStatus.Roll(slips, millimetres, length) : null;
  }

  private void begin() {
    known = true;
    ranOut = false;
    slips = 0;
    millimetres = 0;
    write();
  }

  private void read() {
    var kept = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      kept.load(in);
      String since = kept.getProperty("told", "");
      told = since.isEmpty() ? null : Instant.parse(since);
      known = Boolean.parseBoolean(kept.getProperty("known"));
      ranOut = Boolean.parseBoolean(kept.getProperty("ranOut"));
      slips = Integer.parseInt(kept.getProperty("slips", "0"));
      millimetres = Integer.parseInt(kept.getProperty("millimetres", "0"));
    } catch (IOException | NumberFormatException | DateTimeParseException e) {
      log.warn("{}: the count of the roll is lost until the next one: {}", file, e.getMessage());
      known = false;
    }
  }

  private void write() {
    var kept = new Properties();
    kept.setProperty("told", told == null ? "" : told.toString());
    kept.setProperty("known", String.valueOf(known));
    kept.setProperty("ranOut", String.valueOf(ranOut));
    kept.setProperty("slips", String.valueOf(slips));
    kept.setProperty("millimetres", String.valueOf(millimetres));
    Path part = file.resolveSibling(FILE + ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        kept.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("{}: the count of the roll is not kept: {}", file, e.getMessage());
    }
  }
}
