package io.tidehall.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.launcher.Launcher;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as {@code scripts/run} starts it, when it cannot start. */
class LauncherTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aBusyPortEndsItWithOneLineThatSaysWhatToDo() throws Exception {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused("--port", "--port", String.valueOf(busy.getLocalPort()));
    }
  }

  @Test
  void aDataFolderInUseEndsItWithOneLineThatSaysWhatToDo() throws Exception {
    Path data = folder.resolve("data");
    try (var _ = RunningHall.start(data, RunningHall.Broker.EMBEDDED)) {
      assertRefused(data.toString(), "--port", "0");
    }
  }

  @Test
  void anUnknownOptionEndsItWithOneLine() throws Exception {
    assertRefused("--nonsense", "--nonsense");
  }

  private void assertRefused(String words, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--data",
                folder.resolve("data").toString(),
                "--mqtt-port",
                "0",
                "--headless"));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running");
      List<String> lines = Files.readAllLines(said);
      assertEquals(2, process.exitValue(), lines.toString());
      assertEquals(1, lines.size(), lines.toString());
      assertTrue(lines.getFirst().startsWith("scripts/run: "), lines.toString());
      assertTrue(lines.getFirst().contains(words), lines.toString());
    } finally {
      process.destroyForcibly();
    }
  }
}
