package io.tidehall.display.pad.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.tidehall.display.pad.PadLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The serial line of a call pad: 9600 8N1. */
public final class PadPort implements PadLine {
  private static final int BAUD = 9600;
  private static final int WRITE_MILLIS = 1_000;

  private final Path path;
  private @Nullable SerialPort port;

  /**
   * Makes a line; nothing is opened yet.
   *
   * @param path of the terminal, such as /dev/ttyUSB0
   */
  public PadPort(Path path) {
    this.path = path.toAbsolutePath();
  }

  @Override
  public void open() throws IOException {
    SerialPort found;
    try {
      // A link that udev keeps stands for whatever terminal the pad has now.
      found = SerialPort.getCommPort(path.toRealPath().toString());
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "expected a call pad at %s, but there is none: plug it in, or check the name"
              .formatted(path),
          e);
    }
    found.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    if (!found.openPort()) {
      throw new IOException(
          "cannot open the line %s of the call pad (error %d): it is in use, or this user is not in the group 'dialout'"
              .formatted(path, found.getLastErrorCode()));
    }
    port = found;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    SerialPort open = opened();
    open.setComPortTimeouts(SerialPort.TIMEOUT_WRITE_BLOCKING, 0, WRITE_MILLIS);
    if (open.writeBytes(bytes, bytes.length) != bytes.length) {
      throw lost();
    }
  }

  @Override
  public int read(byte[] into, Duration within) throws IOException {
    SerialPort open = opened();
    int timeout = (int) Math.max(1, within.toMillis());
    open.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, timeout, 0);
    int read = open.readBytes(into, into.length);
    // A terminal that was pulled out may go on reading nothing instead of failing.
    if (read < 0 || (read == 0 && !Files.exists(path))) {
      throw lost();
    }
    return read;
  }

  @Override
  public void close() {
    if (port != null) {
      port.closePort();
      port = null;
    }
  }

  private SerialPort opened() throws IOException {
    if (port == null) {
      throw new IOException("the line " + path + " of the call pad is not open");
    }
    return port;
  }

  private IOException lost() {
    return new IOException(
        "the call pad at %s was pulled out or has failed: check its cable".formatted(path));
  }
}
