package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.view.Pulses;
import io.tidehall.device.view.Shell;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** A finger, two eyes and a camera at the JavaFX window of one device. */
final class DeviceScreen {
  private static final double ASIDE = 5_000;

  private final String device;
  private final FxRobot robot = new FxRobot();
  private final BaseRobot finger = robot.robotContext().getBaseRobot();

  DeviceScreen(String device) {
    this.device = device;
  }

  /** Taps what has this id, once it is there and takes taps. */
  void tap(String id) {
    middle(id);
    Shell.onFx(this::standAlone);
    settle();
    finger.moveMouse(middle(id));
    finger.pressMouse(MouseButton.PRIMARY);
    finger.releaseMouse(MouseButton.PRIMARY);
    settle();
  }

  /** Waits until what was done has had its effects, and those theirs. */
  private void settle() {
    Pulses.settle(() -> stage().getScene());
  }

  /**
   * Where its middle is, once it takes taps; the node may be drawn anew before a finger is down.
   */
  private Point2D middle(String id) {
    return await(device + ": " + id)
        .until(() -> Shell.onFx(() -> middle(laidOut(id))), Optional::isPresent)
        .orElseThrow();
  }

  private @Nullable Node laidOut(String id) {
    Parent all = stage().getScene().getRoot();
    all.applyCss();
    all.layout();
    return find(id);
  }

  private static Optional<Point2D> middle(@Nullable Node node) {
    if (node == null || node.isDisabled() || node.getLayoutBounds().getWidth() <= 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(node.localToScreen(node.getLayoutBounds()))
        .map(at -> new Point2D(at.getCenterX(), at.getCenterY()));
  }

  /** The headless screen knows no order of windows, so the others step aside for a finger. */
  private boolean standAlone() {
    for (Window window : Window.getWindows()) {
      window.setX(window == stage() ? 0 : ASIDE);
      window.setY(0);
    }
    return true;
  }

  void sees(String id) {
    await(device + ": " + id).until(() -> Shell.onFx(() -> find(id) != null));
  }

  void says(String id, String text) {
    await().untilAsserted(() -> assertEquals(text, text(id), () -> device + " shows " + words()));
  }

  /** The words at an id, once there are any. */
  String reads(String id) {
    return await(device + ": " + id).until(() -> text(id), it -> !it.isEmpty());
  }

  /** The words at an id, or nothing when it is not there. */
  String text(String id) {
    return Shell.onFx(() -> find(id) instanceof Labeled words ? words.getText() : "");
  }

  /** All words on the screen, for a test that did not find its own. */
  private List<String> words() {
    return Shell.onFx(
        () ->
            robot.from(stage().getScene().getRoot()).lookup(".label").queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(it -> ((Labeled) it).getText())
                .filter(it -> !it.isBlank())
                .toList());
  }

  /** The screen at its pure size. */
  BufferedImage picture() {
    settle();
    return Shell.onFx(() -> picture(stage().getScene().getRoot().lookup(".screen")));
  }

  private static BufferedImage picture(Node content) {
    Bounds size = content.getLayoutBounds();
    int width = (int) size.getWidth();
    int height = (int) size.getHeight();
    var parameters = new SnapshotParameters();
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    var image = content.snapshot(parameters, new WritableImage(width, height));
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.getRaster().setDataElements(0, 0, width, height, pixels);
    return picture;
  }

  private @Nullable Node find(String id) {
    return stage().getScene().lookup("#" + id);
  }

  private Stage stage() {
    List<Stage> mine =
        Window.getWindows().stream()
            .filter(Stage.class::isInstance)
            .map(Stage.class::cast)
            .filter(it -> it.getTitle().endsWith(" · " + device))
            .toList();
    if (mine.size() != 1) {
      throw new IllegalStateException("expected one window of " + device + ", but " + mine);
    }
    return mine.getFirst();
  }
}
