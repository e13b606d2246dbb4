package io.tidehall.printer;

import io.tidehall.printer.transport.DeviceFileTransport;
import io.tidehall.printer.transport.SpoolTransport;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.printer.transport.Transport;
import io.tidehall.printer.transport.serial.SerialTransport;
import java.nio.file.Path;
import java.time.InstantSource;

/** Where a printer is, as written on the command line. */
sealed interface PrinterAddress {
  record Tcp(String host, int port) implements PrinterAddress {}

  record DeviceFile(Path path) implements PrinterAddress {}

  record Serial(String path, int baud) implements PrinterAddress {}

  record Spool(Path folder) implements PrinterAddress {}

  /** The built-in emulator. */
  record Emulator() implements PrinterAddress {}

  static PrinterAddress parse(String text) {
    if (text.equals("emulator")) {
      return new Emulator();
    }
    if (text.startsWith("tcp://")) {
      return tcp(text);
    }
    if (text.startsWith("file:") && text.length() > 5) {
      return new DeviceFile(Path.of(text.substring(5)));
    }
    if (text.startsWith("spool:") && text.length() > 6) {
      return new Spool(Path.of(text.substring(6)));
    }
    if (text.startsWith("serial:") && text.length() > 7) {
      String[] parts = text.substring(7).split("@", 2);
      return new Serial(parts[0], parts.length == 2 ? number(text, parts[1], 4_000_000) : 9600);
    }
    throw wrong(text);
  }

  /** The way to the printer; an emulator must be started and addressed by TCP first. */
  default Transport transport(InstantSource clock) {
    return switch (this) {
      case Tcp(String host, int port) -> new TcpTransport(host, port);
      case DeviceFile(Path path) -> new DeviceFileTransport(path);
      case Serial(String path, int baud) -> new SerialTransport(path, baud);
      case Spool(Path folder) -> new SpoolTransport(folder, clock);
      case Emulator() -> throw new IllegalStateException("the emulator has to be started first");
    };
  }

  private static PrinterAddress tcp(String text) {
    String rest = text.substring(6);
    int colon = rest.lastIndexOf(':');
    boolean withPort = colon >= 0 && !rest.endsWith("]");
    String host = withPort ? rest.substring(0, colon) : rest;
    if (host.isEmpty() || host.contains("/")) {
      throw wrong(text);
    }
    return new Tcp(host, withPort ? number(text, rest.substring(colon + 1), 65_535) : 9100);
  }

  private static int number(String text, String digits, int most) {
    if (!digits.matches("\\d{1,7}")
        || Integer.parseInt(digits) < 1
        || Integer.parseInt(digits) > most) {
      throw wrong(text);
    }
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "expected a printer as tcp://HOST[:9100], file:/dev/usb/lp0, serial:/dev/ttyUSB0[@9600], spool:FOLDER or emulator, but got '%s'"
            .formatted(text));
  }
}
