package io.tidehall.server.hallfile;

import static io.tidehall.server.hallfile.SmallHall.SMALL;
import static io.tidehall.server.hallfile.SmallHall.ready;
import static io.tidehall.server.hallfile.SmallHall.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.PinHash;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.server.pairing.Places;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The PIN of the kiosks' service menu. */
class ServicePinTest {
  @Test
  void aHallWithoutAPinHasNone() {
    assertNull(ready(SMALL).kiosks().pin());
    assertNull(ReadyHalls.trial().kiosks().pin());
  }

  @Test
  void aPinIsKnownToKiosksAloneAndAsAHash() {
    var hall = ready(SMALL + "kiosks: {servicePin: 072941}\n");
    for (var place : Places.all(hall, Map.of())) {
      var wishes = place.kiosk();
      assertEquals(place.role() == DeviceRole.KIOSK, wishes != null, place.id());
      if (wishes != null) {
        assertNotNull(wishes.servicePin());
        assertTrue(PinHash.matches("072941", wishes.servicePin()), wishes.servicePin());
        assertEquals(wishes, Places.all(hall, Map.of()).getFirst().kiosk(), "and stays the same");
      }
    }
    assertFalse(hall.toString().contains("072941"), hall.toString());
  }

  @Test
  void aHallMaySayHowItsKiosksSpeak() {
    assertNull(ready(SMALL).kiosks().speech());
    assertEquals(
        new DeviceSetup.Speech(true, 60),
        ready(SMALL + "kiosks: {speech: {always: true}}\n").kiosks().speech());
    assertEquals(
        "at most 100", wrong(SMALL + "kiosks: {speech: {loudness: 101}}\n").getFirst().expected());
  }

  @Test
  void whatAnybodyGuessesIsRefusedAndNotTold() {
    for (String weak :
        List.of(
            "0000",
            "1234",
            "000000",
            "123456",
            "98765432",
            "121212",
            "123123",
            "12341234",
            "12345",
            "123456789",
            "49271a")) {
      var problems = wrong(SMALL + "kiosks: {servicePin: \"" + weak + "\"}\n");
      assertEquals("kiosks.servicePin", problems.getFirst().key());
      assertFalse(problems.getFirst().came().contains(weak), problems.getFirst().text());
    }
  }
}
