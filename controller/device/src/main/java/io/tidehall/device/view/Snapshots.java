package io.tidehall.device.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a fresh picture of a screen in a file: at most one in a second and a half, only when
 * something was drawn and it looks different, replaced in one move. On the JavaFX thread, apart
 * from the writing.
 */
final class Snapshots implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final Duration PACE = Duration.millis(1_500);

  private final Node content;
  private final ScreenSize size;
  private final Path file;
  private final Timeline timeline;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("snapshots").factory());
  private @Nullable Scene watched;
  private boolean drawn = true;
  private int looks;
  private boolean failed;

  Snapshots(Node content, ScreenSize size, Path file) {
    this.content = content;
    this.size = size;
    this.file = file;
    timeline = new Timeline(new KeyFrame(PACE, _ -> look()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
  }

  /** Something was shown. */
  void changed() {
    drawn = true;
  }

  private void look() {
    Scene scene = content.getScene();
    if (scene != null && watched == null) {
      watched = scene;
      scene.addPostLayoutPulseListener(this::changed);
    }
    if (!drawn) {
      return;
    }
    drawn = false;
    int[] pixels = Pictures.pixels(content, size);
    int now = Arrays.hashCode(pixels);
    if (now != looks) {
      looks = now;
      BufferedImage picture = Pictures.picture(pixels, size);
      writer.execute(() -> write(picture));
    }
  }

  private void write(BufferedImage picture) {
    try {
      Pictures.write(picture, file);
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        log.warn("Cannot write the picture {}: {}; it will be tried again", file, e.toString());
      }
      failed = true;
    }
  }

  @Override
  public void close() {
    timeline.stop();
    writer.shutdown();
  }
}
