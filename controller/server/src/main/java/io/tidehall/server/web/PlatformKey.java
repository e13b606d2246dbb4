package io.tidehall.server.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The key with which the booking platform speaks to the hall, in place of a session: {@code
 * Authorization: Bearer …}.
 *
 * @param words the key; empty when no platform may ask
 */
public record PlatformKey(String words) {
  private static final String SCHEME = "Bearer ";

  /** What a request's key is worth. */
  enum Worth {
    /** None was sent. */
    NONE,
    RIGHT,
    WRONG
  }

  Worth of(Context ctx) {
    @Nullable String header = ctx.header("Authorization");
    if (header == null || !header.startsWith(SCHEME)) {
      return Worth.NONE;
    }
    boolean right =
        !words.isEmpty()
            && MessageDigest.isEqual(
                words.getBytes(StandardCharsets.UTF_8),
                header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    return right ? Worth.RIGHT : Worth.WRONG;
  }

  /** The key is in no text of the program. */
  @Override
  public String toString() {
    return "PlatformKey";
  }
}
