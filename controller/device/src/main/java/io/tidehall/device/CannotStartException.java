package io.tidehall.device;

/** A device cannot start; the message is one line that says why and what to do. */
public final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotStartException(String message) {
    super(message);
  }
}
