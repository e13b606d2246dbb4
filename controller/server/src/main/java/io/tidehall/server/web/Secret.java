package io.tidehall.server.web;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A password or PIN: generated and known until it is changed, then kept as an argon2id hash (7 MiB,
 * 5 passes, the OWASP minimum). At most two are hashed at once, which bounds what strangers can
 * make a small machine do.
 *
 * @param first the generated one, or null when one was chosen
 * @param hash of the chosen one, or null while the first holds
 */
record Secret(@Nullable String first, @Nullable String hash) {
  /** What one signs in with. */
  enum Kind {
    PASSWORD,
    PIN
  }

  private static final int MIN_PASSWORD = 8;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(7 * 1024, 5, 1, 32, Argon2.ID);
  private static final Semaphore HASHING = new Semaphore(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A first password {@code abcd-efgh-jkmn} or a first PIN of six digits. */
  static Secret generated(Kind kind) {
    return new Secret(kind == Kind.PIN ? pin() : password(), null);
  }

  /** One that somebody chose. */
  static Secret chosen(String text) {
    HASHING.acquireUninterruptibly();
    try {
      return new Secret(null, Password.hash(text).addRandomSalt().with(ARGON2).getResult());
    } finally {
      HASHING.release();
    }
  }

  /** Whether it may be chosen: long enough, and for a PIN not the first that anybody tries. */
  static boolean strong(Kind kind, String text) {
    return switch (kind) {
      case PASSWORD -> text.length() >= MIN_PASSWORD;
      case PIN -> text.matches("[0-9]{6,8}") && !even(text);
    };
  }

  /** Whether there is any. */
  boolean exists() {
    return first != null || hash != null;
  }

  /** Whether this is it; false when there is neither a first nor a chosen one. */
  boolean matches(String text) {
    if (hash == null) {
      return first != null
          && MessageDigest.isEqual(
              first.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
    HASHING.acquireUninterruptibly();
    try {
      return Password.check(text, hash).with(ARGON2);
    } finally {
      HASHING.release();
    }
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

  private static String pin() {
    String pin = "";
    while (!strong(Kind.PIN, pin)) {
      pin = "%06d".formatted(RANDOM.nextInt(1_000_000));
    }
    return pin;
  }

  private static String password() {
    var password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
