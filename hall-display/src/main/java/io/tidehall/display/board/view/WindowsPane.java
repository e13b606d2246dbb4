package io.tidehall.display.board.view;

import io.tidehall.display.board.BoardPainter;
import io.tidehall.display.board.BoardPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** Every window in short: what it does stands in words, and those on duty and tidal ones say so. */
final class WindowsPane extends VBox {
  private final Label title = BoardView.label("windows-title", "panel-title");
  private final Label page = BoardView.label("windows-page", "panel-page");
  private final List<Tile> tiles = new ArrayList<>();

  WindowsPane() {
    getStyleClass().addAll("panel", "windows");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var grid = new TilePane();
    grid.setPrefColumns(4);
    grid.getStyleClass().add("tiles");
    for (int i = 1; i <= BoardPainter.WINDOWS; i++) {
      var tile = new Tile(i);
      tiles.add(tile);
      grid.getChildren().add(tile);
    }
    getChildren().addAll(new HBox(title, gap, page), grid);
  }

  void show(BoardPicture.Panel<BoardPicture.WindowTile> panel) {
    title.setText(panel.title());
    page.setText(panel.page());
    for (int i = 0; i < tiles.size(); i++) {
      boolean used = i < panel.rows().size();
      tiles.get(i).setVisible(used);
      tiles.get(i).setManaged(used);
      if (used) {
        tiles.get(i).show(panel.rows().get(i));
      }
    }
  }

  /** One window. */
  private static final class Tile extends VBox {
    private final Label window;
    private final Label tag;
    private final Label number;
    private final Label opensIn;
    private final Label state;

    Tile(int place) {
      String id = "window-" + place;
      setId(id);
      getStyleClass().add("window");
      window = BoardView.label(id + "-window", "window-number");
      tag = BoardView.label(id + "-tag", "tag");
      number = BoardView.label(id + "-number", "ticket");
      opensIn = BoardView.label(id + "-opens-in", "opens-in");
      state = BoardView.label(id + "-state", "state");
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      var top = new HBox(window, gap, number, opensIn);
      top.setAlignment(Pos.BASELINE_LEFT);
      top.getStyleClass().add("window-top");
      var rest = new Region();
      HBox.setHgrow(rest, Priority.ALWAYS);
      var foot = new HBox(state, rest, tag);
      foot.setAlignment(Pos.BASELINE_LEFT);
      getChildren().addAll(top, foot);
    }

    void show(BoardPicture.WindowTile tile) {
      window.setText(tile.window());
      BoardView.fill(tag, tile.tag());
      BoardView.fill(number, tile.number());
      BoardView.fill(opensIn, tile.opensIn());
      state.setText(tile.state());
      for (var tone : BoardPicture.WindowTone.values()) {
        pseudoClassStateChanged(
            PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            tone == tile.tone());
      }
    }
  }
}
