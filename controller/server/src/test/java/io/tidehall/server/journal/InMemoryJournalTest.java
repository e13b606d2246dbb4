package io.tidehall.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The fake keeps the contract. */
final class InMemoryJournalTest extends JournalContract {
  private final InMemoryJournal.Store store = new InMemoryJournal.Store();

  @Override
  Journal open() {
    return new InMemoryJournal(store);
  }

  @Test
  void afterAFailureItIsUnusableUntilReopened() {
    Journal journal = open();
    journal.append(Samples.entries(1, 2));
    store.refuseFrom(3);
    assertThrows(
        Journal.JournalException.class, () -> journal.append(Samples.entries(3, 3)), "told to");
    store.refuseFrom(Long.MAX_VALUE);
    assertThrows(
        Journal.JournalException.class, () -> journal.append(Samples.entries(3, 3)), "still");
    assertEquals(2, open().lastSeq());
  }
}
