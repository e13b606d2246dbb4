package io.tidehall.printer.slip;

import io.tidehall.protocol.Slip;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays a day's figures out: tickets, waits, ratings, and idle windows while people waited. */
record ReportLayout(Slip slip, Slip.Report report, Texts texts, Sheet sheet) implements Body {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Override
  public void draw(String section, String before) {
    switch (section) {
      case "heading" -> {
        sheet.section().title(texts.of("report")).gap(4).title(report.day().toString());
        sheet.gap(4).centred(texts.of("report.as-of", report.asOf().format(TIME)), false);
      }
      case "tickets" -> tickets();
      case "waits" -> waits();
      case "ratings" -> ratings();
      case "idle" -> idle();
      default -> throw new IllegalArgumentException("no section " + section + " on a day report");
    }
  }

  private void tickets() {
    sheet.section();
    sheet.rows(
        List.of(row("report.issued", report.issued()), row("report.finished", report.finished())),
        List.of(
            row("report.green", report.green()),
            row("report.no-shows", report.noShows()),
            row("report.voids", report.voids())));
  }

  private void waits() {
    sheet.section();
    sheet.rows(
        List.of(row("report.mean-wait", minutes(report.meanSeconds()))),
        List.of(
            row("report.median-wait", minutes(report.medianSeconds())),
            row("report.p90-wait", minutes(report.p90Seconds()))));
    sheet
        .gap(4)
        .hanging(
            "",
            texts.of("report.above", report.aboveTarget(), report.waits(), report.targetMinutes()),
            false);
  }

  private void ratings() {
    sheet.section();
    List<Sheet.Row> rows = new ArrayList<>();
    rows.add(row("report.rated", texts.of("report.of", report.rated(), report.invited())));
    for (int i = 0; i < report.levels().size(); i++) {
      rows.add(row("report.level-" + (report.levels().size() - i), report.levels().get(i)));
    }
    sheet.rows(List.of(row("report.satisfied", percent(report.satisfiedPermille()))), rows);
  }

  private void idle() {
    sheet.section();
    sheet.rows(List.of(row("report.idle", percent(report.idlePermille()))), List.of());
    sheet.hanging("", texts.of("report.idle-what"), false);
  }

  private Sheet.Row row(String key, Object value) {
    return new Sheet.Row(texts.of(key), String.valueOf(value));
  }

  private String minutes(@Nullable Integer seconds) {
    return seconds == null
        ? "-"
        : texts.of("report.minutes", String.format(Locale.ROOT, "%.1f", seconds / 60.0));
  }

  private static String percent(@Nullable Integer permille) {
    return permille == null ? "-" : String.format(Locale.ROOT, "%.1f %%", permille / 10.0);
  }
}
