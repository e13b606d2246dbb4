package io.tidehall.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real journal keeps the contract, and its word under SIGKILL. */
final class H2JournalTest extends JournalContract {
  private static final int KILLS = 6;

  @TempDir Path folder = Path.of("set by JUnit");

  @Override
  Journal open() {
    return H2Journal.open(folder);
  }

  @Test
  void whatWasAcknowledgedSurvivesKillsInMidAppendAndABatchIsKeptWholeOrNotAtAll()
      throws IOException, InterruptedException {
    var random = new Random(20261123);
    long expected = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = child(kill);
      long[] batch = appendUntilKilled(child, expected, random.nextInt(20, 120), random.nextInt(3));
      try (Journal journal = open()) {
        assertTrue(
            journal.lastSeq() == batch[0] || journal.lastSeq() == batch[1],
            "acknowledged %d, then tried up to %d, but there are %d"
                .formatted(batch[0], batch[1], journal.lastSeq()));
        assertEquals(Samples.entries(1, journal.lastSeq()), all(journal));
        expected = journal.lastSeq();
      }
    }
    assertTrue(expected > KILLS * 20, "so few were appended: " + expected);
  }

  /** The last number acknowledged, and the last of the batch that was under way. */
  private static long[] appendUntilKilled(Process child, long start, int lines, int more)
      throws IOException, InterruptedException {
    long acknowledged = start;
    long tried = start;
    try (BufferedReader out = child.inputReader()) {
      int left = lines;
      for (@Nullable String line = out.readLine(); line != null; line = out.readLine()) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case "open" -> assertEquals(start, Long.parseLong(words[1]));
          case "try" -> tried = Long.parseLong(words[2]);
          case "acknowledged" -> acknowledged = Long.parseLong(words[1]);
          default -> throw new AssertionError(line);
        }
        if (--left == 0) {
          for (int i = 0; i < more * 100_000; i++) {
            Thread.onSpinWait();
          }
          // By its handle: Process.destroyForcibly would close the output that is still to be read.
          child.toHandle().destroyForcibly();
        }
      }
    } finally {
      child.destroyForcibly();
    }
    assertTrue(child.waitFor(30, TimeUnit.SECONDS), "the killed process should be gone");
    assertEquals(128 + 9, child.exitValue(), "it should have been killed, not have ended");
    return new long[] {acknowledged, tried};
  }

  @Test
  void aSecondControllerOnTheSameFolderIsToldWhatToDo() throws IOException, InterruptedException {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 1));
      assertToldWhatToDo(fromAnotherProcess());
      assertToldWhatToDo(assertThrows(Journal.JournalException.class, this::open).toString());
      // A second attempt in this process must not have freed the lock of the first.
      assertToldWhatToDo(fromAnotherProcess());
      journal.append(Samples.entries(2, 2));
      assertEquals(Samples.entries(1, 2), all(journal), "the first is not harmed");
    }
  }

  private void assertToldWhatToDo(String told) {
    assertTrue(
        told.contains("expected the data folder " + folder)
            && told.contains("stop the other or choose --data"),
        told);
  }

  private String fromAnotherProcess() throws IOException, InterruptedException {
    Process child = child(0);
    try (BufferedReader out = child.inputReader()) {
      return String.valueOf(out.readLine());
    } finally {
      child.destroyForcibly();
      child.waitFor();
    }
  }

  @Test
  void aMissingEntryIsFoundWhenTheJournalIsOpened() throws SQLException {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 5));
    }
    sql("DELETE FROM entry WHERE seq = 3");
    var refused = assertThrows(Journal.JournalException.class, this::open).toString();
    assertTrue(refused.contains("without gaps"), refused);
  }

  @Test
  void anEntryThatIsNoEntryIsNamed() throws SQLException {
    try (Journal journal = open()) {
      journal.append(Samples.entries(1, 5));
    }
    sql("UPDATE entry SET body = '{}}' WHERE seq = 4");
    try (Journal journal = open()) {
      var refused = assertThrows(Journal.JournalException.class, () -> all(journal)).toString();
      assertTrue(refused.contains("journal entry 4 of " + folder), refused);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndKept() throws IOException {
    Path file = folder.resolve("journal.mv.db");
    String text = "this is not a database. ".repeat(1000);
    Files.writeString(file, text);
    var refused = assertThrows(Journal.JournalException.class, this::open).toString();
    assertTrue(refused.contains("expected to open the journal " + file), refused);
    assertEquals(text, Files.readString(file));
  }

  @Test
  void aFolderThatH2CouldNotNameIsRefused() {
    Path odd = folder.resolve("a;b");
    var refused = assertThrows(Journal.JournalException.class, () -> H2Journal.open(odd));
    assertTrue(refused.toString().contains("--data"), refused::toString);
    assertFalse(Files.exists(odd));
  }

  private Process child(int seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Appender.class.getName(),
            folder.toString(),
            Integer.toString(seed))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void sql(String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("journal"), "sa", "");
        var change = connection.createStatement()) {
      assertEquals(1, change.executeUpdate(statement));
    }
  }
}
