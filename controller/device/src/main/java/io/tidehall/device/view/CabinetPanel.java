package io.tidehall.device.view;

import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.hardware.EmulatedCabinet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** A small window with a cabinet's lamps to be seen and its sensors to be switched. */
public final class CabinetPanel {
  private static final Color DARK = Color.web("#d5dbe0");
  private static final Map<String, Color> COLOURS =
      Map.of(
          "light-green", Color.web("#0a8a4b"),
          "light-amber", Color.web("#f2a600"),
          "light-red", Color.web("#d0021b"));

  private CabinetPanel() {}

  /** Opens the panel when the cabinet is emulated and there is a display; from any thread. */
  public static void open(String title, Cabinet cabinet, UnaryOperator<String> label) {
    if (cabinet instanceof EmulatedCabinet emulated) {
      DesktopPanel.open(title, () -> content(emulated, label));
    }
  }

  /** The panel's content; on the JavaFX thread. */
  public static Parent content(EmulatedCabinet cabinet, UnaryOperator<String> label) {
    var lamps = new LinkedHashMap<String, Circle>();
    var light = new HBox();
    light.getStyleClass().addAll("card", "desktop-lamps");
    for (String lamp : cabinet.lamps()) {
      var bulb = new Circle(18, DARK);
      bulb.setId(lamp);
      bulb.setStroke(Color.web("#5b6770"));
      lamps.put(lamp, bulb);
      var name = new VBox(6, bulb, new Label(label.apply(lamp)));
      name.setAlignment(Pos.CENTER);
      HBox.setHgrow(name, Priority.ALWAYS);
      light.getChildren().add(name);
    }
    cabinet.onLight(
        () -> Platform.runLater(() -> lamps.forEach((lamp, bulb) -> paint(cabinet, lamp, bulb))));
    lamps.forEach((lamp, bulb) -> paint(cabinet, lamp, bulb));
    var panel = new VBox(light);
    for (String sensor : cabinet.sensors()) {
      var toggle = new ToggleButton(label.apply(sensor));
      toggle.setId("sensor-" + sensor);
      toggle.setMaxWidth(Double.MAX_VALUE);
      toggle.setOnAction(_ -> cabinet.sense(sensor, toggle.isSelected()));
      panel.getChildren().add(toggle);
    }
    return panel;
  }

  private static void paint(EmulatedCabinet cabinet, String lamp, Circle bulb) {
    bulb.setFill(cabinet.lit().contains(lamp) ? COLOURS.getOrDefault(lamp, Color.BLACK) : DARK);
  }
}
