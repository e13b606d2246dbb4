package io.tidehall.link;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The salted slow hash by which a device checks a PIN that it never gets: PBKDF2 with HMAC-SHA-256,
 * of the Java platform, so that no device needs a library for it. Written as {@code
 * pbkdf2-sha256$iterations$salt$hash}, the last two in Base64. A check takes a part of a second.
 */
public final class PinHash {
  private static final String NAME = "pbkdf2-sha256";
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int ITERATIONS = 300_000;

  /** What comes from the network may not keep a device busy for ever. */
  private static final int MOST_ITERATIONS = 5_000_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private PinHash() {}

  /** A new hash; of the same PIN each time another. */
  public static String of(String pin) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return of(pin, ITERATIONS, salt);
  }

  /** Whether this is the PIN; false when the hash is none. */
  public static boolean matches(String pin, String hash) {
    String[] parts = hash.split("\\$", -1);
    try {
      int iterations = parts.length == 4 && parts[0].equals(NAME) ? Integer.parseInt(parts[1]) : 0;
      if (iterations < 1 || iterations > MOST_ITERATIONS) {
        return false;
      }
      byte[] salt = Base64.getDecoder().decode(parts[2]);
      return salt.length > 0
          && MessageDigest.isEqual(
              Base64.getDecoder().decode(parts[3]), derived(pin, iterations, salt));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  static String of(String pin, int iterations, byte[] salt) {
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s$%d$%s$%s"
        .formatted(
            NAME,
            iterations,
            base64.encodeToString(salt),
            base64.encodeToString(derived(pin, iterations, salt)));
  }

  private static byte[] derived(String pin, int iterations, byte[] salt) {
    var spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
