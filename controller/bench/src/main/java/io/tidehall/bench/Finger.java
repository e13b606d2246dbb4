package io.tidehall.bench;

import io.tidehall.device.view.Shell;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A finger at the only window of this process, as quick as the screen allows. */
final class Finger {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK = 2_000_000;

  /** Two touches at the very same place would be a double tap. */
  private static final double ASIDE = 12;

  private final Robot robot = Shell.onFx(Robot::new);
  private double aside = ASIDE;

  /**
   * Touches what has this id, once it is there and takes touches.
   *
   * @return when the finger was lifted
   */
  long touch(String id) {
    aside = -aside;
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      // Found and touched in one go, or it could be drawn anew in between.
      long lifted = Shell.onFx(() -> touchNow(id));
      if (lifted != 0) {
        return lifted;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("expected to touch #" + id + " within 30 s");
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  private long touchNow(String id) {
    Node node = find(id);
    if (node == null || node.isDisabled()) {
      return 0;
    }
    Bounds at = node.localToScreen(node.getLayoutBounds());
    if (at == null || at.getWidth() <= 0) {
      return 0;
    }
    robot.mouseMove(at.getCenterX() + aside, at.getCenterY());
    robot.mousePress(MouseButton.PRIMARY);
    long lifted = System.nanoTime();
    robot.mouseRelease(MouseButton.PRIMARY);
    return lifted;
  }

  /** Waits until something with this id can be seen. */
  static void sees(String id) {
    long end = System.nanoTime() + PATIENCE;
    while (!Shell.onFx(() -> find(id) != null)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("expected to see #" + id + " within 30 s");
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  /** Takes one ticket of a line, without an item; returns when the last finger was lifted. */
  long takeTicket(String line) {
    touch("line-" + line);
    touch("skip-item");
    sees("confirm");
    long lifted = touch("confirm");
    sees("number");
    return lifted;
  }

  private static @Nullable Node find(String id) {
    if (Window.getWindows().isEmpty() || Window.getWindows().getFirst().getScene() == null) {
      return null;
    }
    Parent all = Window.getWindows().getFirst().getScene().getRoot();
    all.applyCss();
    all.layout();
    return all.lookup("#" + id);
  }
}
