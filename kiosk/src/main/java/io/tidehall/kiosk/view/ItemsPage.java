package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.ChooseItem;
import io.tidehall.kiosk.flow.Happening.SkipItem;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** The items of a line, one a row; who does not know takes a number without choosing. */
final class ItemsPage {
  private static final int ROWS = 7;
  private static final int WIDE_ROWS = 4;
  private static final int LOW_ROWS = 3;

  /** Characters of a name that large print writes in two lines. */
  private static final int TWO_LINES = 40;

  private ItemsPage() {}

  static Node build(Page page, Screen.Items screen) {
    List<Catalogue.Item> items =
        page.world().line(screen.line()).map(Catalogue.Line::items).orElse(List.of()).stream()
            .map(page.world()::item)
            .flatMap(Optional::stream)
            .toList();
    int columns = page.wide() ? 2 : 1;
    boolean tall = page.large() && !page.wide() && !page.low() && longest(page, items) > TWO_LINES;
    int rows = page.rows(ROWS, WIDE_ROWS, LOW_ROWS) - (tall ? 1 : 0);
    var pager = Pager.of(screen.page(), items.size(), columns * rows);
    String size = size(page, items);
    List<Button> tiles = pager.cut(items).stream().map(item -> tile(page, item, size)).toList();
    String name = page.world().line(screen.line()).map(it -> page.words().of(it.name())).orElse("");
    var skip = Parts.button("skip-item", page.say("items.skip"), page.on(new SkipItem()), "skip");
    var head =
        Parts.column(
            "items-head",
            Parts.label(name, "items-title"),
            Parts.label(page.say("items.hint"), "quiet-text"));
    var parts = new ArrayList<Node>();
    if (page.low()) {
      var last = Parts.row("low-row", Parts.grow(skip));
      skip.setMaxWidth(Double.MAX_VALUE);
      if (pager.pages() > 1) {
        var bar = Parts.grow(pager.bar(page));
        last = page.wide() ? Parts.row("low-row", skip, bar) : last;
        if (!page.wide()) {
          parts.add(bar);
        }
      }
      parts.add(last);
      parts.addFirst(Parts.grid(columns, rows, tiles));
      return page.column(List.of(head), parts);
    }
    if (page.wide()) {
      parts.add(Parts.row("items-row", Parts.grow(head), skip));
    } else {
      skip.setMaxWidth(Double.MAX_VALUE);
      parts.add(head);
      parts.add(skip);
    }
    parts.add(Parts.grid(columns, rows, tiles));
    if (pager.pages() > 1) {
      parts.add(pager.bar(page));
    }
    return Parts.column("body-column", parts.toArray(Node[]::new));
  }

  /**
   * One size for all names on all pages. The longest published name has 43 characters: it keeps to
   * two lines a step smaller, or, in large print where there is room, has three in a higher row.
   */
  private static String size(Page page, List<Catalogue.Item> items) {
    int most = !page.large() ? 44 : page.wide() || page.low() ? 24 : 60;
    return longest(page, items) <= most ? "item-name" : "item-long";
  }

  private static int longest(Page page, List<Catalogue.Item> items) {
    return items.stream().mapToInt(it -> page.words().of(it.name()).length()).max().orElse(0);
  }

  private static Button tile(Page page, Catalogue.Item item, String size) {
    var name = Parts.grow(Parts.label(page.words().of(item.name()), size));
    name.setMaxWidth(Double.MAX_VALUE);
    var row = Parts.row("tile-row", name, Parts.label("›", "title", "accent"));
    return Parts.tile("item-" + item.id(), row, page.on(new ChooseItem(item.id())), "item-tile");
  }
}
