package io.tidehall.display.pad;

import java.io.IOException;
import java.time.Duration;

/**
 * The line to a call pad. A problem says what to do about it; after one the line is opened anew.
 */
public interface PadLine extends AutoCloseable {
  void open() throws IOException;

  void write(byte[] bytes) throws IOException;

  /** Reads what is there, at least one byte if one comes in time; 0 if none does. */
  int read(byte[] into, Duration within) throws IOException;

  @Override
  void close();
}
