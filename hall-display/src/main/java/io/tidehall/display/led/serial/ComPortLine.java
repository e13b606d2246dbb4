package io.tidehall.display.led.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.tidehall.display.led.SerialLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A serial line of this machine, 8N1. Not for several threads at once. */
public final class ComPortLine implements SerialLine {
  private static final int WRITE_MILLIS = 2_000;

  private final Path path;
  private final int baud;
  private @Nullable SerialPort port;

  public ComPortLine(Path path, int baud) {
    this.path = path;
    this.baud = baud;
  }

  @Override
  public void send(byte[] frame) throws IOException {
    SerialPort open = port == null ? open() : port;
    port = open;
    int sent = open.writeBytes(frame, frame.length);
    if (sent != frame.length) {
      close();
      throw new IOException(
          "expected the serial line %s to take %d bytes, but it took %d: check the cable"
              .formatted(path, frame.length, Math.max(0, sent)));
    }
  }

  @Override
  public void close() {
    if (port != null) {
      port.closePort();
      port = null;
    }
  }

  private SerialPort open() throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(
          "expected a serial line at %s, but there is none: check the cable and the name"
              .formatted(path));
    }
    SerialPort found;
    try {
      found = SerialPort.getCommPort(path.toString());
    } catch (RuntimeException e) {
      throw new IOException("expected a serial line at %s, but it is none".formatted(path), e);
    }
    found.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    found.setComPortTimeouts(SerialPort.TIMEOUT_WRITE_BLOCKING, 0, WRITE_MILLIS);
    if (!found.openPort()) {
      throw new IOException(
          "cannot open the serial line %s (error %d): it is in use, or this user is not in the group 'dialout'"
              .formatted(path, found.getLastErrorCode()));
    }
    return found;
  }
}
