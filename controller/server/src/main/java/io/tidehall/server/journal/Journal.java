package io.tidehall.server.journal;

import io.tidehall.hall.Entry;
import java.util.List;
import java.util.function.Consumer;

/**
 * The hall's journal. One writer appends; entries are numbered 1, 2, 3 … without gaps. Every
 * implementation passes {@code JournalContract}.
 */
public interface Journal extends AutoCloseable {
  /** An entry with its text: what is left to do when it is appended is to write it. */
  record Line(Entry entry, String text) {
    /** Finds the text of an entry; on any thread. */
    public static Line of(Entry entry) {
      return new Line(entry, EventCodec.encode(entry));
    }
  }

  /** As {@link #appendLines}. */
  default void append(List<Entry> entries) {
    appendLines(entries.stream().map(Line::of).toList());
  }

  /**
   * Appends entries, all or none. When it returns they outlive a power cut.
   *
   * @throws JournalException when they could not be made durable; the journal is then unusable, and
   *     only a restart, which replays it, tells what was kept
   */
  void appendLines(List<Line> lines);

  /**
   * Hands every entry from {@code fromSeq} on, in order, up to the last one acknowledged when it
   * was called.
   */
  void replay(long fromSeq, Consumer<Entry> consumer);

  /** The number of the last entry, 0 for an empty journal. */
  long lastSeq();

  @Override
  void close();

  /** The journal could not keep or give what it should: the one fatal fault. */
  final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalException(String message, Throwable cause) {
      super(message, cause);
    }

    public JournalException(String message) {
      super(message);
    }
  }
}
