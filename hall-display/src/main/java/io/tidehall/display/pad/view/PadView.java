package io.tidehall.display.pad.view;

import io.tidehall.display.Widths;
import io.tidehall.display.pad.PadKeys;
import io.tidehall.display.pad.PadPicture;
import io.tidehall.protocol.Act;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The call pad's small screen at 480×320, with the same keys as the real pad: on a desk without one
 * it is the emulator.
 */
public final class PadView extends VBox {
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");
  private static final int ONE_LINE = 50;
  private static final int COLUMNS = 4;

  private final Label window = label("pad-window", "window");
  private final Label waiting = label("pad-waiting", "waiting");
  private final Label number = label("pad-number", "number");
  private final Label stage = label("pad-stage", "stage");
  private final Label message = label("pad-message", "message");
  private final HBox now = new HBox();
  private final Map<Act.Button, Button> keys = new EnumMap<>(Act.Button.class);
  private BiConsumer<Act.Button, Boolean> move = (_, _) -> {};

  public PadView() {
    getStyleClass().add("pad");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(window, gap, waiting);
    head.getStyleClass().add("head");
    head.setAlignment(Pos.CENTER_LEFT);
    now.getChildren().addAll(number, stage);
    now.getStyleClass().add("now");
    now.setAlignment(Pos.BASELINE_CENTER);
    now.setMaxHeight(USE_PREF_SIZE);
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    var middle = new StackPane(now, message);
    middle.getStyleClass().add("middle");
    StackPane.setAlignment(message, Pos.BOTTOM_CENTER);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(head, middle, keys());
  }

  private GridPane keys() {
    var grid = new GridPane();
    grid.getStyleClass().add("keys");
    for (int i = 0; i < COLUMNS; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    int place = 0;
    for (var button : PadKeys.ALL) {
      Button key = key(button);
      keys.put(button, key);
      // The last key takes what is left of its row.
      boolean last = place == PadKeys.ALL.size() - 1;
      grid.add(key, place % COLUMNS, place / COLUMNS, last ? COLUMNS - place % COLUMNS : 1, 1);
      place++;
    }
    return grid;
  }

  private Button key(Act.Button button) {
    var key = new Button();
    key.setId("pad-" + button.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    key.setFocusTraversable(false);
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    key.armedProperty().addListener((_, _, armed) -> move.accept(button, armed));
    var second = label("pad-held-" + key.getId().substring(4), "second");
    key.setGraphic(second);
    key.setContentDisplay(ContentDisplay.BOTTOM);
    return key;
  }

  /** Who is told which keys go down and up on this screen. */
  public void onMove(BiConsumer<Act.Button, Boolean> listener) {
    move = listener;
  }

  /** Shows a picture. */
  public void show(PadPicture picture) {
    window.setText(picture.window());
    waiting.setText(picture.waiting());
    number.setText(picture.number());
    number.setManaged(!picture.number().isEmpty());
    stage.pseudoClassStateChanged(ALONE, picture.number().isEmpty());
    stage.setText(picture.stage());
    stage.pseudoClassStateChanged(LONG, Widths.of(picture.stage()) > 14);
    message.setText(picture.message());
    // Two lines need the room that the number can spare.
    now.pseudoClassStateChanged(CROWDED, Widths.of(picture.message()) > ONE_LINE);
    message.setVisible(!picture.message().isEmpty());
    for (var mood : PadPicture.Mood.values()) {
      message.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(mood.name().toLowerCase(Locale.ROOT)), mood == picture.mood());
    }
    for (var key : picture.keys()) {
      show(key);
    }
  }

  private void show(PadPicture.Key key) {
    Button button = keys.get(key.button());
    if (button == null) {
      return;
    }
    button.setText(key.label());
    if (button.getGraphic() instanceof Label second) {
      second.setText(key.second());
      second.setVisible(!key.second().isEmpty());
      second.setManaged(second.isVisible());
    }
    for (var use : PadPicture.Use.values()) {
      button.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(use.name().toLowerCase(Locale.ROOT)), use == key.use());
    }
  }

  private static Label label(String id, String style) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }
}
