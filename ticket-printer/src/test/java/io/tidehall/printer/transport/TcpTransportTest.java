package io.tidehall.printer.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpTransportTest {
  private final ServerSocket printer = listen();
  private final TcpTransport transport = new TcpTransport("127.0.0.1", printer.getLocalPort());

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    transport.close();
    printer.close();
  }

  @Test
  void bytesGoBothWays() throws IOException {
    transport.open();
    try (Socket other = printer.accept()) {
      transport.send(new byte[] {0x1b, 0x40}, Duration.ofSeconds(60));
      assertArrayEquals(new byte[] {0x1b, 0x40}, other.getInputStream().readNBytes(2));
      other.getOutputStream().write(0x92);
      assertEquals(OptionalInt.of(0x92), transport.receive(Duration.ofSeconds(60)));
    }
  }

  @Test
  void aQuietPrinterIsNotWaitedForTooLong() throws IOException {
    transport.open();
    assertEquals(OptionalInt.empty(), transport.receive(Duration.ofMillis(20)));
    assertEquals(OptionalInt.empty(), transport.receive(Duration.ZERO));
  }

  @Test
  void aPrinterThatIsOffIsNamed() throws IOException {
    printer.close();
    var problem = assertThrows(IOException.class, transport::open);
    assertTrue(
        String.valueOf(problem.getMessage())
            .contains("no printer at tcp://127.0.0.1:" + printer.getLocalPort()));
  }

  @Test
  void anUnknownHostIsNamed() {
    try (var lost = new TcpTransport("no-such-printer.invalid", 9100)) {
      var problem = assertThrows(IOException.class, lost::open);
      assertTrue(String.valueOf(problem.getMessage()).contains("no-such-printer.invalid"));
    }
  }

  @Test
  void aPrinterThatStopsReadingDoesNotHoldTheAgentForEver() throws IOException {
    transport.open();
    var problem =
        assertThrows(
            Transport.SendException.class,
            () -> transport.send(new byte[64 * 1024 * 1024], Duration.ofMillis(200)));
    assertTrue(problem.partly());
    assertTrue(String.valueOf(problem.getMessage()).contains("expected tcp://127.0.0.1"));
  }

  @Test
  void afterAFailureItConnectsAnew() throws IOException {
    transport.open();
    printer.accept().close();
    assertThrows(IOException.class, () -> transport.receive(Duration.ofSeconds(60)));
    var unsent =
        assertThrows(
            Transport.SendException.class,
            () -> transport.send(new byte[1], Duration.ofSeconds(60)));
    assertFalse(unsent.partly());
    transport.open();
    try (Socket other = printer.accept()) {
      transport.send(new byte[] {7}, Duration.ofSeconds(60));
      assertEquals(7, other.getInputStream().read());
    }
  }
}
