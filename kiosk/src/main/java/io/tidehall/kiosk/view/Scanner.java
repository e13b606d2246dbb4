package io.tidehall.kiosk.view;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * A code scanner, which types what it has read and then presses Enter, as every one on USB does. A
 * pause begins anew, so that a stray key never becomes a part of a code.
 */
final class Scanner {
  private static final long PAUSE_NANOS = 1_000_000_000L;
  private static final int LONGEST = 200;

  private final StringBuilder read = new StringBuilder();
  private final Consumer<String> heard;
  private long last;

  private Scanner(Consumer<String> heard) {
    this.heard = heard;
  }

  /** Hears what is typed into a window. */
  static void listen(Scene scene, Consumer<String> heard) {
    var scanner = new Scanner(heard);
    scene.addEventFilter(KeyEvent.KEY_TYPED, scanner::typed);
  }

  private void typed(KeyEvent event) {
    long now = System.nanoTime();
    if (now - last > PAUSE_NANOS) {
      read.setLength(0);
    }
    last = now;
    for (char c : event.getCharacter().toCharArray()) {
      if (c == '\r' || c == '\n') {
        if (!read.isEmpty()) {
          heard.accept(read.toString());
          read.setLength(0);
        }
      } else if (!Character.isISOControl(c) && read.length() < LONGEST) {
        read.append(c);
      }
    }
    event.consume();
  }
}
