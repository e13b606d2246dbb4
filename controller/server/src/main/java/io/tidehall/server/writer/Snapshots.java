package io.tidehall.server.writer;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.server.journal.EventCodec;
import io.tidehall.server.journal.Journal;
import io.tidehall.server.journal.StateCodec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the hall's state beside the journal now and then, so that a start replays the last hour and
 * not the last years. The journal stays the one truth: a snapshot of another program, of another
 * journal, or a damaged one is passed over, and the whole journal is replayed.
 */
public final class Snapshots implements Announcer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  /** Entries between two snapshots. */
  public static final int EVERY = 1_000;

  /** The snapshot's name in the data folder. */
  public static final String FILE = "state.snapshot";

  private static final long PATIENCE_SECONDS = 10;

  private final Path folder;
  private final String program;
  private final int every;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("snapshots").factory());
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long kept;
  private volatile @Nullable Moment newest;

  /** A state, and the entry that led to it. */
  private record Moment(HallState state, Entry after) {}

  /** A snapshot and the entry it was taken after. */
  private record Kept(HallState state, String entry) {}

  /** Snapshots in a data folder, for the program that runs. */
  public Snapshots(Path folder) {
    this(folder, ProgramHash.ofRules(), EVERY);
  }

  Snapshots(Path folder, String program, int every) {
    this.folder = folder;
    this.program = program;
    this.every = every;
  }

  /** The state after every entry of a journal, from the snapshot on where there is a usable one. */
  public HallState replayed(Journal journal) {
    Kept found = read();
    if (found == null || found.state().seq() > journal.lastSeq()) {
      return HallWriter.replayed(journal);
    }
    long from = found.state().seq();
    HallState[] state = {found.state()};
    boolean[] same = {true};
    journal.replay(
        from,
        entry -> {
          if (entry.seq() == from) {
            same[0] = EventCodec.encode(entry).equals(found.entry());
          } else if (same[0]) {
            state[0] = Hall.apply(state[0], entry);
          }
        });
    if (!same[0]) {
      LOG.warn("{} is of another journal: the whole journal is replayed", file());
      return HallWriter.replayed(journal);
    }
    kept = from;
    return state[0];
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    var moment = new Moment(state, entries.getLast());
    newest = moment;
    if (state.seq() - kept >= every && busy.compareAndSet(false, true)) {
      writing.execute(() -> keep(moment));
    }
  }

  /** Keeps the newest state, so that the next start has nothing to replay. */
  @Override
  public void close() {
    Moment moment = newest;
    writing.shutdown();
    try {
      if (writing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
          && moment != null
          && moment.state().seq() > kept) {
        keep(moment);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(Moment moment) {
    try {
      Path next = folder.resolve(FILE + ".next");
      try (FileChannel channel =
              FileChannel.open(
                  next,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING);
          var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        out.write((program + "\n").getBytes(StandardCharsets.UTF_8));
        out.write((EventCodec.encode(moment.after()) + "\n").getBytes(StandardCharsets.UTF_8));
        StateCodec.write(moment.state(), out);
        out.flush();
        channel.force(true);
      }
      Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      kept = moment.state().seq();
    } catch (IOException | RuntimeException e) {
      // Nothing is lost: the journal has it all, and the next start takes longer.
      LOG.warn("the hall's state could not be kept in {}; it will be tried again", file(), e);
    } finally {
      busy.set(false);
    }
  }

  private @Nullable Kept read() {
    if (!Files.exists(file())) {
      return null;
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file()))) {
      if (!program.equals(line(in))) {
        LOG.info("{} is of another version: the whole journal is replayed", file());
        return null;
      }
      String entry = line(in);
      return new Kept(StateCodec.read(in), entry);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read: the whole journal is replayed", file(), e);
      return null;
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("expected three lines, but the file ends before");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private Path file() {
    return folder.resolve(FILE);
  }
}
