package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.World;
import java.util.function.Consumer;

/**
 * What a page is built from.
 *
 * @param wide whether the screen is mounted sideways
 */
record Page(Kiosk kiosk, Words words, boolean wide, Consumer<Touch> touched) {
  World world() {
    return kiosk.world();
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  /** Whether everything is a quarter larger, so that fewer things fit. */
  boolean large() {
    return kiosk.comfort().large();
  }

  /** So many rows as fit, of those that fit usually. */
  int rows(int usual) {
    return large() ? Math.max(2, (int) (usual * 0.72)) : usual;
  }

  Runnable on(Touch touch) {
    return () -> touched.accept(touch);
  }
}
