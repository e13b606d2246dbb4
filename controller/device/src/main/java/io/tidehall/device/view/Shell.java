package io.tidehall.device.view;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * One device's window. The content is laid out at its pure size and scaled to what is there; an app
 * shows screens with {@link #show}, on the JavaFX thread, which is also its {@link #executor}.
 * Several shells may live in one process.
 */
public final class Shell implements AutoCloseable {
  private static final String CJK = "Noto Sans CJK SC";

  private final ScreenSize size;
  private final Stage stage;
  private final StackPane content;
  private final Region veil = new Region();
  private final @Nullable Snapshots snapshots;

  /**
   * What an app tells of its window.
   *
   * @param turns whether the layout also fits the turned screen
   * @param stylesheet URL of the app's own stylesheet, after the shared ones
   */
  public record Spec(String title, ScreenSize size, boolean turns, String stylesheet) {}

  private Shell(Spec spec, String id, DeviceOptions options, Runnable end) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    boolean landscape = screen.getWidth() > screen.getHeight();
    boolean turn =
        spec.turns
            && options.fullscreen()
            && !Toolkit.headless()
            && landscape == spec.size.portrait();
    size = turn ? spec.size.turned() : spec.size;
    content = new StackPane();
    content.getStyleClass().add("screen");
    veil.setId("veil");
    veil.setMouseTransparent(true);
    veil.setStyle("-fx-background-color: rgba(0, 0, 0, 0.65);");
    var root = new ScaledPane(content, size);
    if (Font.getFamilies().contains(CJK)) {
      root.setStyle("-fx-font-family: '" + CJK + "';");
    }
    // Headless too: JavaFX 26 fails on windows beyond its 1000 × 1000 headless screen.
    double fit = fit(size, screen);
    var scene = new Scene(root, size.width() * fit, size.height() * fit);
    scene.getStylesheets().addAll(stylesheets(spec.stylesheet));
    stage = new Stage();
    stage.setTitle(spec.title + " · " + id);
    stage.setScene(scene);
    if (options.fullscreen() && !Toolkit.headless()) {
      fill(stage, Screen.getPrimary().getBounds());
    }
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreen(options.fullscreen() && !Toolkit.headless());
    stage.setOnCloseRequest(_ -> end.run());
    snapshots =
        options
            .snapshots()
            .map(folder -> new Snapshots(content, size, folder.resolve(id + ".png")))
            .orElse(null);
    stage.show();
  }

  /** Also where no window manager hears that a window is to be full: kiosks often have none. */
  private static void fill(Stage stage, Rectangle2D screen) {
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setX(screen.getMinX());
    stage.setY(screen.getMinY());
    stage.setWidth(screen.getWidth());
    stage.setHeight(screen.getHeight());
  }

  /** Opens the window and starts JavaFX if it does not run yet; from any thread. */
  public static Shell open(Spec spec, Device device) {
    return open(spec, device.id(), device.options(), device.end());
  }

  /** The same for what is no device of the hall yet. */
  static Shell open(Spec spec, String id, DeviceOptions options, Runnable end) {
    Toolkit.start();
    return onFx(() -> new Shell(spec, id, options, end));
  }

  /** The shared stylesheets and the app's own, in order. */
  public static List<String> stylesheets(String own) {
    var sheets = new ArrayList<String>();
    for (String name : List.of("/io/tidehall/device/tokens.css", "/io/tidehall/device/base.css")) {
      var url = Shell.class.getResource(name);
      if (url == null) {
        throw new IllegalStateException("expected the stylesheet " + name + " in the jar");
      }
      sheets.add(url.toExternalForm());
    }
    sheets.add(own);
    return sheets;
  }

  /** Shows a screen instead of the present one. On the JavaFX thread. */
  public void show(Node screen) {
    boolean rests = content.getChildren().contains(veil);
    content.getChildren().setAll(rests ? List.of(screen, veil) : List.of(screen));
    if (snapshots != null) {
      snapshots.changed();
    }
  }

  /** Dims the screen while nobody needs it, or brightens it. On the JavaFX thread. */
  public void dim(boolean resting) {
    boolean rests = content.getChildren().contains(veil);
    if (resting != rests) {
      if (resting) {
        content.getChildren().add(veil);
      } else {
        content.getChildren().remove(veil);
      }
      if (snapshots != null) {
        snapshots.changed();
      }
    }
  }

  /** The size that screens are laid out at. */
  public ScreenSize size() {
    return size;
  }

  /**
   * Takes every way out away from whoever stands before the screen: the window stays open, on top
   * and as large as the screen, keys that leave programs do nothing, and no pointer is seen. On the
   * JavaFX thread.
   */
  public void lock() {
    stage.setOnCloseRequest(WindowEvent::consume);
    stage.setAlwaysOnTop(true);
    stage.fullScreenProperty().addListener((_, _, full) -> refill(full));
    stage.iconifiedProperty().addListener((_, _, small) -> reopen(small));
    Scene scene = stage.getScene();
    scene.setCursor(Cursor.NONE);
    scene.getRoot().getStyleClass().add("locked");
    scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, ContextMenuEvent::consume);
    scene.addEventFilter(
        KeyEvent.ANY,
        key -> {
          if (leaves(key)) {
            key.consume();
          }
        });
  }

  private void refill(boolean full) {
    if (!full && stage.isShowing() && !Toolkit.headless()) {
      Platform.runLater(() -> stage.setFullScreen(true));
    }
  }

  private void reopen(boolean small) {
    if (small) {
      Platform.runLater(() -> stage.setIconified(false));
    }
  }

  /** A code scanner types letters, figures and Enter; nobody else has a keyboard. */
  private static boolean leaves(KeyEvent key) {
    return key.isAltDown()
        || key.isControlDown()
        || key.isMetaDown()
        || key.getCode() == KeyCode.ESCAPE
        || key.getCode().isFunctionKey();
  }

  /** The window itself, for tests. */
  public Stage stage() {
    return stage;
  }

  /**
   * What is to happen when something fails on the JavaFX thread that nobody expected; returns what
   * puts the former way back.
   */
  public static Runnable onCrash(Consumer<Throwable> crashed) {
    return onFx(
        () -> {
          Thread thread = Thread.currentThread();
          var before = thread.getUncaughtExceptionHandler();
          thread.setUncaughtExceptionHandler((_, e) -> crashed.accept(e));
          return () -> thread.setUncaughtExceptionHandler(before);
        });
  }

  /** The scene, for tests. */
  public Scene scene() {
    return stage.getScene();
  }

  /** The node that holds the screen at its pure size, for pictures. */
  public Node content() {
    return content;
  }

  /** The JavaFX thread: tasks run one at a time, in order. */
  public static Executor executor() {
    return Platform::runLater;
  }

  @Override
  public void close() {
    onFx(
        () -> {
          if (snapshots != null) {
            snapshots.close();
          }
          stage.close();
          return true;
        });
  }

  private static double fit(ScreenSize size, Rectangle2D screen) {
    double fit =
        Math.min(screen.getWidth() / size.width(), screen.getHeight() * 0.94 / size.height());
    return Math.min(1, fit);
  }

  /** Runs work on the JavaFX thread and waits for what it gives; from any thread. */
  public static <T> T onFx(Supplier<T> work) {
    return Platform.isFxApplicationThread()
        ? work.get()
        : CompletableFuture.supplyAsync(work, Platform::runLater).join();
  }
}
