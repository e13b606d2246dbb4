package io.tidehall.server.journal;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link PowerCutTest} found once in some thousand images: a file that H2 does not open. */
final class TornFileTest {
  private static final int ACKNOWLEDGED = 3355;

  @TempDir Path folder = Path.of("set by JUnit");

  private Path file = Path.of("set before each");

  @BeforeEach
  void place() {
    file = folder.resolve("journal.mv.db");
  }

  @Test
  void aTornJournalGoesOnWithEveryAcknowledgedEntryAndTheTornFileIsKept() throws IOException {
    byte[] torn = torn();
    Files.write(file, torn);
    try (Journal journal = H2Journal.open(folder)) {
      assertEquals(ACKNOWLEDGED, journal.lastSeq());
      journal.append(Samples.entries(ACKNOWLEDGED + 1, ACKNOWLEDGED + 3));
    }
    assertArrayEquals(torn, Files.readAllBytes(folder.resolve("journal.mv.db.torn-1")));
    try (Journal journal = H2Journal.open(folder)) {
      assertEquals(ACKNOWLEDGED + 3, journal.lastSeq());
    }
    assertEquals(Set.of("journal.mv.db", "journal.mv.db.torn-1"), names());
  }

  @Test
  void aFileWithNothingWholeInItIsRefusedAndLeftAsItWas() throws IOException {
    byte[] noise = new byte[40_000];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);
    var refused = assertThrows(Journal.JournalException.class, () -> H2Journal.open(folder));
    assertTrue(String.valueOf(refused.getMessage()).contains("journal.mv.db"));
    assertArrayEquals(noise, Files.readAllBytes(file));
    assertEquals(Set.of("journal.mv.db"), names());
  }

  private static byte[] torn() throws IOException {
    try (var in =
        new GZIPInputStream(
            Objects.requireNonNull(TornFileTest.class.getResourceAsStream("torn.mv.db.gz")))) {
      return in.readAllBytes();
    }
  }

  /** Without what H2 writes about its own troubles. */
  private Set<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> !it.equals("journal.trace.db"))
          .collect(toSet());
    }
  }
}
