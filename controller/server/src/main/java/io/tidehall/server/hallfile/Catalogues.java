package io.tidehall.server.hallfile;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Text;
import java.util.List;

/** What devices show of a hall: its lines, items, reasons and rating labels. */
final class Catalogues {
  private Catalogues() {}

  static Catalogue of(HallPlan plan, Offer offer) {
    return new Catalogue(
        0,
        plan.lines().stream().map(Catalogues::line).toList(),
        offer.items().values().stream().map(Catalogues::item).toList(),
        plan.greenReasons().stream()
            .map(reason -> new Catalogue.Green(reason.id(), Text.of(reason.zh(), reason.en())))
            .toList(),
        Csv.rows("rating-levels.csv").stream().map(row -> rating(row, plan)).toList());
  }

  private static Catalogue.Line line(Line line) {
    return new Catalogue.Line(
        line.id().value(),
        line.prefix(),
        Text.of(line.zh(), line.en()),
        line.field(),
        line.items());
  }

  private static Catalogue.Item item(Item item) {
    Guide guide = item.guide();
    return new Catalogue.Item(
        item.id(),
        item.name(),
        item.type(),
        item.field(),
        guide.materials(),
        guide.steps(),
        guide.promise(),
        guide.fee());
  }

  private static Catalogue.RatingLevel rating(List<String> row, HallPlan plan) {
    int level = Integer.parseInt(row.get(0));
    return new Catalogue.RatingLevel(
        level,
        Text.of(row.get(1), row.get(2)),
        plan.labels().stream()
            .filter(label -> label.level() == level)
            .map(label -> new Catalogue.Label(label.code(), Text.of(label.zh(), label.en())))
            .toList());
  }
}
