package io.tidehall.printer.transport;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.transport.serial.SerialTransport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spool folder, device file and serial line; the latter two over a pair of pseudo-terminals. */
class LocalTransportsTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder = Path.of("");

  @Test
  void everySlipBecomesAWholeFileOfItsOwn() throws IOException {
    Path spool = folder.resolve("spool");
    try (var transport = new SpoolTransport(spool, () -> Instant.parse("2026-11-23T01:31:00Z"))) {
      transport.open();
      transport.send(new byte[] {1, 2}, LONG);
      transport.send(new byte[] {3}, LONG);
      assertFalse(transport.answers());
    }
    try (Stream<Path> files = Files.list(spool)) {
      List<Path> slips = files.sorted().toList();
      assertEquals(2, slips.size());
      assertEquals(
          "slip-20261123-013100-000-000001.bin", String.valueOf(slips.getFirst().getFileName()));
      assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(slips.getFirst()));
      assertArrayEquals(new byte[] {3}, Files.readAllBytes(slips.getLast()));
    }
  }

  @Test
  void aMissingDeviceFileIsNamed() {
    try (var transport = new DeviceFileTransport(folder.resolve("lp0"))) {
      var problem = assertThrows(IOException.class, transport::open);
      assertTrue(String.valueOf(problem.getMessage()).contains("lp0, but it is missing: plug"));
    }
  }

  @Test
  void aMissingSerialLineIsNamed() {
    try (var transport = new SerialTransport(folder.resolve("ttyUSB9").toString(), 9600)) {
      var problem = assertThrows(IOException.class, transport::open);
      assertTrue(String.valueOf(problem.getMessage()).contains("ttyUSB9"));
    }
  }

  @Test
  void aDeviceFileCarriesBytesBothWays() throws Exception {
    try (var pair = new Pair(folder);
        var transport = new DeviceFileTransport(pair.ours)) {
      assertBothWays(transport, pair.theirs);
    }
  }

  @Test
  void aSerialLineCarriesBytesBothWays() throws Exception {
    try (var pair = new Pair(folder);
        var transport = new SerialTransport(pair.ours.toString(), 9600)) {
      assertBothWays(transport, pair.theirs);
    }
  }

  private static void assertBothWays(Transport transport, Path theirs) throws IOException {
    try (var other = new RandomAccessFile(theirs.toFile(), "rw")) {
      transport.open();
      transport.send(new byte[] {0x1b, 0x40, (byte) 0xc7, (byte) 0xeb}, LONG);
      byte[] came = new byte[4];
      other.readFully(came);
      assertArrayEquals(new byte[] {0x1b, 0x40, (byte) 0xc7, (byte) 0xeb}, came);
      other.write(0x16);
      assertEquals(OptionalInt.of(0x16), transport.receive(LONG));
      assertEquals(OptionalInt.empty(), transport.receive(Duration.ofMillis(20)));
    }
  }

  /** Two pseudo-terminals joined by socat. */
  private static final class Pair implements AutoCloseable {
    final Path ours;
    final Path theirs;
    private final Process socat;

    Pair(Path folder) throws IOException {
      Assumptions.assumeTrue(
          Boolean.getBoolean("tidehall.guard") || Files.isExecutable(Path.of("/usr/bin/socat")),
          "needs socat: apt install socat");
      ours = folder.resolve("ours");
      theirs = folder.resolve("theirs");
      socat =
          new ProcessBuilder(
                  "socat", "pty,raw,echo=0,link=" + ours, "pty,raw,echo=0,link=" + theirs)
              .inheritIO()
              .start();
      await().until(() -> Files.exists(ours) && Files.exists(theirs));
    }

    @Override
    public void close() {
      socat.destroy();
      await().until(() -> !socat.isAlive());
    }
  }
}
