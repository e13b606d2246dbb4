package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Happening.Erase;
import io.tidehall.kiosk.flow.Happening.EraseAll;
import io.tidehall.kiosk.flow.Happening.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Letters and digits in the order of the phones that people type pinyin with. */
final class Keyboard {
  private static final List<String> ROWS =
      List.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");

  private Keyboard() {}

  static Node build(Page page) {
    var rows = new ArrayList<HBox>();
    for (String letters : ROWS) {
      var row = Parts.row("key-row");
      row.setAlignment(Pos.CENTER);
      for (String letter : letters.split("")) {
        String shown = letter.toUpperCase(Locale.ROOT);
        row.getChildren().add(key(page, "key-" + letter, shown, new Happening.Type(letter)));
      }
      rows.add(row);
    }
    var erase = key(page, "key-erase", page.say("key.erase"), new Erase());
    var clear = key(page, "key-clear", page.say("key.clear"), new EraseAll());
    erase.getStyleClass().add("key-word");
    clear.getStyleClass().add("key-word");
    rows.getLast().getChildren().addAll(erase, clear);
    var keyboard = Parts.column("keyboard", rows.toArray(Node[]::new));
    keyboard.setId("keyboard");
    return keyboard;
  }

  private static Button key(Page page, String id, String text, Touch touch) {
    return Parts.button(id, text, page.on(touch), "key");
  }
}
