package io.tidehall.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a technician starts it: a process of its own. */
class PrinterAppTest {
  @TempDir Path folder = Path.of("");

  @Test
  void itSaysWhenItIsReadyEvenBeforeTheBrokerIsAndStopsWhenTold() throws Exception {
    Process process = start("--credentials", credentials(), "--printer", "emulator");
    try (var out = reader(process)) {
      String line = String.valueOf(out.readLine());
      assertTrue(
          line.matches(
              "Tidehall ticket-printer printer-1 is ready: tcp://127.0.0.1:\\d+ \\(emulator\\), profile 80mm"),
          line);
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after SIGTERM");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void badUseIsOneLineThatSaysWhatWasExpected() throws Exception {
    assertRefused("expected the file", "--credentials", "/no/such", "--printer", "emulator");
    assertRefused(
        "expected a printer profile, one of 80mm",
        "--credentials",
        credentials(),
        "--printer",
        "emulator",
        "--profile",
        "90mm");
    assertRefused(
        "expected a printer as tcp://", "--credentials", credentials(), "--printer", "usb");
    assertRefused(
        "--preview goes with --printer emulator",
        "--credentials",
        credentials(),
        "--printer",
        "tcp://x",
        "--preview",
        "p");
    assertRefused(
        "--panel goes with --printer emulator",
        "--credentials",
        credentials(),
        "--printer",
        "tcp://x",
        "--panel",
        "0");
    assertRefused(
        "--pty goes with --printer emulator",
        "--credentials",
        credentials(),
        "--printer",
        "tcp://x",
        "--pty",
        "tty");
  }

  private void assertRefused(String words, String... args) throws Exception {
    Process process = start(args);
    try (var err = reader(process)) {
      List<String> lines = err.readAllLines();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(2, process.exitValue());
      assertEquals(1, lines.size(), lines.toString());
      assertTrue(lines.getFirst().startsWith("ticket-printer: " + words), lines.toString());
    }
  }

  private String credentials() throws IOException {
    Path file = folder.resolve("printer-1.credentials");
    // Port 1 on loopback: nobody listens there.
    new Credentials("printer-1", "secret", "tcp://127.0.0.1:1", null).write(file);
    return file.toString();
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                PrinterApp.class.getName()));
    command.addAll(List.of(args));
    boolean ready = List.of(args).contains("emulator") && args.length == 4;
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    if (ready && !args[1].startsWith("/no")) {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    } else {
      builder.redirectErrorStream(true);
    }
    return builder.start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
