package io.tidehall.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device without a credential and the controller say to each other, by HTTP and before the
 * device has ever come near the broker.
 */
public final class Pairing {
  /** Where a device asks. */
  public static final String PATH = "/api/pairing";

  private Pairing() {}

  /**
   * A device asks to be paired, again every few seconds until it is.
   *
   * @param key its public key, made for this pairing; what it is given only this key's owner can
   *     read
   * @param role what its program is
   */
  public record Asking(String key, DeviceRole role, String version) {
    public Asking {
      key = Check.text("key", key, 120);
      role = Check.present("role", role);
      version = Check.text("version", version, 40);
    }
  }

  /** How it stands with a device that has asked. */
  public enum State {
    /** It waits for a manager, who knows it by its code. */
    WAITING,
    /** It has a place; the grant is sealed for it. */
    ACCEPTED,
    /** A manager does not want it here. */
    REFUSED
  }

  /**
   * The answer.
   *
   * @param code what the device shows while it waits
   * @param until when the code ends; the device then gets another
   * @param sealed the grant of a device that was accepted
   */
  public record Standing(
      State state, @Nullable String code, @Nullable Instant until, @Nullable String sealed) {
    public Standing {
      state = Check.present("state", state);
    }
  }

  public static byte[] encode(Asking asking) {
    return Codec.bytes(asking);
  }

  public static byte[] encode(Standing standing) {
    return Codec.bytes(standing);
  }

  /**
   * Reads what a device asks.
   *
   * @throws MalformedMessageException when it is none
   */
  public static Asking asking(byte[] bytes) throws MalformedMessageException {
    return Codec.read(Asking.class, bytes, Codec.MAX_DEVICE_MESSAGE);
  }

  /**
   * Reads an answer.
   *
   * @throws MalformedMessageException when it is none
   */
  public static Standing standing(byte[] bytes) throws MalformedMessageException {
    return Codec.read(Standing.class, bytes, Codec.MAX_DEVICE_MESSAGE);
  }
}
