package io.tidehall.printer.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.tidehall.printer.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A printer on a serial line, 8N1, with hardware flow control where the line has it. */
public final class SerialTransport implements Transport {
  /** Small enough that a stopped printer is noticed between pieces. */
  private static final int PIECE = 512;

  private final String path;
  private final int baud;
  private @Nullable SerialPort port;

  public SerialTransport(String path, int baud) {
    this.path = path;
    this.baud = baud;
  }

  @Override
  public void open() throws IOException {
    if (port != null) {
      return;
    }
    SerialPort found;
    try {
      found = SerialPort.getCommPort(path);
    } catch (RuntimeException e) {
      throw new IOException(
          "expected a serial line at %s, but there is none: check the cable and the name"
              .formatted(path),
          e);
    }
    found.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    if (!found.openPort()) {
      throw new IOException(
          "cannot open the serial line %s (error %d): it is missing, in use, or this user is not in the group 'dialout'"
              .formatted(path, found.getLastErrorCode()));
    }
    port = found;
  }

  @Override
  public void send(byte[] bytes, Duration within) throws SendException {
    SerialPort open = port;
    if (open == null) {
      throw new SendException(describe() + " is not open", false);
    }
    int timeout = (int) Math.max(1, within.toMillis());
    open.setComPortTimeouts(SerialPort.TIMEOUT_WRITE_BLOCKING, 0, timeout);
    long end = System.nanoTime() + within.toNanos();
    int sent = 0;
    while (sent < bytes.length) {
      int wrote = open.writeBytes(bytes, Math.min(PIECE, bytes.length - sent), sent);
      if (wrote > 0) {
        sent += wrote;
      } else if (wrote < 0 || System.nanoTime() > end) {
        close();
        throw new SendException(
            "expected %s to take %d bytes, but it stopped after %d"
                .formatted(describe(), bytes.length, sent),
            sent > 0);
      }
    }
  }

  @Override
  public OptionalInt receive(Duration within) throws IOException {
    SerialPort open = port;
    if (open == null) {
      throw new IOException(describe() + " is not open");
    }
    int timeout = (int) Math.max(1, within.toMillis());
    open.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, timeout, 0);
    byte[] one = new byte[1];
    int read = open.readBytes(one, 1);
    if (read < 0) {
      close();
      throw new IOException(describe() + " failed while reading: check the cable");
    }
    return read == 0 ? OptionalInt.empty() : OptionalInt.of(one[0] & 0xff);
  }

  @Override
  public String describe() {
    return "serial:" + path;
  }

  @Override
  public void close() {
    if (port != null) {
      port.closePort();
      port = null;
    }
  }
}
