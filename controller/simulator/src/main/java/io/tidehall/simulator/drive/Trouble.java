package io.tidehall.simulator.drive;

/** A line that cannot be followed; the message says what was expected and what came. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1;

  Trouble(String expected, String came) {
    super("expected " + expected + ", but " + came);
  }
}
