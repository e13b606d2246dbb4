package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.view.Pictures;
import io.tidehall.device.view.Pulses;
import io.tidehall.device.view.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** A finger, two eyes and a camera for a real window. */
public final class Taps {
  private final Shell shell;

  /** A finger's breadth, by which one tap differs from the next. */
  private static final double ASIDE = 12;

  private final BaseRobot finger = new FxRobot().robotContext().getBaseRobot();
  private double aside = ASIDE;
  private double highest;

  public Taps(Shell shell) {
    this.shell = shell;
  }

  /** From now on no picture may have a button above this share of the screen's height. */
  public void nothingToTouchAbove(double share) {
    highest = share;
  }

  /** As people do it: never twice at the very same point, which would be a double tap. */
  public void tap(String id) {
    aside = -aside;
    Bounds bounds = place(id);
    click(bounds.getCenterX() + aside, bounds.getCenterY());
    settle();
  }

  /**
   * Two taps at the same place so quick that the second counts as one with the first; what the
   * first has done is on the screen by then. A machine may be too slow for a robot's.
   */
  public void doubleTap(String id) {
    Bounds bounds = place(id);
    click(bounds.getCenterX(), bounds.getCenterY());
    settle();
    Shell.onFx(
        () -> {
          Node under = under(shell.content(), bounds.getCenterX(), bounds.getCenterY());
          Event.fireEvent(under, second(MouseEvent.MOUSE_PRESSED, under, bounds));
          Event.fireEvent(under, second(MouseEvent.MOUSE_RELEASED, under, bounds));
          return under;
        });
    settle();
  }

  /** The topmost node there that takes a touch, or the whole screen. */
  private static Node under(Node node, double x, double y) {
    if (node instanceof Parent parent && !(node instanceof ButtonBase)) {
      for (Node child : parent.getChildrenUnmodifiable().reversed()) {
        boolean there =
            child.isVisible()
                && !child.isMouseTransparent()
                && child.localToScreen(child.getLayoutBounds()).contains(x, y);
        if (there && under(child, x, y) instanceof ButtonBase button) {
          return button;
        }
      }
    }
    return node;
  }

