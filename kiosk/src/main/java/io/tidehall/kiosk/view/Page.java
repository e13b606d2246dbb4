package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.World;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

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

  Runnable on(Touch touch) {
    return () -> touched.accept(touch);
  }

  /** A grid of equal cells that keeps its cells' size on a page that is not full. */
  static GridPane grid(int columns, int rows, List<? extends Node> cells) {
    var grid = new GridPane();
    grid.getStyleClass().add("grid");
    for (int i = 0; i < columns; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < rows; i++) {
      var row = new RowConstraints();
      row.setPercentHeight(100.0 / rows);
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
    for (int i = 0; i < cells.size(); i++) {
      grid.add(cells.get(i), i % columns, i / columns);
    }
    return Parts.grow(grid);
  }
}
