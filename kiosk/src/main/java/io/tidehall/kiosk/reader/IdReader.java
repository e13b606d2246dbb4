package io.tidehall.kiosk.reader;

import java.util.function.Consumer;

/**
 * An ID-card reader. It reads a card only while one is wanted, each card once, and again only after
 * it has left the field. A reader that is pulled out is found again when it is back.
 */
public interface IdReader extends AutoCloseable {
  /** Starts; the listener is called on the reader's own thread, one call at a time. */
  void open(Consumer<Sight> listener);

  /** Whether a card is wanted now. */
  void want(boolean wanted);

  /** Lets go of the hardware and returns when the listener is called no more. */
  @Override
  void close();

  /** What a reader tells. */
  sealed interface Sight {}

  /** The reader answers. */
  record Ready() implements Sight {}

  /**
   * The reader is not there, or does not answer.
   *
   * @param because what was expected and what to do, for the log
   */
  record Missing(String because) implements Sight {}

  /** A card was read whole. */
  record Read(IdCard card) implements Sight {}

  /** A card lies there, but could not be read: it is to be taken away and laid on again. */
  record Unreadable() implements Sight {}

  /** The card has left the field. */
  record Gone() implements Sight {}
}
