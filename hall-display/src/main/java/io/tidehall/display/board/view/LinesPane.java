package io.tidehall.display.board.view;

import io.tidehall.display.Widths;
import io.tidehall.display.board.BoardPainter;
import io.tidehall.display.board.BoardPicture;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The business lines: who waits, how long, who is next. */
final class LinesPane extends VBox {
  private static final double[] WIDTHS = {62, 218, 84, 174, 138};
  private static final int LONG_NAME = 14;
  private static final int LONGEST_NAME = 18;

  /** Names in letters are longer and need fewer numbers beside them. */
  private static final double[] WIDTHS_IN_LETTERS = {62, 304, 80, 158, 72};

  private static final int LONG_NAME_IN_LETTERS = 18;
  private static final int LONGEST_NAME_IN_LETTERS = 23;

  /** Beyond this a name in letters takes two lines. */
  private static final int TWO_LINES_OF_LETTERS = 26;

  private static final int LONG_OUTLOOK = 12;

  private final Label title = BoardView.label("lines-title", "panel-title");
  private final Label page = BoardView.label("lines-page", "panel-page");
  private final GridPane grid = new GridPane();
  private final List<Label> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(
      Label prefix, Label name, Label waiting, Label outlook, Label worse, Label next) {
    List<Label> cells() {
      return List.of(prefix, name, waiting, outlook, worse, next);
    }
  }

  LinesPane() {
    getStyleClass().addAll("panel", "lines");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    grid.getStyleClass().add("lines-grid");
    VBox.setVgrow(grid, Priority.ALWAYS);
    for (int i = 0; i < WIDTHS.length; i++) {
      var column = new ColumnConstraints();
      column.setHalignment(i == 2 ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < 4; i++) {
      var head = BoardView.label("lines-column-" + (i + 1), "column");
      columns.add(head);
      grid.add(head, i == 0 ? 0 : i + 1, 0, i == 0 ? 2 : 1, 1);
    }
    grid.getRowConstraints().add(new RowConstraints());
    for (int i = 1; i <= BoardPainter.LINES; i++) {
      addRow(i);
    }
    getChildren().addAll(new HBox(title, gap, page), grid);
  }

  private void addRow(int number) {
    String id = "line-" + number;
    var row =
        new Row(
            BoardView.label(id + "-prefix", "prefix"),
            BoardView.label(id + "-name", "name"),
            BoardView.label(id + "-waiting", "figure"),
            BoardView.label(id + "-outlook", "outlook"),
            BoardView.label(id + "-worse", "worse"),
            BoardView.label(id + "-next", "next"));
    row.name.setWrapText(true);
    row.outlook.setWrapText(true);
    var wait = new VBox(row.outlook, row.worse);
    wait.setAlignment(Pos.CENTER_LEFT);
    grid.add(row.prefix, 0, number);
    grid.add(row.name, 1, number);
    grid.add(row.waiting, 2, number);
    grid.add(wait, 3, number);
    grid.add(row.next, 4, number);
    rows.add(row);
    var height = new RowConstraints();
    height.setVgrow(Priority.ALWAYS);
    height.setMaxHeight(68);
    grid.getRowConstraints().add(height);
  }

  void show(BoardPicture.Panel<BoardPicture.LineRow> panel) {
    title.setText(panel.title());
    page.setText(panel.page());
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).setText(panel.columns().get(i));
    }
    boolean letters = panel.columns().stream().allMatch(it -> Widths.of(it) == it.length());
    layOut(letters ? WIDTHS_IN_LETTERS : WIDTHS);
    for (int i = 0; i < rows.size(); i++) {
      boolean used = i < panel.rows().size();
      for (Label cell : rows.get(i).cells()) {
        cell.setVisible(used);
      }
      if (used) {
        fill(rows.get(i), panel.rows().get(i), letters);
      } else {
        BoardView.fill(rows.get(i).worse(), "");
      }
    }
  }

  private void layOut(double[] widths) {
    for (int i = 0; i < widths.length; i++) {
      var column = grid.getColumnConstraints().get(i);
      column.setMinWidth(widths[i]);
      column.setPrefWidth(widths[i]);
      column.setMaxWidth(widths[i]);
    }
  }

  private static void fill(Row row, BoardPicture.LineRow line, boolean letters) {
    row.prefix.setText(line.prefix());
    row.prefix.setVisible(!line.prefix().isEmpty());
    row.name.setText(line.name());
    int width = Widths.of(line.name());
    row.name.pseudoClassStateChanged(Styles.LETTERS, letters);
    row.name.pseudoClassStateChanged(Styles.TWO_LINES, letters && width > TWO_LINES_OF_LETTERS);
    row.name.pseudoClassStateChanged(
        Styles.LONG, width > (letters ? LONG_NAME_IN_LETTERS : LONG_NAME));
    row.name.pseudoClassStateChanged(
        Styles.LONGEST, width > (letters ? LONGEST_NAME_IN_LETTERS : LONGEST_NAME));
    row.waiting.setText(line.waiting());
    row.outlook.setText(line.outlook());
    BoardView.fill(row.worse, line.worse());
    row.outlook.pseudoClassStateChanged(Styles.WORSE, row.worse.isVisible());
    row.outlook.pseudoClassStateChanged(Styles.LONG, Widths.of(line.outlook()) > LONG_OUTLOOK);
    row.outlook.pseudoClassStateChanged(Styles.CLOSED, line.closed());
    row.next.setText(line.next());
  }
}
