package io.tidehall.device.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminationTest {
  @Test
  void aTerminatedAppClosesItsWindowAndLeavesWithoutATrace(@TempDir Path folder) throws Exception {
    Path credentials = folder.resolve("d1.properties");
    new Credentials("d1", "secret", "tcp://127.0.0.1:1", null).write(credentials);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StoppableApp.class.getName(),
                "--credentials",
                credentials.toString())
            .redirectErrorStream(true)
            .start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      var seen = new StringBuilder();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        seen.append(line).append('\n');
        // Only after this line does the app listen to signals.
        if (line.contains("runs as d1")) {
          // The handle leaves the output open; the process itself would close it.
          process.toHandle().destroy();
        }
      }
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), seen::toString);
      assertEquals(0, process.exitValue(), seen::toString);
      assertTrue(seen.toString().contains("closed"), seen::toString);
      assertTrue(!seen.toString().contains("Exception"), seen::toString);
    } finally {
      process.destroyForcibly();
    }
  }
}
