package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Happening.OpenItem;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** The whole catalogue by a few letters: what was typed, what it finds, and below the keys. */
final class SearchPage {
  private static final int ROWS = 4;
  private static final int LOW_ROWS = 2;
  private static final int WORD_COLUMNS = 3;

  private SearchPage() {}

  static Node build(Page page, Screen.Search screen) {
    List<Catalogue.Item> found = page.world().index().find(screen.typed());
    var field = field(page, screen);
    Node result =
        screen.typed().isEmpty()
            ? words(page)
            : found.isEmpty() ? nothing(page, screen) : tiles(page, screen, found);
    Node keys = Keyboard.build(page);
    if (page.wide() && page.low()) {
      return Parts.halves(
          Parts.column("body-half", Parts.gap(), Page.below(List.of(Parts.grow(result)))),
          Parts.column("body-half", field, Parts.gap(), keys));
    }
    if (page.wide()) {
      var right = Parts.column("body-half", field, Parts.gap(), keys, Parts.gap());
      return Parts.halves(Parts.column("body-half", Parts.grow(result)), right);
    }
    boolean words = page.low() && screen.typed().isEmpty();
    return page.column(
        words ? List.of(field, Parts.gap(), often(page)) : List.of(field),
        List.of(Parts.grow(result), keys));
  }

  private static Node field(Page page, Screen.Search screen) {
    boolean empty = screen.typed().isEmpty();
    var typed =
        Parts.label(
            empty ? page.say("search.hint") : screen.typed().toUpperCase(Locale.ROOT) + "│",
            empty ? "search-hint" : "search-typed");
    typed.setId("typed");
    var field = Parts.row("search-field", Parts.grow(typed));
    field.setMaxWidth(Double.MAX_VALUE);
    return field;
  }

  /** Words people come with, of those that find something in this hall. */
  private static Node words(Page page) {
    int rows = page.low() ? (page.wide() ? 3 : LOW_ROWS - (page.large() ? 1 : 0)) : ROWS;
    List<Button> words =
        Arrays.stream(page.say("search.words").split("\\|"))
            .filter(word -> !page.world().index().find(word).isEmpty())
            .limit((long) WORD_COLUMNS * rows)
            .map(word -> word(page, word))
            .toList();
    if (words.isEmpty()) {
      return Parts.column("body-half");
    }
    Node grid = Parts.grid(WORD_COLUMNS, rows, words);
    return page.low() && !page.wide()
        ? Parts.column("body-half", grid)
        : Parts.column("body-half", often(page), grid);
  }

  private static Node often(Page page) {
    return Parts.label(page.say("search.often"), "quiet-text");
  }

  private static Button word(Page page, String word) {
    var button = Parts.button("word-" + word, word, page.on(new Happening.Type(word)));
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return button;
  }

  private static Node nothing(Page page, Screen.Search screen) {
    var title =
        Parts.label(
            page.say("search.nothing", screen.typed().toUpperCase(Locale.ROOT)),
            "title",
            "centred");
    title.setId("nothing");
    var column =
        Parts.column(
            "message-small",
            Parts.gap(),
            title,
            Parts.label(page.say("search.nothing.hint"), "centred", "heading-plain"),
            Parts.label(page.say("search.nothing.desk"), "centred", "quiet-text"),
            Parts.gap());
    column.setAlignment(Pos.CENTER);
    return column;
  }

  private static Node tiles(Page page, Screen.Search screen, List<Catalogue.Item> found) {
    int low = page.wide() ? LOW_ROWS + 1 : page.large() ? 1 : LOW_ROWS;
    int rows = page.rows(ROWS, ROWS, low);
    var pager = Pager.of(screen.page(), found.size(), rows);
    String size = size(page, found);
    List<Button> tiles = pager.cut(found).stream().map(item -> tile(page, item, size)).toList();
    Node grid = Parts.grid(1, rows, tiles);
    if (pager.pages() == 1) {
      return Parts.column("body-half", grid);
    }
    return page.low() && !page.wide()
        ? pager.around(page, grid)
        : Parts.column("body-half", grid, pager.bar(page));
  }

  /** One size for all that is found, on all pages. */
  private static String size(Page page, List<Catalogue.Item> found) {
    boolean flat = page.low() && !page.wide() && !page.large();
    int most = flat ? 20 : 30;
    boolean fit = found.stream().allMatch(it -> page.words().of(it.name()).length() <= most);
    return fit ? "item-name" : flat ? "item-low" : "item-long";
  }

  private static Button tile(Page page, Catalogue.Item item, String size) {
    var name = Parts.label(page.words().of(item.name()), size);
    name.setMaxWidth(Double.MAX_VALUE);
    var where =
        page.world()
            .lineOf(item.id())
            .map(line -> page.words().of(line.name()))
            .orElse(page.say("guide.desk"));
    var words = Parts.grow(Parts.column("tile-text", name, Parts.label(where, "tile-status")));
    words.setAlignment(Pos.CENTER_LEFT);
    var row = Parts.row("tile-row", words, Parts.label("›", "title", "accent"));
    return Parts.tile("found-" + item.id(), row, page.on(new OpenItem(item.id())), "item-tile");
  }
}
