package io.tidehall.server.journal;

import io.tidehall.hall.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal without a disk, for tests of what stands on it. It keeps entries as the same text as
 * {@link H2Journal}, so that what the codec cannot keep is lost here too.
 */
public final class InMemoryJournal implements Journal {
  private final Store store;
  private boolean broken;

  /** What outlives a journal, as a file does. */
  public static final class Store {
    private final List<String> bodies = new ArrayList<>();
    private long refusedFrom = Long.MAX_VALUE;

    /** From the entry of this number on, nothing can be written any more. */
    public synchronized void refuseFrom(long seq) {
      refusedFrom = seq;
    }
  }

  public InMemoryJournal() {
    this(new Store());
  }

  public InMemoryJournal(Store store) {
    this.store = store;
  }

  @Override
  public void appendLines(List<Line> lines) {
    synchronized (store) {
      checkUsable();
      List<String> bodies = new ArrayList<>();
      long next = store.bodies.size();
      for (Line line : lines) {
        next++;
        if (line.entry().seq() != next) {
          throw new IllegalArgumentException(
              "expected to append journal entry %d, but %d came"
                  .formatted(next, line.entry().seq()));
        }
        bodies.add(line.text());
      }
      if (next >= store.refusedFrom) {
        broken = true;
        checkUsable();
      }
      store.bodies.addAll(bodies);
    }
  }

  @Override
  public void replay(long fromSeq, Consumer<Entry> consumer) {
    List<String> bodies;
    synchronized (store) {
      checkUsable();
      bodies = List.copyOf(store.bodies);
    }
    for (int i = (int) Math.max(1, fromSeq); i <= bodies.size(); i++) {
      consumer.accept(EventCodec.decode(bodies.get(i - 1)));
    }
  }

  @Override
  public long lastSeq() {
    synchronized (store) {
      return store.bodies.size();
    }
  }

  @Override
  public void close() {}

  private void checkUsable() {
    if (broken) {
      throw new JournalException("expected a working journal, but it was told to refuse");
    }
  }
}
