package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] PLAIN = "secret=数".getBytes(StandardCharsets.UTF_8);

  private final Seal device = Seal.fresh();

  @Test
  void whatIsSealedForADeviceOpensThereAndNowhereElse() {
    String sealed = Seal.seal(device.key(), PLAIN);
    assertArrayEquals(PLAIN, device.open(sealed));
    assertThrows(IllegalArgumentException.class, () -> Seal.fresh().open(sealed));
  }

  @Test
  void whatWasChangedOnItsWayDoesNotOpen() {
    String sealed = Seal.seal(device.key(), PLAIN);
    char last = sealed.charAt(sealed.indexOf('.') + 3);
    String changed =
        sealed.replace(
            sealed.substring(sealed.indexOf('.')),
            sealed.substring(sealed.indexOf('.')).replace(last, last == 'A' ? 'B' : 'A'));
    assertThrows(IllegalArgumentException.class, () -> device.open(changed));
    assertThrows(IllegalArgumentException.class, () -> device.open("nothing"));
  }

  @Test
  void twoSealsOfTheSameAreNotAlike() {
    assertNotEquals(Seal.seal(device.key(), PLAIN), Seal.seal(device.key(), PLAIN));
  }

  @Test
  void onlyAKeyIsAKey() {
    assertTrue(Seal.isKey(device.key()));
    assertFalse(Seal.isKey("abc"));
    assertFalse(Seal.isKey("**"));
    assertThrows(IllegalArgumentException.class, () -> Seal.seal("abc", PLAIN));
  }

  @Test
  void aGrantIsReadAsItWasWritten() {
    var grant = new Grant("kiosk-2", "s=1:2", "ssl://127.0.0.1:8883", "a2V5", "-----BEGIN\nx\n");
    assertEquals(grant, Grant.of(grant.bytes()));
    var plain = new Grant("pad-2", "s", "tcp://127.0.0.1:1883", null, null);
    assertEquals(plain, Grant.of(plain.bytes()));
    assertThrows(IllegalArgumentException.class, () -> Grant.of(new byte[0]));
  }

  @Test
  void aBrokerBesideTheControllerIsReachedAsTheControllerIs() {
    URI controller = URI.create("http://192.168.1.10:8480");
    assertEquals("tcp://192.168.1.10:1883", Grant.reached("tcp://127.0.0.1:1883", controller));
    assertEquals("ssl://10.0.0.4:8883", Grant.reached("ssl://10.0.0.4:8883", controller));
  }
}
