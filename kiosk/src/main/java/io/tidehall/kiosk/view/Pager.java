package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.TurnTo;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;

/** Cuts a long list into pages with large buttons: easier for an unsteady hand than scrolling. */
record Pager(int page, int pages, int size) {
  static Pager of(int wanted, int count, int size) {
    int pages = Math.max(1, (count + size - 1) / size);
    return new Pager(Math.min(wanted, pages - 1), pages, size);
  }

  <T> List<T> cut(List<T> all) {
    int from = page * size;
    return all.subList(from, Math.min(all.size(), from + size));
  }

  /** Back and on to the left and right of what is turned, where there is no room below it. */
  Node around(Page context, Node turned) {
    var before = Parts.button("page-before", "‹", context.on(new TurnTo(page - 1)), "turn");
    var after = Parts.button("page-after", "›", context.on(new TurnTo(page + 1)), "turn");
    before.setDisable(page == 0);
    after.setDisable(page == pages - 1);
    before.setMaxHeight(Double.MAX_VALUE);
    after.setMaxHeight(Double.MAX_VALUE);
    var row = Parts.row("low-row", before, Parts.grow(turned), after);
    row.setFillHeight(true);
    return row;
  }

  /** Back, where we are, and on. */
  Node bar(Page context) {
    var before =
        Parts.button("page-before", context.say("page.before"), context.on(new TurnTo(page - 1)));
    var after =
        Parts.button("page-after", context.say("page.after"), context.on(new TurnTo(page + 1)));
    before.setDisable(page == 0);
    after.setDisable(page == pages - 1);
    var where = Parts.label(context.say("page.where", page + 1, pages), "heading");
    where.setId("page-where");
    var bar = Parts.row("pager", before, Parts.gap(), where, Parts.gap(), after);
    bar.setAlignment(Pos.CENTER);
    return bar;
  }
}
