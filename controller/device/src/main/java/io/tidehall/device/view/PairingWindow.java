package io.tidehall.device.view;

import io.tidehall.device.DeviceOptions;
import io.tidehall.device.Texts;
import io.tidehall.link.DeviceLife;
import io.tidehall.link.PairingClient;
import io.tidehall.protocol.Language;
import java.net.URI;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * What an unpaired device with a screen shows: its code, as large as it goes, and who does what
 * with it, in both languages, since nobody has chosen one here.
 */
public final class PairingWindow implements DeviceLife.Face {
  private static final Texts TEXTS = Texts.beside(PairingWindow.class);

  /** How wide a code is, in its own letters' sizes. */
  private static final double CODE_WIDTH = 6.2;

  private final Shell shell;
  private final String app;
  private final URI controller;
  private final boolean removed;
  private final DeviceOptions options;

  private PairingWindow(
      Shell shell, String app, URI controller, boolean removed, DeviceOptions options) {
    this.shell = shell;
    this.app = app;
    this.controller = controller;
    this.removed = removed;
    this.options = options;
  }

  /**
   * Opens the window.
   *
   * @param id the id it had, or its program's name
   * @param removed whether it had a place that was taken away
   */
  public static PairingWindow open(
      ScreenSize size,
      String app,
      String id,
      URI controller,
      boolean removed,
      DeviceOptions options,
      Runnable end) {
    var spec = new Shell.Spec(app, size, true, "data:text/css,");
    Shell shell = Shell.open(spec, id, options, end);
    var window = new PairingWindow(shell, app, controller, removed, options);
    window.show(new PairingClient.Searching(""));
    return window;
  }

  @Override
  public void show(PairingClient.Progress progress) {
    Platform.runLater(() -> shell.show(page(progress)));
  }

  /** The shell, for tests. */
  public Shell shell() {
    return shell;
  }

  /** Nobody but who may end the program from outside gets out. */
  public void lock() {
    Shell.onFx(
        () -> {
          shell.lock();
          return shell;
        });
  }

  @Override
  public void close() {
    shell.close();
  }

  private Node page(PairingClient.Progress progress) {
    ScreenSize size = shell.size();
    double letter = Math.min(size.width() / 26.0, size.height() / 17.0);
    var page = new VBox(letter * 0.5);
    page.setAlignment(Pos.CENTER);
    page.setStyle("-fx-font-size: %.0fpx; -fx-padding: 0 1.2em;".formatted(letter));
    String key = key(progress);
    Language first = options.language();
    Language second = first == Language.ZH ? Language.EN : Language.ZH;
    page.getChildren().addAll(words(first, key, "title"), words(second, key, "body"));
    if (progress instanceof PairingClient.Waiting(String code)) {
      page.getChildren().add(code(code, Math.min(size.width() / CODE_WIDTH, letter * 3.8)));
    }
    page.getChildren()
        .addAll(words(first, key + ".how", "body"), words(second, key + ".how", "small"));
    var place = new Label(app + " · " + controller);
    place.getStyleClass().addAll("small", "quiet");
    page.getChildren().add(place);
    return page;
  }

  private String key(PairingClient.Progress progress) {
    return switch (progress) {
      case PairingClient.Waiting _ -> removed ? "removed" : "waiting";
      case PairingClient.Refused _ -> "refused";
      case PairingClient.Crowded _ -> "crowded";
      case PairingClient.Searching _, PairingClient.Accepted _ -> "searching";
    };
  }

  private static Label words(Language language, String key, String style) {
    var label = new Label(TEXTS.say(language, key));
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label code(String code, double letter) {
    var label = new Label(PairingClient.spaced(code));
    label.setId("pairing-code");
    label.getStyleClass().add("accent");
    label.setStyle("-fx-font-size: %.0fpx; -fx-font-weight: bold;".formatted(letter));
    label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return label;
  }
}
