package io.tidehall.device.view;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A small window beside a device's own, for what a desktop has no hardware for. */
public final class DesktopPanel {
  private DesktopPanel() {}

  /** Opens a panel where there is a display; from any thread. */
  public static void open(String title, Supplier<Parent> content) {
    if (!Toolkit.headless()) {
      Platform.runLater(
          () -> {
            var stage = new Stage();
            stage.setTitle(title);
            stage.setScene(scene(content.get()));
            stage.show();
          });
    }
  }

  /** A panel's content in the product's own looks; on the JavaFX thread. */
  public static Scene scene(Parent content) {
    content.getStyleClass().add("desktop-panel");
    var scene = new Scene(content);
    scene.getStylesheets().addAll(Shell.stylesheets("data:text/css,"));
    return scene;
  }
}
