package io.tidehall.link;

import io.tidehall.protocol.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the name by which the hall knows a person: HMAC-SHA-256 of what the card or the person
 * said, with the hall's key, 64 hexadecimal digits. Without the key nobody gets back from it to the
 * number, although there are few enough numbers to try them all.
 */
public final class PersonHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  /**
   * Takes the hall's key.
   *
   * @throws IllegalArgumentException when it is not 32 bytes in Base64
   */
  public PersonHash(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "expected an identity key of %d bytes, but it has %d: get a new credentials file from the controller"
              .formatted(KEY_BYTES, bytes.length));
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** The same for the same number and way on every kiosk of the hall; different ways never meet. */
  public String of(Identity way, String number) {
    return hash(way.name(), number);
  }

  /** Of a whole phone number, by which somebody books who gives no card's number. */
  public String ofPhone(String number) {
    return hash("PHONE", number);
  }

  private String hash(String way, String number) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal((way + ":" + number).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
