package io.tidehall.server.readmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/**
 * The read model's H2 file, {@code readmodel.mv.db} in the data folder, with the tables of {@code
 * db/readmodel}. Open it only with the journal open, whose lock guards the folder. Any thread may
 * ask; {@link Projector} alone writes. Its commits are not synced: what a power cut takes, the
 * journal gives again, and a file that does not open is thrown away.
 */
public final class ReadModel implements AutoCloseable {
  private static final String NAME = "readmodel";

  /**
   * {@code async:}, since an interrupted reader closes the file under everybody with H2's usual
   * way.
   */
  private static final String FILE_SYSTEM = "async:";

  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384;QUERY_CACHE_SIZE=64";

  private final JdbcConnectionPool pool;
  private final Jdbi jdbi;

  private ReadModel(JdbcConnectionPool pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** How far the read model has come. */
  public record Progress(long seq, Instant at, LocalDate day) {}

  /** Opens the read model of a data folder, and makes it when it is missing or broken. */
  public static ReadModel open(Path folder) {
    Path file = folder.toAbsolutePath().resolve(NAME);
    try {
      return at(file);
    } catch (FlywayException _) {
      try {
        Files.deleteIfExists(Path.of(file + ".mv.db"));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "expected to replace the broken read model %s.mv.db, but could not; delete it"
                .formatted(file),
            e);
      }
      return at(file);
    }
  }

  /** For SQL; times are in columns with a time zone, days are the hall's. */
  public Jdbi jdbi() {
    return jdbi;
  }

  public Progress progress() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT seq, at, hall_day FROM progress")
                .map(
                    (row, _) ->
                        new Progress(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getObject(3, LocalDate.class)))
                .one());
  }

  /** Drops everything and makes empty tables. */
  void clear() {
    jdbi.useHandle(handle -> handle.execute("DROP ALL OBJECTS"));
    migrate(pool);
  }

  @Override
  public void close() {
    pool.dispose();
  }

  private static ReadModel at(Path file) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:" + FILE_SYSTEM + file + SETTINGS, "sa", "");
    try {
      migrate(pool);
    } catch (RuntimeException e) {
      pool.dispose();
      throw e;
    }
    return new ReadModel(pool);
  }

  private static void migrate(JdbcConnectionPool pool) {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:io/tidehall/server/db/readmodel")
        .load()
        .migrate();
  }
}
