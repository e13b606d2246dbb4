package io.tidehall.server.hallfile;

import io.tidehall.link.PinHash;
import org.jspecify.annotations.Nullable;

/**
 * The PIN that opens the service menu of the hall's kiosks. It stands in the hall file and leaves
 * the controller as a salted slow hash only; no log, journal or message has it in clear.
 */
public final class ServicePin {
  private static final int LONGEST_BLOCK = 4;

  private final String pin;
  private @Nullable String hash;

  ServicePin(String pin) {
    this.pin = pin;
  }

  /** Six to eight digits that are not among the first that anybody tries. */
  static boolean strong(String pin) {
    return pin.matches("[0-9]{6,8}") && !even(pin) && !repeated(pin);
  }

  /** What kiosks are told, the same as long as this hall file is in use. */
  public synchronized String hash() {
    if (hash == null) {
      hash = PinHash.of(pin);
    }
    return hash;
  }

  /** Whether all digits are one step apart, such as 111111, 123456 or 98765432. */
  private static boolean even(String digits) {
    int step = digits.charAt(1) - digits.charAt(0);
    for (int i = 2; i < digits.length(); i++) {
      if (digits.charAt(i) - digits.charAt(i - 1) != step) {
        return false;
      }
    }
    return Math.abs(step) <= 1;
  }

  /** Whether it is one block again and again, such as 121212 or 12341234. */
  private static boolean repeated(String digits) {
    for (int block = 1; block <= LONGEST_BLOCK; block++) {
      if (digits.length() % block == 0
          && digits.equals(digits.substring(0, block).repeat(digits.length() / block))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServicePin it && it.pin.equals(pin);
  }

  @Override
  public int hashCode() {
    return pin.hashCode();
  }

  @Override
  public String toString() {
    return "ServicePin";
  }
}
