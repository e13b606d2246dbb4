package io.tidehall.server;

import io.tidehall.link.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys that the controller makes once and keeps. */
final class Secrets {
  private static final int BYTES = 32;

  private Secrets() {}

  /** The key in a file; made when the file is not there. */
  static byte[] key(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) == BYTES) {
      return Files.readAllBytes(file);
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    OwnerOnly.create(file);
    Files.write(file, key);
    return key;
  }

  /** A key as words that somebody can hand on; made when the file is not there. */
  static String words(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > BYTES) {
      return Files.readString(file).strip();
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String words = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    OwnerOnly.create(file);
    Files.writeString(file, words + "\n");
    return words;
  }
}
