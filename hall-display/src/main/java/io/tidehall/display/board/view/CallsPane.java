package io.tidehall.display.board.view;

import io.tidehall.display.board.BoardPainter;
import io.tidehall.display.board.BoardPicture;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The latest calls: the newest largest, readable from eight metres. */
final class CallsPane extends VBox {
  private final Label title = BoardView.label("calls-title", "panel-title");
  private final Label page = BoardView.label("calls-page", "panel-page");
  private final List<CallPane> rows = new ArrayList<>();

  CallsPane() {
    getStyleClass().add("calls");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().add(new HBox(title, gap, page));
    for (int i = 1; i <= BoardPainter.CALLS; i++) {
      var row = new CallPane(i);
      rows.add(row);
      getChildren().add(row);
    }
  }

  void show(BoardPicture.Centre.Calls calls) {
    title.setText(calls.title());
    page.setText(calls.page());
    for (int i = 0; i < rows.size(); i++) {
      boolean used = i < calls.rows().size();
      if (used) {
        rows.get(i).show(calls.rows().get(i));
      } else {
        rows.get(i).clear();
      }
    }
  }
}
