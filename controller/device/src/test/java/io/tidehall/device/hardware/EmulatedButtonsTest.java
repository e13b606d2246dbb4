package io.tidehall.device.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class EmulatedButtonsTest extends ButtonsContract {
  private EmulatedButtons emulated = new EmulatedButtons(NAMES);

  @Override
  protected Buttons open(LongSupplier nanos) {
    emulated = new EmulatedButtons(NAMES, nanos);
    return emulated;
  }

  @Override
  protected void contact(String name, boolean down) {
    emulated.contact(name, down);
  }

  @Test
  void anUnknownButtonIsRefusedByName() {
    assertThrows(IllegalArgumentException.class, () -> emulated.contact("coffee", true));
  }

  @Test
  void twoButtonsOfOneNameAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new EmulatedButtons(List.of("next", "next")));
  }

  @Test
  void afterClosingNothingIsTold() {
    var pressed = new ArrayList<String>();
    emulated.onPress(pressed::add);
    emulated.close();
    emulated.contact("next", true);
    assertEquals(List.of(), pressed);
  }
}
