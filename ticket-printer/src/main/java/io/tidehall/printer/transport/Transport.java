package io.tidehall.printer.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The way to one printer. Used by one thread at a time. After any failure it is closed, and {@link
 * #open} tries again.
 */
public interface Transport extends AutoCloseable {
  /** Connects, or does nothing when connected. Fails within a few seconds. */
  void open() throws IOException;

  /**
   * Sends bytes; returns when the operating system has taken them all.
   *
   * @throws SendException when it could not, telling whether any byte may have reached the printer
   */
  void send(byte[] bytes, Duration within) throws SendException;

  /** Waits for one byte from the printer; empty when none came in time. */
  OptionalInt receive(Duration within) throws IOException;

  /** Whether this way can bring anything back from the printer at all. */
  default boolean answers() {
    return true;
  }

  /** Where it leads, for people. */
  String describe();

  @Override
  void close();

  /** Bytes could not all be sent. */
  final class SendException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean partly;

    public SendException(String message, boolean partly, Throwable cause) {
      super(message, cause);
      this.partly = partly;
    }

    public SendException(String message, boolean partly) {
      super(message);
      this.partly = partly;
    }

    /** Whether a part may have reached the printer. */
    public boolean partly() {
      return partly;
    }
  }
}
