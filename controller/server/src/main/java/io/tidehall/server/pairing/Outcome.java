package io.tidehall.server.pairing;

import io.tidehall.protocol.Text;

/** What came of a manager's act on a device. */
public sealed interface Outcome {
  /** It was done, and is in the journal. */
  record Done(long seq, String device) implements Outcome {}

  /**
   * It was not done.
   *
   * @param detail what was expected and what came
   */
  record No(String code, Text words, String detail) implements Outcome {}
}
