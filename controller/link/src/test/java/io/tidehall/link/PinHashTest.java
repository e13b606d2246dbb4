package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinHashTest {
  @Test
  void aHashTellsItsPinFromOthersAndDoesNotHoldIt() {
    String hash = PinHash.of("492713");
    assertTrue(PinHash.matches("492713", hash));
    assertFalse(PinHash.matches("492714", hash));
    assertFalse(PinHash.matches("", hash));
    assertFalse(hash.contains("492713"), hash);
    assertNotEquals(hash, PinHash.of("492713"), "each has a salt of its own");
  }

  /** Vector of PBKDF2-HMAC-SHA-256, as published for the algorithm: password, salt, 2 rounds. */
  @Test
  void theHashIsTheStandardsOwn() {
    assertEquals(
        "pbkdf2-sha256$2$c2FsdA==$rk0Mla9rRtMtCt/5KPBt0CowP47zwlHf1uLYWpVHTEM=",
        PinHash.of("password", 2, "salt".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsNoHashMatchesNothing() {
    for (String no :
        List.of(
            "",
            "492713",
            "pbkdf2-sha256$2$c2FsdA==",
            "md5$2$c2FsdA==$AAAA",
            "pbkdf2-sha256$0$c2FsdA==$AAAA",
            "pbkdf2-sha256$999999999$c2FsdA==$AAAA",
            "pbkdf2-sha256$2$$AAAA",
            "pbkdf2-sha256$two$c2FsdA==$AAAA",
            "pbkdf2-sha256$2$***$AAAA")) {
      assertFalse(PinHash.matches("492713", no), no);
    }
  }
}
