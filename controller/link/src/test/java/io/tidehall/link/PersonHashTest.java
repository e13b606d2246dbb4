package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Identity;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PersonHashTest {
  private static final String NUMBER = "371312195601010028";
  private final PersonHash hash = new PersonHash(key(1));

  @Test
  void theSameNumberIsTheSamePersonOnEveryKioskOfAHall() {
    String one = hash.of(Identity.ID_CARD, NUMBER);
    assertEquals(one, new PersonHash(key(1)).of(Identity.ID_CARD, NUMBER));
    assertTrue(one.matches("[0-9a-f]{64}"), one);
    assertNotEquals(one, new PersonHash(key(2)).of(Identity.ID_CARD, NUMBER), "another hall");
    assertNotEquals(one, hash.of(Identity.ID_CARD, "371312199001010014"));
    assertNotEquals(one, hash.of(Identity.PHONE_LAST_DIGITS, NUMBER));
  }

  @Test
  void aKeyThatIsNoneIsNamed() {
    assertThrows(IllegalArgumentException.class, () -> new PersonHash("c2hvcnQ="));
    assertThrows(IllegalArgumentException.class, () -> new PersonHash("no base64!"));
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
