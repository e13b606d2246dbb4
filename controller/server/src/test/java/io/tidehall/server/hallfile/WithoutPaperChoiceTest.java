package io.tidehall.server.hallfile;

import static io.tidehall.server.hallfile.SmallHall.SMALL;
import static io.tidehall.server.hallfile.SmallHall.ready;
import static io.tidehall.server.hallfile.SmallHall.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup.WithoutPaper;
import io.tidehall.server.pairing.Places;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a hall chooses for kiosks whose printer cannot print. */
class WithoutPaperChoiceTest {
  @Test
  void aHallThatSaysNothingRefuses() {
    assertEquals(WithoutPaper.REFUSE, ready(SMALL).kiosks().withoutPaper());
    assertEquals(
        WithoutPaper.REFUSE,
        ready(SMALL + "kiosks: {withoutPaper: refuse}\n").kiosks().withoutPaper());
    assertFalse(onScreen(ready(SMALL)));
  }

  @Test
  void aHallMayGiveNumbersOnTheScreen() {
    assertTrue(onScreen(ready(SMALL + "kiosks: {withoutPaper: screen}\n")));
  }

  @Test
  void anythingElseIsToldWithFileAndKeyAndWhatIsExpected() {
    for (String came : new String[] {"paper", "SCREEN", "7", "true"}) {
      var problem = wrong(SMALL + "kiosks: {withoutPaper: " + came + "}\n").getFirst();
      assertEquals("hall.yaml", problem.file());
      assertEquals("kiosks.withoutPaper", problem.key());
      assertTrue(problem.expected().contains("refuse"), problem.text());
      assertTrue(problem.expected().contains("screen"), problem.text());
      assertTrue(problem.came().contains(came), problem.text());
    }
  }

  private static boolean onScreen(HallSetup hall) {
    var kiosk =
        Places.all(hall, Map.of()).stream()
            .filter(it -> it.role() == DeviceRole.KIOSK)
            .findFirst()
            .orElseThrow()
            .kiosk();
    assertNotNull(kiosk);
    return kiosk.onScreen();
  }
}
