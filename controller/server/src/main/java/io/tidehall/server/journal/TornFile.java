package io.tidehall.server.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal file that H2 does not open. When a power cut leaves some sectors of what was being
 * written, H2 rarely takes them for whole and then finds nothing behind them (decision record
 * 0009). Nothing of it was acknowledged, so the state before it is the right one: it is looked for
 * among H2's last states, checked, and put in the file's place. The torn file is kept beside it.
 */
final class TornFile {
  private static final Logger LOG = LoggerFactory.getLogger(TornFile.class);

  /** What H2 says of a file that it cannot make sense of. */
  private static final Set<Integer> TORN =
      Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1);

  /** States tried: those that can have been written since the last sync, with some to spare. */
  private static final int STATES = 8;

  private static final String EXTENSION = ".mv.db";

  private TornFile() {}

  /**
   * Connects to the database of a file, mending it first where it must be.
   *
   * @param file without H2's extension
   * @throws SQLException as H2 has it, when it is open elsewhere or nothing whole is left in it;
   *     the file is then as it was
   */
  static Connection connect(String url, Path file) throws SQLException {
    try {
      return DriverManager.getConnection(url, "sa", "");
    } catch (SQLException e) {
      if (!TORN.contains(e.getErrorCode()) || !mend(file, e)) {
        throw e;
      }
      return DriverManager.getConnection(url, "sa", "");
    }
  }

  private static boolean mend(Path file, SQLException why) {
    Path torn = Path.of(file + EXTENSION);
    Path trial = Path.of(file + "-mended");
    Path mended = Path.of(trial + EXTENSION);
    try {
      long newest = Long.MAX_VALUE;
      for (int i = 0; i < STATES; i++) {
        newest =
            MVStoreTool.rollback(torn.toString(), newest, new PrintWriter(Writer.nullWriter()));
        Files.move(Path.of(torn + ".temp"), mended, StandardCopyOption.REPLACE_EXISTING);
        OptionalLong entries = entriesOf(trial);
        if (entries.isPresent()) {
          Path kept = replace(torn, mended);
          LOG.warn(
              "The journal {} did not open ({}), as after a power cut; its last whole state with {} entries goes on, and the file as it was is kept as {}",
              torn,
              why.getMessage(),
              entries.getAsLong(),
              kept);
          return true;
        }
        newest--;
      }
    } catch (IOException | RuntimeException e) {
      why.addSuppressed(e);
    }
    discard(mended, why);
    discard(Path.of(torn + ".temp"), why);
    return false;
  }

  /** How many entries a file has, each of which can be read; empty when it is not whole. */
  private static OptionalLong entriesOf(Path file) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", "sa", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT seq, body FROM entry ORDER BY seq")) {
      long last = 0;
      while (rows.next()) {
        last++;
        if (rows.getLong(1) != last || rows.getString(2).isEmpty()) {
          return OptionalLong.empty();
        }
      }
      return OptionalLong.of(last);
    } catch (SQLException _) {
      return OptionalLong.empty();
    }
  }

  /** Puts a file in another's place, which is there at every moment; returns where the other is. */
  private static Path replace(Path torn, Path mended) throws IOException {
    int nth = 1;
    while (Files.exists(kept(torn, nth))) {
      nth++;
    }
    Path kept = Files.copy(torn, kept(torn, nth));
    for (Path file : new Path[] {kept, mended}) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    Files.move(mended, torn, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    DataFolder.sync(Objects.requireNonNull(torn.toAbsolutePath().getParent()));
    return kept;
  }

  private static Path kept(Path torn, int nth) {
    return Path.of(torn + ".torn-" + nth);
  }

  private static void discard(Path file, SQLException why) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }
}
