package io.tidehall.device.view;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Lays its content out at one size and scales it, centred, to the room there is. */
final class ScaledPane extends Pane {
  private final Pane frame;
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final ScreenSize size;

  ScaledPane(Region content, ScreenSize size) {
    this.size = size;
    this.frame = new Pane(content);
    content.setMinSize(size.width(), size.height());
    content.setPrefSize(size.width(), size.height());
    content.setMaxSize(size.width(), size.height());
    frame.setManaged(false);
    // On the frame, not on the content: a picture of the content has the pure size.
    frame.getTransforms().add(scale);
    getChildren().add(frame);
  }

  @Override
  protected void layoutChildren() {
    double factor = Math.min(getWidth() / size.width(), getHeight() / size.height());
    scale.setX(factor);
    scale.setY(factor);
    frame.resizeRelocate(
        (getWidth() - size.width() * factor) / 2,
        (getHeight() - size.height() * factor) / 2,
        size.width(),
        size.height());
  }
}
