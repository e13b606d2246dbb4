package io.tidehall.kiosk.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/** The small parts that pages are made of. */
public final class Parts {
  private Parts() {}

  /** Words that wrap and are never cut off. */
  public static Label label(String text, String... classes) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /** A button as large as a finger; its id is for tests and technicians. */
  public static Button button(String id, String text, Runnable action, String... classes) {
    var button = new Button(text);
    button.setId(id);
    button.setWrapText(true);
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    button.getStyleClass().add("touch");
    button.getStyleClass().addAll(classes);
    return button;
  }

  /** A button made of a node, as wide as it may be. */
  public static Button tile(String id, Node content, Runnable action, String... classes) {
    var button = button(id, "", action, classes);
    button.setGraphic(content);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    if (content instanceof Region region) {
      // A graphic takes its preferred width otherwise, and long names would be cut off.
      region.prefWidthProperty().bind(button.widthProperty().subtract(56));
      region.maxWidthProperty().bind(button.widthProperty().subtract(56));
    }
    return button;
  }

  /** A column. */
  public static VBox column(String styleClass, Node... children) {
    var box = new VBox(children);
    box.getStyleClass().add(styleClass);
    return box;
  }

  /** A row. */
  public static HBox row(String styleClass, Node... children) {
    var box = new HBox(children);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add(styleClass);
    return box;
  }

  /** Takes the room that is left. */
  public static Region gap() {
    var gap = new Region();
    grow(gap);
    return gap;
  }

  /** Lets a node take the room that is left in its row or column. */
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  /** A sign in a round ground; the words beside it say the same. */
  public static StackPane sign(Sign sign, String... classes) {
    var path = new SVGPath();
    path.setContent(sign.path());
    path.getStyleClass().add("sign-path");
    var ground = new StackPane(path);
    ground.getStyleClass().add("sign");
    ground.getStyleClass().addAll(classes);
    return ground;
  }
}
