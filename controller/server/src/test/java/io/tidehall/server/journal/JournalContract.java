package io.tidehall.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidehall.hall.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal does. */
abstract class JournalContract {
  /** Opens the journal; after a close it has what it had before. */
  abstract Journal open();

  static List<Entry> all(Journal journal) {
    return from(journal, 1);
  }

  static List<Entry> from(Journal journal, long seq) {
    List<Entry> entries = new ArrayList<>();
    journal.replay(seq, entries::add);
    return entries;
  }

  @Test
  void aNewJournalIsEmpty() {
    try (Journal journal = open()) {
      assertEquals(0, journal.lastSeq());
      assertEquals(List.of(), all(journal));
    }
  }

  @Test
  void whatIsAppendedIsReplayedInOrder() {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 3));
      journal.append(List.of());
      journal.append(Samples.entries(4, 4));
      assertEquals(4, journal.lastSeq());
      assertEquals(Samples.entries(1, 4), all(journal));
      assertEquals(Samples.entries(3, 4), from(journal, 3));
      assertEquals(List.of(), from(journal, 5));
    }
  }

  @Test
  void everyEventSurvives() {
    List<Entry> entries = new ArrayList<>();
    Samples.events().forEach(event -> entries.add(Samples.entry(entries.size() + 1, event)));
    try (Journal journal = open()) {
      journal.append(entries);
      assertEquals(entries, all(journal));
    }
  }

  @Test
  void itGoesOnAfterARestart() {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 5));
    }
    try (Journal journal = open()) {
      assertEquals(5, journal.lastSeq());
      journal.append(Samples.entries(6, 7));
    }
    try (Journal journal = open()) {
      assertEquals(Samples.entries(1, 7), all(journal));
    }
  }

  @Test
  void aGapIsRefusedAndNothingOfTheBatchKept() {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 2));
      List<Entry> gap = List.of(Samples.entries(3, 3).getFirst(), Samples.entries(5, 5).getFirst());
      assertThrows(IllegalArgumentException.class, () -> journal.append(gap));
      assertThrows(
          IllegalArgumentException.class, () -> journal.append(Samples.entries(2, 2)), "again");
      assertEquals(2, journal.lastSeq());
      journal.append(Samples.entries(3, 3));
      assertEquals(Samples.entries(1, 3), all(journal));
    }
  }

  @Test
  void aLongJournalStreams() {
    try (Journal journal = open()) {
      for (int batch = 0; batch < 5; batch++) {
        journal.append(Samples.entries(1 + batch * 1000L, 1000 + batch * 1000L));
      }
      assertEquals(Samples.entries(1, 5000), all(journal));
      assertEquals(Samples.entries(1999, 5000), from(journal, 1999));
    }
  }

  @Test
  void theReaderMayStopByThrowing() {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 3));
      List<Long> seen = new ArrayList<>();
      assertThrows(
          IllegalStateException.class,
          () ->
              journal.replay(
                  1,
                  entry -> {
                    seen.add(entry.seq());
                    if (entry.seq() == 2) {
                      throw new IllegalStateException("enough");
                    }
                  }));
      assertEquals(List.of(1L, 2L), seen);
      journal.append(Samples.entries(4, 4));
      assertEquals(4, all(journal).size());
    }
  }
}
