package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.ChooseLine;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.LinesState;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The business lines as tiles, each with how busy it is. */
final class LinesPage {
  private static final int COLUMNS = 2;
  private static final int ROWS = 7;
  private static final int WIDE = 4;

  private LinesPage() {}

  static Node build(Page page, Screen.Lines screen) {
    var catalogue = page.world().catalogue();
    List<Catalogue.Line> lines = catalogue == null ? List.of() : catalogue.lines();
    int columns = page.wide() ? WIDE : lines.size() <= 5 ? 1 : COLUMNS;
    int most = page.wide() ? WIDE : ROWS;
    var pager = Pager.of(screen.page(), lines.size(), columns * most);
    List<Catalogue.Line> cut = pager.cut(lines);
    int needed = (Math.min(lines.size(), pager.size()) + columns - 1) / columns;
    int rows = Math.clamp(needed, page.wide() ? 2 : 5, most);
    List<Node> tiles = cut.stream().map(line -> tile(page, line)).toList();
    var parts = new ArrayList<Node>();
    parts.add(Parts.label(page.say("lines.title"), "title"));
    parts.add(Parts.label(page.say("lines.hint"), "quiet-text"));
    parts.add(Page.grid(columns, rows, tiles));
    if (pager.pages() > 1) {
      parts.add(pager.bar(page));
    }
    return Parts.column("body-column", parts.toArray(Node[]::new));
  }

  private static Node tile(Page page, Catalogue.Line line) {
    LinesState.Load load = page.world().load(line.id()).orElse(null);
    boolean taking = load != null && load.taking();
    var badge = new Label(line.prefix());
    badge.getStyleClass().add("badge");
    badge.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
    var name = Parts.label(page.words().of(line.name()), "tile-name");
    var status = Parts.label(status(page, load), "tile-status");
    var text = Parts.grow(Parts.column("tile-text", name, status));
    var row = Parts.row("tile-row", badge, text);
    var tile =
        Parts.tile("line-" + line.id(), row, page.on(new ChooseLine(line.id())), "line-tile");
    tile.setDisable(!taking);
    return tile;
  }

  private static String status(Page page, LinesState.@org.jspecify.annotations.Nullable Load load) {
    if (load == null) {
      return page.say("line.unknown");
    }
    var because = load.because();
    if (!load.taking()) {
      return because == null ? page.say("line.closed") : page.words().of(because);
    }
    String waiting =
        load.waiting() == 0 ? page.say("line.nobody") : page.say("line.waiting", load.waiting());
    return load.waiting() == 0 || load.outlook() == null
        ? waiting
        : waiting + page.say("list.dot") + page.words().outlook(load.outlook());
  }
}
