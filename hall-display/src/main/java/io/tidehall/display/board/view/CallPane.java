package io.tidehall.display.board.view;

import io.tidehall.display.Widths;
import io.tidehall.display.board.BoardPicture;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

/** One call: number, arrow, window, and where it is. */
final class CallPane extends HBox {
  /** One slow brightening, never a flash: nothing repeats. */
  private static final Duration APPEARS = Duration.millis(600);

  private static final String ARROW = "M0 10 H34 V0 L56 16 L34 32 V22 H0 Z";

  private final Label number;
  private final Label times;
  private final Label before;
  private final Label window;
  private final Label after;
  private final Label where;
  private String shown = "";

  CallPane(int row) {
    String id = "call-" + row;
    setId(id);
    getStyleClass().addAll("call", row == 1 ? "hero" : "row");
    number = BoardView.label(id + "-number", "number");
    times = BoardView.label(id + "-times", "times");
    before = BoardView.label(id + "-before", "unit");
    window = BoardView.label(id + "-window", "number");
    after = BoardView.label(id + "-after", "unit");
    where = BoardView.label(id + "-where", "where");
    for (var fixed : new Label[] {number, times, before, window, after}) {
      fixed.setMinWidth(USE_PREF_SIZE);
    }
    where.setWrapText(row == 1);
    var arrow = new SVGPath();
    arrow.setContent(ARROW);
    arrow.getStyleClass().add("arrow");
    HBox called = row == 1 ? new HBox(number) : new HBox(number, times);
    called.setAlignment(Pos.BASELINE_LEFT);
    called.setMaxHeight(USE_PREF_SIZE);
    called.getStyleClass().add("called");
    var to = new HBox(before, window, after);
    to.getStyleClass().add("to");
    to.setAlignment(Pos.BASELINE_LEFT);
    var target = row == 1 ? new VBox(to, times, where) : new VBox(to, where);
    target.getStyleClass().add("target");
    target.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(target, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(called, new StackPane(arrow), target);
  }

  /** Leaves an empty place, so that the board keeps its shape. */
  void clear() {
    getChildren().forEach(it -> it.setVisible(false));
    pseudoClassStateChanged(Styles.EMPTY, true);
    pseudoClassStateChanged(Styles.FRESH, false);
    shown = "";
  }

  void show(BoardPicture.CallRow call) {
    getChildren().forEach(it -> it.setVisible(true));
    pseudoClassStateChanged(Styles.EMPTY, false);
    number.setText(call.number());
    BoardView.fill(times, call.times());
    BoardView.fill(before, call.windowBefore());
    window.setText(call.window());
    BoardView.fill(after, call.windowAfter());
    BoardView.fill(where, call.where());
    number.pseudoClassStateChanged(Styles.LONG, Widths.of(call.number()) > 4);
    window.pseudoClassStateChanged(Styles.LONG, Widths.of(call.window()) > 2);
    pseudoClassStateChanged(Styles.RECALLED, !call.times().isEmpty());
    pseudoClassStateChanged(Styles.DETAILED, !call.where().isEmpty());
    pseudoClassStateChanged(Styles.FRESH, call.fresh());
    String now = call.fresh() ? call.number() + call.times() : "";
    if (!now.isEmpty() && !now.equals(shown)) {
      var appear = new FadeTransition(APPEARS, this);
      appear.setFromValue(0.5);
      appear.setToValue(1);
      appear.play();
    }
    shown = now;
  }
}
