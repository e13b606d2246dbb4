package io.tidehall.display.pad.view;

import io.tidehall.display.Widths;
import io.tidehall.display.pad.PadPicture;
import io.tidehall.protocol.Act;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The call pad's small screen at 480×320, with the same six buttons as the real pad: on a desk
 * without one it is the emulator.
 */
public final class PadView extends VBox {
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");
  private static final int ONE_LINE = 50;
  private static final int COLUMNS = 3;

  private final Label window = label("pad-window", "window");
  private final Label waiting = label("pad-waiting", "waiting");
  private final Label number = label("pad-number", "number");
  private final Label stage = label("pad-stage", "stage");
  private final Label message = label("pad-message", "message");
  private final HBox now = new HBox();
  private final Map<Act.Button, Button> keys = new EnumMap<>(Act.Button.class);
  private Consumer<Act.Button> press = _ -> {};

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
    for (var button : Act.Button.values()) {
      var key = new Button();
      key.setId("pad-" + button.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      key.setFocusTraversable(false);
      key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      key.setOnAction(_ -> press.accept(button));
      keys.put(button, key);
      grid.add(key, place % COLUMNS, place / COLUMNS);
      place++;
    }
    return grid;
  }

  /** Who is told of the buttons pressed on this screen. */
  public void onPress(Consumer<Act.Button> listener) {
    press = listener;
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
