package io.tidehall.printer.emulator;

import io.tidehall.printer.transport.TcpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** A bare connection to the emulator, in hexadecimal. */
final class Wire implements AutoCloseable {
  private final TcpTransport transport;

  Wire(PrinterEmulator emulator) throws IOException {
    transport = new TcpTransport(emulator.host(), emulator.port());
    transport.open();
  }

  void send(String hex) throws IOException {
    transport.send(HexFormat.of().parseHex(hex.replace(" ", "")), Duration.ofSeconds(60));
  }

  /** Sends and waits for the one byte of the answer. */
  String ask(String hex) throws IOException {
    send(hex);
    return hex(transport.receive(Duration.ofSeconds(60)));
  }

  /** What there is now, without waiting for more than a moment. */
  String heard() throws IOException {
    return hex(transport.receive(Duration.ofMillis(200)));
  }

  /** The four answers to DLE EOT 1 to 4. */
  String status() throws IOException {
    return ask("100401") + " " + ask("100402") + " " + ask("100403") + " " + ask("100404");
  }

  /** Waits for the four bytes of what is told unasked. */
  String told() throws IOException {
    List<String> bytes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      bytes.add(hex(transport.receive(Duration.ofSeconds(60))));
    }
    return String.join(" ", bytes);
  }

  private static String hex(OptionalInt b) {
    return b.isEmpty() ? "nothing" : "%02X".formatted(b.getAsInt());
  }

  @Override
  public void close() {
    transport.close();
  }
}