  private static MouseEvent second(EventType<MouseEvent> type, Node under, Bounds bounds) {
    double x = bounds.getCenterX();
    double y = bounds.getCenterY();
    Point2D at = under.getScene().getRoot().screenToLocal(x, y);
    boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        x,
        y,
        MouseButton.PRIMARY,
        2,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  /**
   * Presses in a button's middle, slides so far to the right by the screen's measure, and lifts.
   */
  public void slide(String id, double pixels) {
    Bounds bounds = place(id);
    double scale = Shell.onFx(() -> shell.content().getLocalToSceneTransform().getMxx());
    press(bounds.getCenterX(), bounds.getCenterY());
    release(bounds.getCenterX() + pixels * scale, bounds.getCenterY());
    settle();
  }

  /** Presses near the upper edge of a button and lifts above it. */
  public void slipOff(String id, double pixels) {
    Bounds bounds = place(id);
    double scale = Shell.onFx(() -> shell.content().getLocalToSceneTransform().getMxx());
    press(bounds.getCenterX(), bounds.getMinY() + 4 * scale);
    release(bounds.getCenterX(), bounds.getMinY() + (4 - pixels) * scale);
    settle();
  }

  /** Rests a finger on a node until another is there, and lifts it. */
  public void holdUntil(String id, String other) {
    Bounds bounds = place(id);
    press(bounds.getCenterX(), bounds.getCenterY());
    sees(other);
    release(bounds.getCenterX(), bounds.getCenterY());
    settle();
  }

  /** Waits until a node is there. */
  public void sees(String id) {
    Awaitility.await(id).until(() -> has(id));
  }

  public void gone(String id) {
    Awaitility.await("no " + id).until(() -> !has(id));
  }

  public void seesText(String id, String text) {
    Awaitility.await(id + " says " + text).until(() -> says(id).equals(Optional.of(text)));
  }

  public boolean has(String id) {
    return Shell.onFx(() -> shell.content().lookup(id) != null);
  }

  /** Whether it takes no touches. */
  public boolean off(String id) {
    return Shell.onFx(() -> Objects.requireNonNull(find(id), id).isDisabled());
  }

  public String text(String id) {
    return says(id).orElseThrow(() -> new AssertionError("expected the words of " + id));
  }

  private Optional<String> says(String id) {
    return Shell.onFx(() -> Optional.ofNullable(find(id)).map(it -> ((Labeled) it).getText()));
  }

  /** Waits until what was done has had its effects, and those theirs, and all is laid out. */
  public void settle() {
    Pulses.settle(() -> shell.content().getScene());
  }

  private void click(double x, double y) {
    press(x, y);
    release(x, y);
  }

  private void press(double x, double y) {
    finger.moveMouse(new Point2D(x, y));
    finger.pressMouse(MouseButton.PRIMARY);
  }

  private void release(double x, double y) {
    finger.moveMouse(new Point2D(x, y));
    finger.releaseMouse(MouseButton.PRIMARY);
  }

  /** Photographs the screen, and makes sure that nothing on it is cut off or covered. */
  public void picture(String name) {
    settle();
    Path file = Path.of("target", "screens", name + ".png");
    Shell.onFx(
        () -> {
          try {
            Pictures.take(shell.content(), shell.size(), file);
            return file;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    fits(name);
  }

  /** Makes sure that nothing on the screen is cut off or covered. */
  public void fits(String name) {
    settle();
    List<String> cut =
        Shell.onFx(
            () -> {
              var found = new ArrayList<String>();
              // Seconds may have been counted down since the last pulse.
              layOut();
              cutOff(shell.content(), found);
              var buttons = new ArrayList<Place>();
              collect(shell.content(), buttons);
              buttons.forEach(it -> it.tooHigh(highest * shell.size().height(), found));
              buttons.forEach(it -> it.over(buttons, found));
              return found;
            });
    assertTrue(cut.isEmpty(), name + ": " + cut);
  }

  /**
   * Where it is, once it is laid out on the screen; the node may be drawn anew before a finger is
   * down.
   */
  private Bounds place(String id) {
    return Awaitility.await(id)
        .until(() -> Shell.onFx(() -> laidOut(id)), Optional::isPresent)
        .orElseThrow();
  }

  private void layOut() {
    Parent all = shell.content().getScene().getRoot();
    all.applyCss();
    all.layout();
  }

  private Optional<Bounds> laidOut(String id) {
    layOut();
    return Optional.ofNullable(shell.content().lookup(id))
        .map(it -> it.localToScreen(it.getLayoutBounds()))
        .filter(it -> it.getWidth() > 0);
  }

  private @Nullable Node find(String id) {
    return shell.content().lookup(id);
  }

  private static @Nullable Node tile(Node node) {
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ButtonBase) {
        return up;
      }
    }
    return null;
  }

  private record Place(String id, Bounds bounds) {
    void tooHigh(double highest, List<String> found) {
      if (bounds.getMinY() < highest) {
        found.add("#" + id + " is too high: " + bounds);
      }
    }

    void over(List<Place> all, List<String> found) {
      for (Place other : all) {
        double across =
            Math.min(bounds.getMaxX(), other.bounds.getMaxX())
                - Math.max(bounds.getMinX(), other.bounds.getMinX());
        double down =
            Math.min(bounds.getMaxY(), other.bounds.getMaxY())
                - Math.max(bounds.getMinY(), other.bounds.getMinY());
        if (!other.id.equals(id) && across > 1 && down > 1) {
          found.add("#" + id + " lies over #" + other.id);
        }
      }
    }
  }

  private void collect(Node node, List<Place> buttons) {
    if (node instanceof ButtonBase button && button.isVisible()) {
      buttons.add(
          new Place(
              button.getId(),
              shell.content().sceneToLocal(button.localToScene(button.getLayoutBounds()))));
    } else if (node instanceof Parent parent && node.isVisible()) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, buttons));
    }
  }

  /** In how many lines a label's words are written. */
  public long lines(String id) {
    return Shell.onFx(
        () -> {
          layOut();
          return Objects.requireNonNull(find(id), id).lookup(".text")
                  instanceof javafx.scene.text.Text text
              ? Math.round(text.getLayoutBounds().getHeight() / text.getFont().getSize() / 1.5)
              : 0L;
        });
  }

  /** The height of a button by the screen's measure. */
  public double height(String id) {
    settle();
    double scale = Shell.onFx(() -> shell.content().getLocalToSceneTransform().getMyy());
    return place(id).getHeight() / scale;
  }

  /** Words with an ellipsis, and words that stand outside the screen or their own button. */
  private void cutOff(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled label && !label.getText().isEmpty()) {
      Node shown = label.lookup(".text");
      if (shown instanceof javafx.scene.text.Text text && !text.getText().equals(label.getText())) {
        found.add("'" + label.getText() + "' is shown as '" + text.getText() + "'");
      }
      Node tile = tile(label);
      if (tile != null) {
        Bounds inner = tile.sceneToLocal(label.localToScene(label.getLayoutBounds()));
        if (inner.getMinY() < -1 || inner.getMaxY() > tile.getLayoutBounds().getHeight() + 1) {
          found.add("'" + label.getText() + "' leaves its tile: " + inner);
        }
      }
      Bounds bounds = shell.content().sceneToLocal(label.localToScene(label.getLayoutBounds()));
      if (bounds.getMinX() < -1
          || bounds.getMinY() < -1
          || bounds.getMaxX() > shell.size().width() + 1
          || bounds.getMaxY() > shell.size().height() + 1) {
        found.add("'" + label.getText() + "' leaves the screen: " + bounds);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cutOff(child, found));
    }
  }
}
