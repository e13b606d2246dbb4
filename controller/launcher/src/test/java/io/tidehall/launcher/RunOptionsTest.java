package io.tidehall.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Wrong options are told in one line that says what was expected, before anything starts. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder before each test.
class RunOptionsTest {
  @TempDir Path folder;

  @Test
  void usualOptionsAreWell() {
    assertEquals("", problem("--data", folder.resolve("new/data").toString()));
    assertEquals("", problem("--broker", "tcp://127.0.0.1:1883"));
    assertEquals("", problem("--demo", "20", "--port", "0"));
  }

  @Test
  void aHallThatIsNoneIsTold() {
    assertEquals("", problem("--hall", "village"));
    assertTold("township, street, village", "--hall", "vilage");
  }

  @Test
  void aPortOutOfRangeIsTold() {
    assertTold("from 1 to 65535", "--port", "99999");
    assertTold("it is -1", "--mqtt-port", "-1");
  }

  @Test
  void aBrokerThatIsNoUrlIsTold() {
    assertTold("tcp://127.0.0.1:1883", "--broker", "foo");
    assertTold("it is 'http://host:1'", "--broker", "http://host:1");
    assertTold("it is 'tcp://host'", "--broker", "tcp://host");
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    assertTold("expected --data to be a folder", "--data", file.resolve("data").toString());
    assertTold("expected --data to be a folder", "--data", file.toString());
  }

  @Test
  void aSpeedAndAKeyStoreAreLookedAt() {
    assertTold("from 1 (as in life) to 200", "--demo", "0");
    assertTold("expected --tls", "--tls", folder.resolve("none.p12").toString());
  }

  private void assertTold(String expected, String... args) {
    String problem = problem(args);
    assertTrue(problem.contains(expected), problem);
    assertEquals(1, problem.lines().count(), problem);
  }

  private String problem(String... args) {
    var options = new RunOptions();
    options.data = folder;
    new CommandLine(options).parseArgs(args);
    return options.problem();
  }
}
