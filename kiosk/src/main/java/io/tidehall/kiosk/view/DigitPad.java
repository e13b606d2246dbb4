package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/**
 * Ten digits with keys to take one or all of them away, in three rows: four, as on a telephone,
 * would be lower than a finger is broad.
 */
final class DigitPad {
  private static final String CLEAR = "clear";
  private static final int COLUMNS = 4;
  private static final String ERASE = "erase";

  private static final List<String> KEYS =
      List.of("1", "2", "3", CLEAR, "4", "5", "6", ERASE, "7", "8", "9", "0");

  private DigitPad() {}

  static Node keys(Page page) {
    return Parts.grid(COLUMNS, 3, KEYS.stream().map(key -> wide(key(page, key))).toList());
  }

  private static Button key(Page page, String key) {
    return switch (key) {
      case ERASE ->
          Parts.button("key-erase", page.say("key.erase"), page.on(new Happening.Erase()));
      case CLEAR ->
          Parts.button("key-clear", page.say("key.clear"), page.on(new Happening.EraseAll()));
      default -> Parts.button("digit-" + key, key, page.on(new Happening.Type(key)), "digit");
    };
  }

  /** What was typed, under its name; beside it where the screen is low. */
  static Node field(Page page, String name, Label typed) {
    var label = Parts.label(name, "small", "quiet");
    return Parts.grow(
        page.wide()
            ? Parts.row("digit-field", Parts.grow(label), typed)
            : Parts.column("digit-field", label, typed));
  }

  private static Button wide(Button button) {
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return button;
  }
}
