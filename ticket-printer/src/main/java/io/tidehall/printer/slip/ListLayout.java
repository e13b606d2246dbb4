package io.tidehall.printer.slip;

import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Slip;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lays all out that an item needs, told once; boxes to tick at home. */
record ListLayout(Slip slip, Catalogue.Item item, Texts texts, Sheet sheet) implements Body {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Override
  public void draw(String section, String before) {
    switch (section) {
      case "item" -> {
        sheet.section().title(texts.of("list"));
        sheet.gap(4).hanging("", item.name().in(slip.language()), true);
      }
      case "materials" -> materials();
      case "steps" -> steps();
      case "terms" -> terms();
      default -> throw new IllegalArgumentException("no section " + section + " on a list");
    }
  }

  private void materials() {
    sheet.section().left(texts.of("list.materials")).gap(6);
    if (item.materials().isEmpty()) {
      sheet.hanging("", texts.of("list.unknown"), false);
    }
    for (String material : item.materials()) {
      sheet.hanging("□ ", material, true).gap(6);
    }
  }

  private void steps() {
    if (item.steps().isEmpty()) {
      return;
    }
    sheet.section().left(texts.of("list.steps")).gap(4);
    for (int i = 0; i < item.steps().size(); i++) {
      sheet.hanging((i + 1) + ". ", item.steps().get(i), false);
    }
  }

  private void terms() {
    sheet.section();
    List<Sheet.Row> rows = new ArrayList<>();
    if (!item.promise().isEmpty()) {
      rows.add(new Sheet.Row(texts.of("list.promise"), item.promise()));
    }
    if (!item.fee().isEmpty()) {
      rows.add(new Sheet.Row(texts.of("list.fee"), item.fee()));
    }
    rows.add(new Sheet.Row(texts.of("list.time"), slip.issuedAt().format(TIME)));
    sheet.rows(List.of(), rows);
  }
}
