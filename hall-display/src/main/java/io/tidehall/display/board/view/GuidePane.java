package io.tidehall.display.board.view;

import io.tidehall.display.Widths;
import io.tidehall.display.board.BoardPicture;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an item needs, while nobody is called. */
final class GuidePane extends VBox {
  private static final int ROWS = 6;
  private static final int LONG_NAME = 36;
  private static final int LONG_MATERIAL = 58;

  private final Label title = BoardView.label("guide-title", "title");
  private final Label item = BoardView.label("guide-item", "item");
  private final Label materialsTitle = BoardView.label("guide-materials", "materials");
  private final List<Label> materials = new ArrayList<>();
  private final Label more = BoardView.label("guide-more", "more");
  private final Label promise = BoardView.label("guide-promise", "fact");
  private final Label fee = BoardView.label("guide-fee", "fact");
  private final Label line = BoardView.label("guide-line", "line");

  GuidePane() {
    getStyleClass().addAll("instead", "guide");
    item.setWrapText(true);
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(title, item, materialsTitle);
    for (int i = 1; i <= ROWS; i++) {
      var material = BoardView.label("guide-material-" + i, "material");
      material.setWrapText(true);
      materials.add(material);
    }
    getChildren().addAll(materials);
    var facts = new HBox(promise, fee);
    facts.getStyleClass().add("facts");
    getChildren().addAll(more, gap, facts, line);
  }

  void show(BoardPicture.Centre.Guide guide) {
    title.setText(guide.title());
    item.setText(guide.item());
    item.pseudoClassStateChanged(Styles.LONG, Widths.of(guide.item()) > LONG_NAME);
    materialsTitle.setText(guide.materialsTitle());
    for (int i = 0; i < ROWS; i++) {
      String text = i < guide.materials().size() ? guide.materials().get(i) : "";
      BoardView.fill(materials.get(i), text.isEmpty() ? "" : (i + 1) + "  " + text);
      materials.get(i).pseudoClassStateChanged(Styles.LONG, Widths.of(text) > LONG_MATERIAL);
    }
    BoardView.fill(more, guide.more());
    BoardView.fill(promise, guide.promise());
    BoardView.fill(fee, guide.fee());
    BoardView.fill(line, guide.line());
  }
}
