package io.tidehall.device.view;

import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.hardware.EmulatedButtons;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** A small window with a device's tactile buttons, for a desktop. */
public final class ButtonPanel {
  private ButtonPanel() {}

  /** Opens the panel when the buttons are emulated and there is a display; from any thread. */
  public static void open(String title, Buttons buttons, UnaryOperator<String> label) {
    if (buttons instanceof EmulatedButtons emulated) {
      DesktopPanel.open(title, () -> content(emulated, label));
    }
  }

  private static Parent content(EmulatedButtons buttons, UnaryOperator<String> label) {
    var panel = new FlowPane(12, 12);
    for (String name : buttons.names()) {
      var button = new Button(label.apply(name));
      button.setId("button-" + name);
      button.setOnMousePressed(_ -> buttons.contact(name, true));
      button.setOnMouseReleased(_ -> buttons.contact(name, false));
      panel.getChildren().add(button);
    }
    return panel;
  }
}
