package io.tidehall.printer.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Act.ReportPrint.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRecordTest {
  private static final JobRecord.End PRINTED = new JobRecord.End(Outcome.PRINTED, "");

  @TempDir Path folder = Path.of("");

  @Test
  void endsAndDoubtsSurviveARestart() throws IOException {
    try (JobRecord record = JobRecord.open(folder)) {
      record.started("j1");
      record.ended("j1", PRINTED);
      record.started("j2");
      record.started("j3");
      record.notStarted("j3");
      record.started("j4");
      record.ended("j4", new JobRecord.End(Outcome.UNKNOWN, "paper ran out\nin the middle"));
    }
    for (int restart = 1; restart <= 2; restart++) {
      try (JobRecord record = JobRecord.open(folder)) {
        assertEquals(Optional.of(PRINTED), record.end("j1"));
        assertEquals(List.of("j2"), record.unfinished());
        assertEquals(Optional.empty(), record.end("j3"));
        assertEquals(
            Optional.of(new JobRecord.End(Outcome.UNKNOWN, "paper ran out in the middle")),
            record.end("j4"));
      }
    }
  }

  @Test
  void everyPrefixOfTheFileIsARecord() throws IOException {
    try (JobRecord record = JobRecord.open(folder)) {
      record.started("j1");
      record.ended("j1", PRINTED);
      record.started("j2");
      record.ended("j2", new JobRecord.End(Outcome.FAILED, "no font"));
    }
    byte[] whole = Files.readAllBytes(folder.resolve("jobs.log"));
    for (int length = 0; length <= whole.length; length++) {
      Path torn = Files.createDirectory(folder.resolve("torn-" + length));
      Files.write(torn.resolve("jobs.log"), java.util.Arrays.copyOf(whole, length));
      try (JobRecord record = JobRecord.open(torn)) {
        record.started("j3");
      }
      try (JobRecord record = JobRecord.open(torn)) {
        assertTrue(record.unfinished().contains("j3"), "torn at " + length);
      }
    }
  }

  @Test
  void aLineThatMeansNothingIsNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("jobs.log"), "STARTED j1\nPRINTED\n");
    var problem = assertThrows(IOException.class, () -> JobRecord.open(folder));
    assertTrue(String.valueOf(problem.getMessage()).contains("jobs.log, line 2"));
  }

  @Test
  void theOldestJobsAreForgottenAtARestart() throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < 20_010; i++) {
      text.append("STARTED j").append(i).append("\nPRINTED j").append(i).append(" \n");
    }
    Files.writeString(folder.resolve("jobs.log"), text, StandardOpenOption.CREATE);
    try (JobRecord record = JobRecord.open(folder)) {
      assertEquals(Optional.empty(), record.end("j9"));
      assertEquals(Optional.of(PRINTED), record.end("j10"));
    }
    assertEquals(20_000, Files.readAllLines(folder.resolve("jobs.log")).size());
  }
}
