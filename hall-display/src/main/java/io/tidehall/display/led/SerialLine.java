package io.tidehall.display.led;

import java.io.IOException;

/** The line that strips hang on. It opens with the first frame, and again after a failure. */
public interface SerialLine extends AutoCloseable {
  /**
   * Sends a whole frame.
   *
   * @throws IOException when the line is missing or broke; it is closed then
   */
  void send(byte[] frame) throws IOException;

  @Override
  void close();
}
