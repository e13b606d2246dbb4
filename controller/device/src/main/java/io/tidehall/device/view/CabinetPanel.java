package io.tidehall.device.view;

import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.hardware.EmulatedCabinet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;

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
    if (cabinet instanceof EmulatedCabinet emulated && !Toolkit.headless()) {
      Platform.runLater(
          () -> {
            var scene = new Scene(content(emulated, label));
            scene.getStylesheets().addAll(Shell.stylesheets("data:text/css,"));
            var stage = new Stage();
            stage.setTitle(title);
            stage.setScene(scene);
            stage.show();
          });
    }
  }

  /** The panel's content; on the JavaFX thread. */
  public static Parent content(EmulatedCabinet cabinet, UnaryOperator<String> label) {
    var lamps = new LinkedHashMap<String, Circle>();
    var light = new HBox(18);
    for (String lamp : cabinet.lamps()) {
      var bulb = new Circle(18, DARK);
      bulb.setId(lamp);
      bulb.setStroke(Color.web("#5b6770"));
      lamps.put(lamp, bulb);
      var name = new VBox(4, bulb, new Label(label.apply(lamp)));
      name.setAlignment(Pos.CENTER);
      light.getChildren().add(name);
    }
    cabinet.onLight(
        () -> Platform.runLater(() -> lamps.forEach((lamp, bulb) -> paint(cabinet, lamp, bulb))));
    lamps.forEach((lamp, bulb) -> paint(cabinet, lamp, bulb));
    var sensors = new HBox(12);
    for (String sensor : cabinet.sensors()) {
      var toggle = new ToggleButton(label.apply(sensor));
      toggle.setId("sensor-" + sensor);
      toggle.setOnAction(_ -> cabinet.sense(sensor, toggle.isSelected()));
      sensors.getChildren().add(toggle);
    }
    var panel = new VBox(16, light, sensors);
    panel.setStyle("-fx-padding: 16px; -fx-font-size: 16px; -fx-background-color: white;");
    return panel;
  }

  private static void paint(EmulatedCabinet cabinet, String lamp, Circle bulb) {
    bulb.setFill(cabinet.lit().contains(lamp) ? COLOURS.getOrDefault(lamp, Color.BLACK) : DARK);
  }
}
