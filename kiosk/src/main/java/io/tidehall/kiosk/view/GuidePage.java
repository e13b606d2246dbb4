package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.HaveAll;
import io.tidehall.kiosk.flow.Happening.PrintList;
import io.tidehall.kiosk.flow.Happening.TickOff;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.Catalogue;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What an item needs: the materials to tick off, the steps, the days and the fee. */
final class GuidePage {
  private static final int ROWS = 6;
  private static final int WIDE_ROWS = 4;
  private static final int LOW_ROWS = 3;

  private GuidePage() {}

  static Node build(Page page, Screen.Guide screen) {
    Catalogue.Item item = page.world().item(screen.item()).orElse(null);
    if (item == null) {
      return Parts.gap();
    }
    var about = new ArrayList<Node>();
    about.add(Parts.label(page.words().of(item.name()), "items-title"));
    about.add(facts(page, item));
    Node list = item.materials().isEmpty() ? unknown(page) : materials(page, screen, item);
    Node actions = actions(page, screen, item);
    if (page.wide()) {
      about.addAll(steps(page, item));
      about.add(Parts.gap());
      about.add(actions);
      return Parts.halves(
          Parts.column("body-half", about.toArray(Node[]::new)),
          page.low()
              ? Parts.column("body-half", Parts.gap(), Page.below(List.of(list)))
              : Parts.column("body-half", list));
    }
    if (page.low()) {
      about.addAll(steps(page, item));
      return page.column(about, List.of(list, Parts.gap(), actions));
    }
    about.add(list);
    about.addAll(steps(page, item));
    return page.column(about, List.of(Parts.gap(), actions));
  }

  private static Node facts(Page page, Catalogue.Item item) {
    var facts = Parts.row("guide-facts");
    fact(facts, page.say("guide.promise"), item.promise());
    fact(facts, page.say("guide.fee"), item.fee());
    page.world()
        .lineOf(item.id())
        .ifPresent(line -> fact(facts, page.say("guide.line"), page.words().of(line.name())));
    return facts;
  }

  private static void fact(HBox facts, String what, String value) {
    if (!value.isEmpty()) {
      facts
          .getChildren()
          .add(
              Parts.column(
                  "guide-fact",
                  Parts.label(what, "small", "quiet-text"),
                  Parts.label(value, "heading")));
    }
  }

  private static Node materials(Page page, Screen.Guide screen, Catalogue.Item item) {
    List<String> all = item.materials();
    var pager = Pager.of(screen.page(), all.size(), page.rows(ROWS, WIDE_ROWS, LOW_ROWS));
    var boxes = new ArrayList<Button>();
    int first = pager.page() * pager.size();
    for (int i = first; i < Math.min(all.size(), first + pager.size()); i++) {
      boxes.add(box(page, i, all.get(i), screen.ticked().contains(i)));
    }
    var parts = new ArrayList<Node>();
    parts.add(Parts.label(page.say("guide.materials"), "heading"));
    parts.add(Parts.column("boxes", boxes.toArray(Node[]::new)));
    if (pager.pages() > 1) {
      parts.add(pager.bar(page));
    }
    return Parts.column("guide-list", parts.toArray(Node[]::new));
  }

  private static Button box(Page page, int number, String text, boolean ticked) {
    var mark = new Label(ticked ? "✓" : "");
    mark.getStyleClass().add("tick-box");
    var words = Parts.grow(Parts.label(text, "item-name"));
    words.setMaxWidth(Double.MAX_VALUE);
    var row = Parts.row("tile-row", mark, words);
    var tile =
        Parts.tile("material-" + number, row, page.on(new TickOff(number)), "item-tile", "tick");
    if (ticked) {
      tile.getStyleClass().add("ticked");
    }
    return tile;
  }

  /** Nobody is sent home for a list that the hall has not published: staff have it. */
  private static Node unknown(Page page) {
    var text = Parts.label(page.say("guide.unknown"), "body");
    text.setId("guide-unknown");
    var strip = Parts.row("strip", text);
    strip.getStyleClass().addAll("warm", "rounded");
    return Parts.column("guide-list", strip);
  }

  private static List<Node> steps(Page page, Catalogue.Item item) {
    if (item.steps().isEmpty()) {
      return List.of();
    }
    var said = new ArrayList<String>();
    for (int i = 0; i < item.steps().size(); i++) {
      said.add((i + 1) + " " + item.steps().get(i));
    }
    var steps = Parts.label(String.join(" → ", said), "guide-steps");
    steps.setId("steps");
    return List.of(
        Parts.column("guide-list", Parts.label(page.say("guide.steps"), "heading"), steps));
  }

  private static Node actions(Page page, Screen.Guide screen, Catalogue.Item item) {
    var row = Parts.row("guide-actions");
    if (page.world().prints() && !item.materials().isEmpty()) {
      row.getChildren().add(print(page, screen.print()));
    }
    if (page.world().lineOf(item.id()).isEmpty()) {
      row.getChildren().add(Parts.grow(Parts.label(page.say("guide.desk"), "heading")));
      return row;
    }
    String words = page.say(item.materials().isEmpty() ? "guide.take" : "guide.ready");
    var take = Parts.button("have-all", words, page.on(new HaveAll()), "primary");
    take.setMaxWidth(Double.MAX_VALUE);
    row.getChildren().add(Parts.grow(take));
    return row;
  }

  private static Node print(Page page, Screen.Print print) {
    var because = print.because();
    return switch (print.state()) {
      case OFFERED ->
          page.world().printsNow()
              ? Parts.button("print-list", page.say("guide.print"), page.on(new PrintList()))
              : said(page.say("guide.print.not-now"));
      case ASKED -> said(page.say("guide.printing"));
      case PRINTED -> said(page.say("guide.printed"));
      case FAILED ->
          said(because == null ? page.say("guide.print.failed") : page.words().of(because));
    };
  }

  private static Node said(String text) {
    var said = Parts.label(text, "print-said");
    said.setId("print-said");
    return said;
  }
}
