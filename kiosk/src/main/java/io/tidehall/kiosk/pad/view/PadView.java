package io.tidehall.kiosk.pad.view;

import io.tidehall.device.HallTime;
import io.tidehall.device.Texts;
import io.tidehall.device.Tongue;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.pad.flow.Pad;
import io.tidehall.kiosk.pad.flow.PadHappening;
import io.tidehall.kiosk.pad.flow.PadScreen;
import io.tidehall.kiosk.view.Fingers;
import io.tidehall.kiosk.view.Parts;
import io.tidehall.kiosk.view.Words;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Language;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rating pad's window; redraws when what is shown has changed. On the JavaFX thread. */
public final class PadView {
  private final Shell shell;
  private final Texts texts;
  private final Fingers<Pad> fingers;
  private final Label clock = new Label();
  private final Label countdown = Parts.label("", "countdown");
  private Consumer<PadHappening> touched = _ -> {};
  private @Nullable Shown shown;

  private record Shown(
      PadScreen screen,
      Language language,
      @Nullable Object window,
      @Nullable Object hall,
      @Nullable Object catalogue,
      Reach reach) {}

  public PadView(Shell shell, Texts texts) {
    this.shell = shell;
    this.texts = texts;
    this.fingers = new Fingers<>(shell.content(), this::draw);
    countdown.setId("countdown");
    clock.setId("clock");
  }

  /** The URL of the pad's own stylesheet. */
  public static String stylesheet() {
    return Objects.requireNonNull(PadView.class.getResource("pad.css")).toExternalForm();
  }

  /** Says who is to hear of touches. */
  public void connect(Consumer<PadHappening> listener) {
    touched = listener;
  }

  /** Shows the pad as it is now; while a finger is down, as soon as it is lifted. */
  public void show(Pad pad) {
    fingers.show(pad);
  }

  private void draw(Pad pad) {
    var words = new Words(texts, Tongue.of(pad.language()));
    var next =
        new Shown(
            pad.screen(), pad.language(), pad.window(), pad.hall(), pad.catalogue(), pad.reach());
    if (!next.equals(shown)) {
      boolean other = shown == null || !shown.screen.getClass().equals(next.screen.getClass());
      shown = next;
      if (other) {
        fingers.turned();
      }
      shell.show(frame(pad, words));
    }
    HallTime time = pad.hall() == null ? HallTime.unknown() : HallTime.of(pad.hall());
    var hall = pad.hall();
    boolean unknown = pad.now().getEpochSecond() == 0 || (hall != null && hall.timeless());
    clock.setText(unknown ? "" : time.time(pad.now()));
    countdown.setText(
        pad.countdown().isPresent() ? words.say("pad.countdown", pad.countdown().getAsLong()) : "");
  }

  private Node frame(Pad pad, Words words) {
    var page = new PadPage(pad, words, happening -> touched.accept(happening));
    Node body =
        switch (pad.screen()) {
          case PadScreen.Idle _ -> page.idle();
          case PadScreen.Rate(var invitation) -> page.rate(invitation, countdown);
          case PadScreen.Reasons it -> page.reasons(it, countdown);
          case PadScreen.Thanks _ -> page.thanks();
        };
    var frame = new VBox(head(pad, words), Parts.grow(body));
    frame.setId("screen-" + pad.screen().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    frame.getStyleClass().add("pad");
    return frame;
  }

  private Node head(Pad pad, Words words) {
    var name =
        Parts.label(
            pad.hall() == null ? words.say("app.name") : words.of(pad.hall().name()), "heading");
    clock.getStyleClass().setAll("label", "small", "quiet");
    var names = Parts.grow(Parts.column("head-names", name, clock));
    names.setAlignment(Pos.CENTER_LEFT);
    var language =
        Parts.button(
            "language",
            texts.say(pad.language().other(), "language.name"),
            () -> touched.accept(new PadHappening.SwitchLanguage()));
    return Parts.row("bar", names, language);
  }
}
