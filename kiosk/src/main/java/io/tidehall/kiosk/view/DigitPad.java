package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Ten digits as a telephone has them, with keys to take one or all of them away. */
final class DigitPad {
  private static final List<String> KEYS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "");

  private DigitPad() {}

  static Node keys(Page page) {
    var cells = new ArrayList<Node>();
    for (String key : KEYS) {
      cells.add(
          key.isEmpty()
              ? new Region()
              : wide(Parts.button("digit-" + key, key, page.on(new Happening.Type(key)), "digit")));
    }
    cells.set(
        KEYS.size() - 1,
        wide(Parts.button("key-erase", page.say("key.erase"), page.on(new Happening.Erase()))));
    cells.set(
        KEYS.size() - 3,
        wide(Parts.button("key-clear", page.say("key.clear"), page.on(new Happening.EraseAll()))));
    return Parts.grid(3, 4, cells);
  }

  private static Button wide(Button button) {
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return button;
  }
}
