package io.tidehall.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.view.Pictures;
import io.tidehall.device.view.Pulses;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.awaitility.Awaitility;

/** Takes pictures of real windows into {@code target/pictures}, and looks for cut words. */
public final class Photos {
  private static final Path FOLDER = Path.of("target", "pictures");

  private Photos() {}

  public static Device device(String id, FakeHall hall) {
    return new Device(id, hall, new DeviceOptions(), () -> {});
  }

  public static <T> T onFx(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, Shell.executor()).join();
    } catch (CompletionException e) {
      // As if it had failed here: whoever waits for an assertion to hold looks for its error.
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException failure -> throw failure;
        case null, default -> throw e;
      }
    }
  }

  /** Photographs a shell's content at its real size, once nothing moves any more. */
  public static void take(Shell shell, String name) {
    Awaitility.await()
        .until(
            () ->
                onFx(
                    () ->
                        shell.content().lookupAll(".call").stream()
                            .allMatch(it -> it.getOpacity() == 1)));
    take(shell.content(), shell.size(), name);
  }

  /**
   * Photographs the content scaled to twice its size, as a 3840×2160 screen shows it; a headless
   * window cannot be that large.
   */
  public static void takeTwice(Shell shell, String name) {
    var size = new ScreenSize(shell.size().width() * 2, shell.size().height() * 2);
    onFx(() -> shell.content().getTransforms().add(new Scale(2, 2)));
    take(shell.content(), size, name);
    onFx(() -> shell.content().getTransforms().removeLast());
  }

  /** Photographs what a running board shows. */
  public static void take(Node node, String name) {
    take(node, ScreenSize.BOARD, name);
  }

  private static void take(Node node, ScreenSize size, String name) {
    Path file = FOLDER.resolve(name + ".png");
    onFx(
        () -> {
          try {
            Pictures.take(node, size, file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return true;
        });
    try {
      var picture = javax.imageio.ImageIO.read(file.toFile());
      assertEquals(size, new ScreenSize(picture.getWidth(), picture.getHeight()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words that are shown cut short, or beyond the screen's edge; long names may be. */
  public static List<String> cut(Shell shell) {
    Pulses.settle(shell::scene);
    return onFx(
        () -> {
          List<String> cut = new ArrayList<>();
          shell.scene().getRoot().applyCss();
          shell.scene().getRoot().layout();
          look((Parent) shell.content(), shell, cut);
          return cut;
        });
  }

  /** Its own words as they are drawn, not those of a graphic beside them. */
  private static String drawn(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(it -> ((Text) it).getText())
        .findFirst()
        .orElse("");
  }

  private static void look(Parent parent, Shell shell, List<String> cut) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible()) {
        continue;
      }
      if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
        String drawn = drawn(labeled);
        // Within the screen that is shown, which may stand some pixels aside.
        Node screen = ((Parent) shell.content()).getChildrenUnmodifiable().getFirst();
        Bounds at = screen.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        boolean inside =
            at.getMinX() >= -0.5
                && at.getMinY() >= -0.5
                && at.getMaxX() <= shell.size().width() + 0.5
                && at.getMaxY() <= shell.size().height() + 0.5;
        if (!drawn.equals(labeled.getText()) || !inside) {
          cut.add(node.getId() + ": " + labeled.getText() + (inside ? "" : " (outside) " + at));
        }
        look(labeled, shell, cut);
      } else if (node instanceof Parent child) {
        look(child, shell, cut);
      }
    }
  }
}
