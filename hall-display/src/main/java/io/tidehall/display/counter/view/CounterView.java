package io.tidehall.display.counter.view;

import io.tidehall.display.Widths;
import io.tidehall.display.counter.CounterPicture;
import io.tidehall.protocol.Text;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * The display above a counter, 1024×600 or, as a strip, 1920×360: the window at the left, what it
 * does beside it, what it serves at the foot or at the right.
 */
public final class CounterView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  private static final int LONG_DETAIL = 60;

  private final Label window = label("counter-window", "window");
  private final Label windowWord = label("counter-window-word", "word");
  private final Label windowWordEn = label("counter-window-word-en", "word-en");
  private final Label kind = label("counter-kind", "kind");
  private final Label kindEn = label("counter-kind-en", "small-en");
  private final Label tag = label("counter-tag", "tag");
  private final Label name = label("counter-name", "name");
  private final Label before = label("counter-before", "around");
  private final Label number = label("counter-number", "number");
  private final Label after = label("counter-after", "around");
  private final Label headline = label("counter-headline", "headline");
  private final Label headlineEn = label("counter-headline-en", "headline-en");
  private final Label detail = label("counter-detail", "detail");
  private final Label detailEn = label("counter-detail-en", "detail-en");
  private final Label times = label("counter-times", "times");
  private final Label linesTitle = label("counter-lines-title", "lines-title");
  private final Label lines = label("counter-lines", "lines");
  private final Label clerk = label("counter-clerk", "clerk");
  private final Label clock = label("counter-clock", "clock");
  private final Label stale = label("counter-stale", "stale");
  private final HBox call = new HBox(before, number, after);
  private final HBox main = new HBox();
  private final boolean strip;

  public CounterView(boolean strip) {
    getStyleClass().addAll("counter", strip ? "strip-shape" : "screen-shape");
    for (var wrapping : new Label[] {kind, kindEn, name, detail, detailEn, lines, clerk}) {
      wrapping.setWrapText(true);
    }
    for (var centred : new Label[] {kind, kindEn, name, detail, detailEn}) {
      centred.setTextAlignment(TextAlignment.CENTER);
    }
    for (var whole : new Label[] {window, before, number, after, headline, clock}) {
      whole.setMinWidth(USE_PREF_SIZE);
    }
    call.setAlignment(Pos.BASELINE_CENTER);
    call.getStyleClass().add("call");
    this.strip = strip;
    stale.setWrapText(true);
    stale.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    main.setId("counter-main");
    var body = strip ? strip() : screen();
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().add(body);
  }

  private Pane screen() {
    var gap = new Region();
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMaxWidth(Double.MAX_VALUE);
    var side = new HBox(clerk, clock);
    side.getStyleClass().add("side");
    side.setMinWidth(USE_PREF_SIZE);
    side.setAlignment(Pos.CENTER_RIGHT);
    var foot = new HBox(lines, gap, side);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    main.getChildren().addAll(plate(), state());
    VBox.setVgrow(main, Priority.ALWAYS);
    return new VBox(main, new StackPane(foot, stale));
  }

  private Pane strip() {
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    var side = new HBox(clerk, clock);
    side.getStyleClass().add("side");
    side.setAlignment(Pos.CENTER_RIGHT);
    var foot = new VBox(linesTitle, lines, gap, side);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    main.getChildren().addAll(plate(), state());
    HBox.setHgrow(main, Priority.ALWAYS);
    return new HBox(main, new StackPane(foot, stale));
  }

  private Pane plate() {
    var top = new HBox(window, windowWord);
    top.setAlignment(Pos.BASELINE_CENTER);
    var plate = new VBox(top, windowWordEn, kind, kindEn, name, tag);
    plate.getStyleClass().add("plate");
    plate.setAlignment(Pos.CENTER);
    return plate;
  }

  private Pane state() {
    var state = new VBox(headline, call, headlineEn, detail, detailEn, times);
    state.getStyleClass().add("state");
    state.setAlignment(Pos.CENTER);
    HBox.setHgrow(state, Priority.ALWAYS);
    return state;
  }

  /** Shows a picture. */
  public void show(CounterPicture picture) {
    fill(window, picture.window());
    boolean known = !picture.window().isEmpty();
    window.pseudoClassStateChanged(LONG, Widths.of(picture.window()) > 2);
    fill(windowWord, known ? picture.windowWord().zh() : "");
    fill(windowWordEn, known ? picture.windowWord().en() : "");
    both(kind, kindEn, picture.kind());
    fill(name, picture.name().zh());
    if (name.isVisible() || (strip && !picture.tag().zh().isEmpty())) {
      // There is room for these or for the English, not for both.
      fill(windowWordEn, "");
    }
    if (name.isVisible()) {
      fill(kindEn, "");
    }
    fill(tag, words(picture.tag()));
    headline(picture);
    both(detail, detailEn, picture.detail());
    for (var label : new Label[] {headline, detail}) {
      label.pseudoClassStateChanged(LONG, Widths.of(picture.detail().zh()) > LONG_DETAIL);
    }
    fill(times, words(picture.times()));
    linesTitle.setText(picture.linesTitle());
    lines.setText(picture.lines());
    fill(clerk, picture.clerk());
    clock.setText(picture.clock());
    fill(stale, picture.stale());
    main.pseudoClassStateChanged(
        STALE, !picture.stale().isEmpty() && picture.tone() != CounterPicture.Tone.CONNECTING);
    for (var tone : CounterPicture.Tone.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          tone == picture.tone());
    }
  }

  /** The number stands largest: inside the headline while it is called, below it while served. */
  private void headline(CounterPicture picture) {
    String words = picture.headline().zh();
    int at = picture.number().isEmpty() ? -1 : words.indexOf(picture.number());
    fill(headline, at < 0 ? words : "");
    fill(before, at < 0 ? "" : words.substring(0, at));
    fill(number, picture.number());
    fill(after, at < 0 ? "" : words.substring(at + picture.number().length()));
    number.pseudoClassStateChanged(LONG, Widths.of(picture.number()) > 5);
    call.setVisible(!picture.number().isEmpty());
    call.setManaged(call.isVisible());
    headlineEn.setText(picture.headline().en());
  }

  private static String words(Text text) {
    return text.zh().isEmpty() ? "" : text.zh() + "  " + text.en();
  }

  /** The Chinese, and below it the English where it differs. */
  private static void both(Label chinese, Label english, Text text) {
    fill(chinese, text.zh());
    fill(english, text.en().equals(text.zh()) ? "" : text.en());
  }

  private static Label label(String id, String style) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }

  /** Sets a text whose label takes no room while it is empty. */
  private static void fill(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
