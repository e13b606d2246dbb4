package io.tidehall.server.readmodel;

import io.tidehall.hall.Entry;
import io.tidehall.server.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the read model up to the journal. Entries may come in any batches, late or twice: each is
 * written once, in the order of its number, and the number of the last one is written with it. It
 * may be called from any thread, one at a time; not from the writer, which should not wait for it.
 */
public final class Projector {
  private static final int BATCH = 500;

  private final ReadModel model;
  private final Journal journal;
  private long seq;

  public Projector(ReadModel model, Journal journal) {
    this.model = model;
    this.journal = journal;
    this.seq = model.progress().seq();
  }

  /** The number of the last entry that the read model knows. */
  public synchronized long lastSeq() {
    return seq;
  }

  /** Writes one entry; one that was written before is ignored, and missing ones are caught up. */
  public synchronized void apply(Entry entry) {
    if (entry.seq() <= seq) {
      return;
    }
    if (entry.seq() == seq + 1) {
      write(List.of(entry));
    } else {
      catchUp();
    }
  }

  /** Writes what the journal has and the read model has not. */
  public synchronized void catchUp() {
    if (seq > journal.lastSeq()) {
      // The journal is older than its derivative: it was restored from a backup.
      model.clear();
      seq = 0;
    }
    List<Entry> batch = new ArrayList<>(BATCH);
    journal.replay(
        seq + 1,
        entry -> {
          batch.add(entry);
          if (batch.size() == BATCH) {
            write(batch);
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      write(batch);
    }
  }

  /** Drops the read model and builds it from the whole journal. */
  public synchronized void rebuild() {
    model.clear();
    seq = 0;
    catchUp();
  }

  private void write(List<Entry> entries) {
    model.jdbi().useTransaction(handle -> Projection.write(handle, entries));
    seq = entries.getLast().seq();
  }
}
