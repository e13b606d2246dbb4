package io.tidehall.device.view;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Waits until a window shows what was done to it: moved, laid out and drawn. */
public final class Pulses {
  /** The first pulse moves and lays out; what that changes is laid out by the second. */
  private static final int SETTLED = 2;

  /** By then only what never comes to rest still moves. */
  private static final int MOST = 10;

  private static final long PATIENCE_SECONDS = 30;

  private Pulses() {}

  /**
   * Waits for what is queued on the JavaFX thread, and for two pulses after it, and for more while
   * something is still to be laid out; from any other thread.
   *
   * @param scene found anew for each, since a window may change its own
   */
  public static void settle(Supplier<Scene> scene) {
    for (int pulse = 0; pulse < SETTLED || (pulse < MOST && unfinished(scene)); pulse++) {
      var come = new CompletableFuture<Boolean>();
      Platform.runLater(() -> listen(scene.get(), come));
      come.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  private static boolean unfinished(Supplier<Scene> scene) {
    return Shell.onFx(() -> unfinished(scene.get().getRoot()));
  }

  private static boolean unfinished(Parent parent) {
    return parent.isNeedsLayout()
        || parent.getChildrenUnmodifiable().stream()
            .anyMatch(it -> it instanceof Parent inner && unfinished(inner));
  }

  private static void listen(Scene scene, CompletableFuture<Boolean> come) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            // After the pulse, not in its midst.
            Platform.runLater(() -> come.complete(true));
          }
        });
    Platform.requestNextPulse();
  }
}
