package io.tidehall.display.board.view;

import io.tidehall.display.Widths;
import io.tidehall.display.board.BoardPicture;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where the calls would: nobody called yet, closed, or connecting. */
final class WordsPane extends VBox {
  private final Label headline = BoardView.label("board-headline", "headline");
  private final Label detail = BoardView.label("board-detail", "detail");
  private final Label more = BoardView.label("board-more", "more");

  WordsPane() {
    getStyleClass().add("instead");
    setAlignment(Pos.CENTER);
    for (var label : new Label[] {headline, detail, more}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
      getChildren().add(label);
    }
  }

  void show(BoardPicture.Centre.Words words) {
    setId("board-" + words.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    headline.setText(words.headline());
    headline.pseudoClassStateChanged(Styles.LONG, Widths.of(words.headline()) > 15);
    BoardView.fill(detail, words.detail());
    BoardView.fill(more, words.more());
  }
}
