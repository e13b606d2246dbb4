package io.tidehall.server.journal;

import io.tidehall.hall.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * The journal in an H2 file, {@code journal.mv.db} in the data folder. A batch is one transaction
 * followed by {@code CHECKPOINT SYNC} on the same connection: H2's commit alone does not reach the
 * disk (decision record 0009). {@link #appendLines} belongs to one thread at a time; {@link
 * #replay} and {@link #lastSeq} may be called from any, and show only what was acknowledged. A
 * thread inside must not be interrupted: Java closes the file under it, and the journal is then
 * unusable.
 */
public final class H2Journal implements Journal {
  /** The file's name without H2's extension. */
  static final String NAME = "journal";

  /**
   * What is set and, as much, what is not: WRITE_DELAY and RETENTION_TIME stay at H2's own values.
   * Only CHECKPOINT SYNC makes anything durable, and a lower retention time lets H2 write over what
   * an older file header still points to.
   */
  private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=8192";

  private static final int PAGE = 2_000;

  /**
   * The files open in this process. H2 would share such a file with a second journal; and trying
   * its lock would free it, since POSIX drops a process's locks when it closes any handle of the
   * file.
   */
  private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

  private final String url;
  private final Connection writer;
  private final PreparedStatement insert;
  private final PreparedStatement sync;
  private volatile long lastSeq;
  private volatile @Nullable SQLException broken;
  private boolean closed;

  private H2Journal(String url, Connection writer) throws SQLException {
    this.url = url;
    this.writer = writer;
    this.insert = writer.prepareStatement("INSERT INTO entry (seq, at, body) VALUES (?, ?, ?)");
    this.sync = writer.prepareStatement("CHECKPOINT SYNC");
    this.lastSeq = checkedLastSeq();
    writer.commit();
    // What a killed controller had committed but not synced is made durable before anyone sees it.
    sync.execute();
  }

  /**
   * Opens the journal of a data folder, and makes it when it is not there.
   *
   * @throws JournalException when another controller has it open, or it cannot be read
   */
  public static H2Journal open(Path folder) {
    Path file = folder.toAbsolutePath().resolve(NAME);
    H2Journal journal = open(OrderedDisk.prefix(), file);
    DataFolder.sync(folder);
    return journal;
  }

  /**
   * As {@link #open(Path)}.
   *
   * @param fileSystem prefix of the H2 file system to use
   */
  static H2Journal open(String fileSystem, Path file) {
    if (file.toString().contains(";")) {
      throw new JournalException(
          "expected a data folder without a semicolon, but it is %s; choose another with --data"
              .formatted(file.getParent()));
    }
    String url = "jdbc:h2:" + fileSystem + file + SETTINGS;
    if (!OPEN.add(url)) {
      throw taken(file, null);
    }
    Connection writer = null;
    try {
      writer = TornFile.connect(url, file);
      migrate(url);
      writer.setAutoCommit(false);
      return new H2Journal(url, writer);
    } catch (SQLException e) {
      abandon(url, writer);
      throw e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
          ? taken(file, e)
          : new JournalException(
              "expected to open the journal %s.mv.db, but %s".formatted(file, e.getMessage()), e);
    } catch (RuntimeException e) {
      abandon(url, writer);
      throw e;
    }
  }

  @Override
  public synchronized void appendLines(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    checkUsable();
    long next = lastSeq;
    for (Line line : lines) {
      next++;
      if (line.entry().seq() != next) {
        throw new IllegalArgumentException(
            "expected to append journal entry %d, but %d came".formatted(next, line.entry().seq()));
      }
    }
    try {
      for (Line line : lines) {
        insert.setLong(1, line.entry().seq());
        insert.setObject(2, line.entry().at().atOffset(ZoneOffset.UTC));
        insert.setString(3, line.text());
        insert.addBatch();
      }
      insert.executeBatch();
      writer.commit();
      sync.execute();
    } catch (SQLException e) {
      broken = e;
      throw new JournalException(
          "expected to make journal entries up to %d durable in %s, but %s; restart: what was kept is replayed"
              .formatted(next, file(), root(e)),
          e);
    }
    lastSeq = next;
  }

  @Override
  public void replay(long fromSeq, Consumer<Entry> consumer) {
    checkUsable();
    long from = Math.max(1, fromSeq);
    long until = lastSeq;
    if (from > until) {
      return;
    }
    List<String> page = new ArrayList<>(PAGE);
    try (Connection reader = DriverManager.getConnection(url, "sa", "");
        PreparedStatement query =
            reader.prepareStatement(
                "SELECT seq, body FROM entry WHERE seq BETWEEN ? AND ? ORDER BY seq")) {
      while (from <= until) {
        long to = Math.min(until, from + PAGE - 1);
        page.clear();
        read(query, from, to, page);
        decoded(from, page).forEach(consumer);
        from = to + 1;
      }
    } catch (SQLException e) {
      throw new JournalException(
          "expected to read journal entry %d of %s, but %s".formatted(from, file(), root(e)), e);
    }
  }

  @Override
  public long lastSeq() {
    return lastSeq;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      abandon(url, writer);
    }
  }

  private void read(PreparedStatement query, long from, long to, List<String> page)
      throws SQLException {
    query.setLong(1, from);
    query.setLong(2, to);
    long expected = from;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        if (rows.getLong(1) != expected) {
          break;
        }
        page.add(rows.getString(2));
        expected++;
      }
    }
    if (expected != to + 1) {
      throw gap(expected);
    }
  }

  /** Decoding is most of a replay, and every core can take part in it. */
  private List<Entry> decoded(long from, List<String> page) {
    return IntStream.range(0, page.size())
        .parallel()
        .mapToObj(i -> decode(from + i, page.get(i)))
        .toList();
  }

  private Entry decode(long seq, String body) {
    Entry entry;
    try {
      entry = EventCodec.decode(body);
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          "journal entry %d of %s: %s".formatted(seq, file(), e.getMessage()), e);
    }
    if (entry.seq() != seq) {
      throw new JournalException(
          "expected journal entry %d of %s, but its text says %d: the file was changed by hand"
              .formatted(seq, file(), entry.seq()));
    }
    return entry;
  }

  private long checkedLastSeq() throws SQLException {
    try (PreparedStatement query =
            writer.prepareStatement("SELECT COUNT(*), COALESCE(MAX(seq), 0) FROM entry");
        ResultSet row = query.executeQuery()) {
      row.next();
      if (row.getLong(1) != row.getLong(2)) {
        throw new JournalException(
            "expected the %d entries of %s to be numbered without gaps, but the last is %d: restore the latest backup"
                .formatted(row.getLong(1), file(), row.getLong(2)));
      }
      return row.getLong(2);
    }
  }

  private void checkUsable() {
    SQLException cause = broken;
    if (cause != null) {
      throw new JournalException(
          "expected a working journal, but writing %s failed before: restart the controller"
              .formatted(file()),
          cause);
    }
  }

  private JournalException gap(long seq) {
    return new JournalException(
        "expected journal entry %d of %s, but it is missing: restore the latest backup"
            .formatted(seq, file()));
  }

  private String file() {
    return url.substring(url.lastIndexOf(':') + 1, url.length() - SETTINGS.length()) + ".mv.db";
  }

  private static void migrate(String url) {
    var source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("sa");
    source.setPassword("");
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:io/tidehall/server/db/journal")
        .load()
        .migrate();
  }

  private static JournalException taken(Path file, @Nullable SQLException cause) {
    String message =
        "expected the data folder %s to be free, but another controller has its journal open; stop the other or choose --data"
            .formatted(file.getParent());
    return cause == null ? new JournalException(message) : new JournalException(message, cause);
  }

  /** What the file system or H2 said first: the middle of the chain only repeats it. */
  private static String root(Throwable fault) {
    Throwable cause = fault.getCause();
    return cause == null || cause == fault ? String.valueOf(fault.getMessage()) : root(cause);
  }

  private static void abandon(String url, @Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException _) {
        // Everything acknowledged is on the disk already; H2 repairs the rest at the next opening.
      }
    }
    OPEN.remove(url);
  }
}
