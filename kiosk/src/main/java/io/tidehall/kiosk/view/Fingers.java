package io.tidehall.kiosk.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a screen does apart from what a finger does. While a finger is down nothing is
 * redrawn, or the touch would be lost with its button. The second tap of a double tap is dropped
 * when another page has come under the finger meanwhile: people used to mice tap everything twice.
 * A finger that slips a little off its button still means it, and how long it rests does not
 * matter.
 */
public final class Fingers<S> {
  /**
   * About 12 mm on a kiosk: what an unsteady finger slips, and less than to the next button's
   * middle.
   */
  private static final double SLIP = 70;

  private final Node content;
  private final Consumer<S> draw;
  private @Nullable ButtonBase meant;
  private Point2D at = Point2D.ZERO;
  private @Nullable S waiting;
  private boolean down;
  private boolean dropping;
  private int page;
  private int pressedOn;
  private final List<Hold> holds = new ArrayList<>();

  private record Hold(Predicate<Node> where, PauseTransition rest) {}

  public Fingers(Node content, Consumer<S> draw) {
    this.content = content;
    this.draw = draw;
    content.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    content.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    content.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
  }

  /**
   * Something happens when a finger has rested on such a node for so long; what the finger would
   * have touched by being lifted does not happen then.
   */
  public void hold(Predicate<Node> where, Duration time, Runnable held) {
    var rest = new PauseTransition(javafx.util.Duration.millis((double) time.toMillis()));
    rest.setOnFinished(
        _ -> {
          meant = null;
          dropping = true;
          down = false;
          held.run();
        });
    holds.add(new Hold(where, rest));
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
    meant = button(event.getTarget());
    at = content.sceneToLocal(event.getSceneX(), event.getSceneY());
    if (event.getClickCount() <= 1) {
      pressedOn = page;
    }
    dropping = event.getClickCount() > 1 && pressedOn != page;
    if (dropping) {
      event.consume();
    }
    for (Hold hold : holds) {
      if (within(event.getTarget(), hold.where())) {
        hold.rest().playFromStart();
      }
    }
  }

  private void dragged(MouseEvent event) {
    if (content.sceneToLocal(event.getSceneX(), event.getSceneY()).distance(at) > SLIP) {
      holds.forEach(it -> it.rest().stop());
    }
  }

  private static boolean within(Object target, Predicate<Node> where) {
    for (Node node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
      if (where.test(node)) {
        return true;
      }
    }
    return false;
  }

  private void released(MouseEvent event) {
    holds.forEach(it -> it.rest().stop());
    if (dropping) {
      event.consume();
    } else {
      slipped(event);
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

  /** The button does not hear of a finger that is lifted beside it. */
  private void slipped(MouseEvent event) {
    ButtonBase button = meant;
    meant = null;
    Point2D lifted = content.sceneToLocal(event.getSceneX(), event.getSceneY());
    if (button != null
        && !button.isDisabled()
        && !button.contains(button.sceneToLocal(event.getSceneX(), event.getSceneY()))
        && lifted.distance(at) <= SLIP) {
      button.fire();
    }
  }

  private static @Nullable ButtonBase button(Object target) {
    for (Node node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
      if (node instanceof ButtonBase button) {
        return button;
      }
    }
    return null;
  }
}
