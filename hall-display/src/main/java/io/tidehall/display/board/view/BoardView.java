package io.tidehall.display.board.view;

import io.tidehall.display.board.BoardPicture;
import io.tidehall.display.board.MediaShelf;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The hall board at 1920×1080. Its nodes are made once and filled again and again, so that a board
 * that runs for weeks stays as it began. All of it on the JavaFX thread.
 */
public final class BoardView extends VBox {
  private final Label hall = label("board-hall", "hall");
  private final Label trial = label("board-trial", "trial");
  private final Label status = label("board-status", "status");
  private final Label date = label("board-date", "date");
  private final Label clock = label("board-clock", "clock");
  private final CallsPane calls = new CallsPane();
  private final WordsPane instead = new WordsPane();
  private final GuidePane guide = new GuidePane();
  private final LinesPane lines = new LinesPane();
  private final WindowsPane windows = new WindowsPane();
  private final Label notice = label("board-notice", "notice");
  private final Label stale = label("board-stale", "stale");
  private final HBox body;
  private final VBox told = new VBox();
  private final MediaPane media;
  private final MediaPane beside;

  /** A board that shows the media of a shelf. */
  public BoardView(MediaShelf shelf) {
    media = new MediaPane("board-media", shelf);
    beside = new MediaPane("board-media-beside", shelf);
    getStyleClass().add("board");
    var left = new StackPane(calls, instead, guide, media);
    left.getStyleClass().add("left");
    told.getChildren().addAll(lines, windows);
    told.getStyleClass().add("told");
    var right = new StackPane(told, beside);
    right.getStyleClass().add("right");
    VBox.setVgrow(lines, Priority.ALWAYS);
    body = new HBox(left, right);
    body.getStyleClass().add("body");
    VBox.setVgrow(body, Priority.ALWAYS);
    notice.setMaxWidth(Double.MAX_VALUE);
    stale.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head(), body, new StackPane(notice, stale));
  }

  private HBox head() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    hall.setMinWidth(0);
    var head = new HBox(hall, trial, gap, status, date, clock);
    for (var fixed : new Label[] {trial, status, date, clock}) {
      fixed.setMinWidth(USE_PREF_SIZE);
    }
    head.getStyleClass().add("head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** Shows a picture. */
  public void show(BoardPicture picture) {
    var header = picture.header();
    hall.setText(header.hall());
    fill(trial, header.trial());
    fill(status, header.status());
    status.pseudoClassStateChanged(Styles.CLOSED, !header.open());
    date.setText(header.date());
    clock.setText(header.clock());
    switch (picture.centre()) {
      case BoardPicture.Centre.Calls it -> calls.show(it);
      case BoardPicture.Centre.Guide it -> guide.show(it);
      case BoardPicture.Centre.Words it -> instead.show(it);
    }
    calls.setVisible(picture.centre() instanceof BoardPicture.Centre.Calls);
    BoardPicture.Media now = picture.media();
    boolean free = now == null || now.beside();
    guide.setVisible(free && picture.centre() instanceof BoardPicture.Centre.Guide);
    guide.setManaged(guide.isVisible());
    instead.setVisible(free && picture.centre() instanceof BoardPicture.Centre.Words);
    lines.show(picture.lines());
    show(now);
    lines.setVisible(!picture.lines().rows().isEmpty());
    windows.show(picture.windows());
    windows.setVisible(!picture.windows().rows().isEmpty());
    setTranslateX(picture.drift().x());
    setTranslateY(picture.drift().y());
    fill(notice, picture.notice());
    fill(stale, picture.stale());
    boolean connecting =
        picture.centre() instanceof BoardPicture.Centre.Words it
            && it.why() == BoardPicture.Why.CONNECTING;
    body.pseudoClassStateChanged(Styles.STALE, stale.isVisible() && !connecting);
  }

  /** Calls are never hidden: beside them a picture stands over lines and windows. */
  private void show(BoardPicture.@Nullable Media now) {
    told.setVisible(now == null || !now.beside());
    media.show(now == null || now.beside() ? null : now);
    beside.show(now != null && now.beside() ? now : null);
  }

  /** Lets go what plays. */
  void letGo() {
    media.letGo();
    beside.letGo();
  }

  static Label label(String id, String... styles) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** Sets a text whose label takes no room while it is empty. */
  static void fill(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
