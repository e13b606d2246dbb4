package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.Hit;
import io.tidehall.kiosk.flow.Happening.Proceed;
import io.tidehall.kiosk.flow.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The test of glass and touch: one colour after another, then fields over all of the screen. */
final class GlassPage {
  /** White, black and the three colours that the others are made of. */
  private static final List<String> COLOURS = List.of("white", "black", "red", "lime", "blue");

  private static final int SHORT = 6;
  private static final int LONG = Service.Touching.FIELDS / SHORT;

  private GlassPage() {}

  /** Whether a page takes the whole screen, without head and foot. */
  static boolean whole(Service at) {
    return at instanceof Service.Colours || (at instanceof Service.Touching it && !it.over());
  }

  static Node build(Page page, Service at) {
    return switch (at) {
      case Service.Colours(int shown) -> colour(page, shown);
      case Service.Touching it when it.over() -> result(page, it);
      case Service.Touching it -> fields(page, it);
      default ->
          throw new IllegalArgumentException("expected a test of the screen, but it is " + at);
    };
  }

  private static Node colour(Page page, int shown) {
    var words = Parts.label(page.say("service.colour.hint", shown + 1, COLOURS.size()));
    words.getStyleClass().add("body");
    // Readable on any of the colours.
    words.setStyle(
        "-fx-background-color: #808080; -fx-text-fill: #000000; -fx-padding: 0.3em 1em;");
    var all = Parts.tile("colour-" + shown, words, page.on(new Proceed()));
    all.setStyle(
        "-fx-background-color: %s; -fx-background-radius: 0; -fx-border-width: 0; -fx-background-insets: 0; -fx-alignment: center;"
            .formatted(COLOURS.get(shown)));
    var root = new StackPane(all);
    root.getStyleClass().add("kiosk");
    root.setId("screen-colours");
    return root;
  }

  private static Node fields(Page page, Service.Touching at) {
    int columns = page.wide() ? LONG : SHORT;
    var cells =
        IntStream.range(0, Service.Touching.FIELDS)
            .mapToObj(field -> field(page, at, field))
            .toList();
    var grid = Parts.grid(columns, Service.Touching.FIELDS / columns, cells);
    grid.getStyleClass().add("touch-fields");
    var words =
        Parts.label(page.say("service.touch.hint", at.hit().size(), Service.Touching.FIELDS));
    words.getStyleClass().addAll("body", "touch-words");
    words.setMouseTransparent(true);
    var root = new StackPane(grid, words);
    root.getStyleClass().add("kiosk");
    root.setId("screen-fields");
    return root;
  }

  private static Button field(Page page, Service.Touching at, int field) {
    boolean hit = at.hit().contains(field);
    var button = Parts.button("field-" + field, hit ? "✓" : "", page.on(new Hit(field)));
    button.getStyleClass().addAll("field", hit ? "hit" : "missed");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return button;
  }

  private static Label seen(Service.Touching at, int field) {
    boolean hit = at.hit().contains(field);
    var label = new Label(hit ? "✓" : "");
    label.getStyleClass().addAll("field", hit ? "hit" : "missed");
    label.setAlignment(Pos.CENTER);
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    label.setMinSize(0, 0);
    return label;
  }

  /** What was felt where, small. */
  private static Node result(Page page, Service.Touching at) {
    int missed = Service.Touching.FIELDS - at.hit().size();
    var told = new ArrayList<Node>();
    told.add(Parts.label(page.say("service.screen"), "title"));
    var said =
        Parts.label(
            missed == 0 ? page.say("service.touch.well") : page.say("service.touch.missed", missed),
            "heading",
            "rounded",
            "strip",
            missed == 0 ? "well" : "warm");
    said.setId("result");
    said.setMaxWidth(Double.MAX_VALUE);
    told.add(said);
    int columns = page.wide() ? LONG : SHORT;
    var cells =
        IntStream.range(0, Service.Touching.FIELDS).mapToObj(field -> seen(at, field)).toList();
    var grid = Parts.grid(columns, Service.Touching.FIELDS / columns, cells);
    grid.getStyleClass().add("touch-seen");
    told.add(grid);
    var again =
        Parts.button("proceed", page.say("service.touch.again"), page.on(new Proceed()), "primary");
    again.setMaxWidth(Double.MAX_VALUE);
    return page.column(told, List.of(again));
  }
}
