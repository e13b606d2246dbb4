package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.ChooseLine;
import io.tidehall.kiosk.flow.Happening.HaveBooked;
import io.tidehall.kiosk.flow.Happening.Seek;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The business lines as tiles, each with how busy it is. */
final class LinesPage {
  private static final int COLUMNS = 2;
  private static final int ROWS = 7;
  private static final int WIDE = 4;
  private static final int LOW = 3;

  /** Chinese characters of notices that find room below the lines. */
  private static final int NOTICES = 60;

  private LinesPage() {}

  static Node build(Page page, Screen.Lines screen) {
    var catalogue = page.world().catalogue();
    List<Catalogue.Line> lines = catalogue == null ? List.of() : catalogue.lines();
    int columns = columns(page, lines.size());
    int most = page.rows(ROWS, WIDE, LOW);
    var pager = Pager.of(screen.page(), lines.size(), columns * most);
    List<Catalogue.Line> cut = pager.cut(lines);
    int needed = (Math.min(lines.size(), pager.size()) + columns - 1) / columns;
    int rows = Math.clamp(needed, Math.min(most, page.wide() ? 2 : 5), most);
    String size = size(page, lines);
    List<Node> tiles = cut.stream().map(line -> tile(page, line, size)).toList();
    var parts = new ArrayList<Node>();
    var adding = page.kiosk().visit().adding();
    var head =
        Parts.column(
            "items-head",
            Parts.label(page.say(adding == null ? "lines.title" : "lines.more"), "title"),
            Parts.label(
                adding == null
                    ? page.say("lines.hint")
                    : page.say("lines.more.hint", adding.items().size()),
                "quiet-text"));
    var seek = Parts.button("seek", page.say("lines.seek"), page.on(new Seek()));
    var ways = page.wide() || page.low() ? Parts.row("lines-ways") : Parts.column("lines-ways");
    ways.getChildren().add(seek);
    if (page.world().books() && adding == null) {
      ways.getChildren()
          .add(Parts.button("booked", page.say("lines.booked"), page.on(new HaveBooked())));
    }
    if (!page.low()) {
      parts.add(Parts.row("items-row", Parts.grow(head), ways));
    }
    var grid = Parts.grid(columns, rows, tiles);
    if (columns == 1) {
      grid.getStyleClass().add("roomy");
    }
    parts.add(grid);
    if (page.low()) {
      ways.getChildren().forEach(LinesPage::broad);
      boolean beside = page.wide() && pager.pages() > 1;
      parts.add(beside ? Parts.row("low-row", ways, Parts.grow(pager.bar(page))) : ways);
      if (pager.pages() > 1 && !page.wide()) {
        parts.add(1, pager.bar(page));
      }
      return page.column(List.of(head, Parts.gap(), foot(page)), parts);
    }
    if (pager.pages() > 1) {
      parts.add(pager.bar(page));
    }
    return Parts.column("body-column", parts.toArray(Node[]::new));
  }

  private static void broad(Node way) {
    if (way instanceof Button button) {
      button.setMaxWidth(Double.MAX_VALUE);
    }
    Parts.grow(way);
  }

  /** Who helps those who cannot use the kiosk; said on the page that every visitor begins with. */
  static Node help(Page page) {
    var label = Parts.label(page.say("help"), "quiet-text");
    label.setId("help");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /** Who helps, when the hall is open and what is new: said where every visit begins. */
  static VBox foot(Page page) {
    var foot = Parts.column("foot-words", help(page));
    HallStatus hall = page.world().hall();
    if (hall != null && !page.world().timeless()) {
      var hours = Parts.label(page.say("lines.hours", page.words().of(hall.hours())), "quiet-text");
      hours.setId("hours");
      foot.getChildren().add(hours);
    }
    String said = notices(page, hall);
    if (!said.isEmpty()) {
      var notices = Parts.label(said, "quiet-text");
      notices.setId("notices");
      foot.getChildren().add(notices);
    }
    return foot;
  }

  /** The first of the hall's notices that find room; all of them stand on boards and phones. */
  private static String notices(Page page, @Nullable HallStatus hall) {
    int room = page.wide() && page.low() ? 0 : page.large() ? NOTICES / 2 : NOTICES;
    String said = "";
    for (Text notice : hall == null ? List.<Text>of() : hall.notices()) {
      String next = (said.isEmpty() ? "" : said + "  ·  ") + page.words().of(notice);
      if (width(next) > room) {
        break;
      }
      said = next;
    }
    return said;
  }

  private static int columns(Page page, int lines) {
    if (page.large()) {
      return page.wide() ? WIDE / 2 : 1;
    }
    return page.wide() ? WIDE : lines <= (page.low() ? LOW : ROWS) ? 1 : COLUMNS;
  }

  private static Node tile(Page page, Catalogue.Line line, String size) {
    LinesState.Load load = page.world().load(line.id()).orElse(null);
    boolean taking = load != null && load.taking();
    var badge = new Label(line.prefix());
    badge.getStyleClass().add("badge");
    badge.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
    var name = Parts.label(page.words().of(line.name()), "tile-name", size);
    var status = Parts.label(status(page, load), "tile-status");
    status.setId("load-" + line.id());
    var text = Parts.grow(Parts.column("tile-text", name, status));
    var row = Parts.row("tile-row", badge, text);
    var tile =
        Parts.tile("line-" + line.id(), row, page.on(new ChooseLine(line.id())), "line-tile");
    tile.setDisable(!taking);
    return tile;
  }

  /**
   * One size for all names on all pages, so that none seems to matter less. The narrow tiles hold
   * about nine Chinese characters a line, and two lines of a name.
   */
  private static String size(Page page, List<Catalogue.Line> lines) {
    double widest =
        lines.stream().mapToDouble(line -> width(page.words().of(line.name()))).max().orElse(0);
    return widest <= 8.6
        ? "short-name"
        : widest <= 17 ? "long-name" : widest <= 23 ? "longer-name" : "longest-name";
  }

  private static double width(String name) {
    return name.chars().mapToDouble(c -> c < 0x2E80 ? 0.57 : 1).sum();
  }

  private static String status(Page page, LinesState.@Nullable Load load) {
    if (load == null) {
      return page.say("line.unknown");
    }
    var because = load.because();
    if (!load.taking()) {
      return because == null ? page.say("line.closed") : page.words().of(because);
    }
    // All who stand before the visitor: a line of nobody may share its windows with a long one.
    int ahead = load.before();
    String people = ahead == 0 ? page.say("line.nobody") : page.say("line.ahead", ahead);
    return ahead == 0 || load.outlook() == null || page.world().timeless()
        ? people
        : people + page.say("list.dot") + page.words().minutes(load.outlook());
  }
}
