package io.tidehall.kiosk.view;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a screen does apart from what a finger does. While a finger is down nothing is
 * redrawn, or the touch would be lost with its button. The second tap of a double tap is dropped
 * when another page has come under the finger meanwhile: people used to mice tap everything twice.
 */
public final class Fingers<S> {
  private final Consumer<S> draw;
  private @Nullable S waiting;
  private boolean down;
  private boolean dropping;
  private int page;
  private int pressedOn;

  public Fingers(Node content, Consumer<S> draw) {
    this.draw = draw;
    content.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    content.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
  }

  /** Draws now or, while a finger is down, the latest when it is lifted. */
  public void show(S state) {
    if (down) {
      waiting = state;
    } else {
      draw.accept(state);
    }
  }

  /** Another page has come. */
  public void turned() {
    page++;
  }

  private void pressed(MouseEvent event) {
    down = true;
    if (event.getClickCount() <= 1) {
      pressedOn = page;
    }
    dropping = event.getClickCount() > 1 && pressedOn != page;
    if (dropping) {
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    if (dropping) {
      event.consume();
    }
    Platform.runLater(
        () -> {
          down = false;
          S latest = waiting;
          waiting = null;
          if (latest != null) {
            draw.accept(latest);
          }
        });
  }
}
