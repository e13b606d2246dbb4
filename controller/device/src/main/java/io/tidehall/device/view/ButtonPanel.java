package io.tidehall.device.view;

import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.hardware.EmulatedButtons;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;

/** A small window with a device's tactile buttons, for a desktop. */
public final class ButtonPanel {
  private ButtonPanel() {}

  /** Opens the panel when the buttons are emulated and there is a display; from any thread. */
  public static void open(String title, Buttons buttons, UnaryOperator<String> label) {
    if (buttons instanceof EmulatedButtons emulated && !Toolkit.headless()) {
      Platform.runLater(() -> show(title, emulated, label));
    }
  }

  private static void show(String title, EmulatedButtons buttons, UnaryOperator<String> label) {
    var panel = new FlowPane(12, 12);
    panel.setStyle("-fx-padding: 16px; -fx-font-size: 16px;");
    for (String name : buttons.names()) {
      var button = new Button(label.apply(name));
      button.setId("button-" + name);
      button.setOnMousePressed(_ -> buttons.contact(name, true));
      button.setOnMouseReleased(_ -> buttons.contact(name, false));
      panel.getChildren().add(button);
    }
    var scene = new Scene(panel);
    scene.getStylesheets().addAll(Shell.stylesheets("data:text/css,"));
    var stage = new Stage();
    stage.setTitle(title);
    stage.setScene(scene);
    stage.show();
  }
}
