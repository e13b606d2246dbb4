package io.tidehall.printer.slip;

import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Text;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a copy of a notice out: what it is, whose copy, what is told, by when, and who signs. */
final class NoticeLayout implements Body {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final Slip slip;
  private final Slip.Notice notice;
  private final Texts texts;
  private final Sheet sheet;

  NoticeLayout(Slip slip, Slip.Notice notice, Texts texts, Sheet sheet) {
    this.slip = slip;
    this.notice = notice;
    this.texts = texts;
    this.sheet = sheet;
  }

  @Override
  public void draw(String section, String before) {
    switch (section) {
      case "heading" -> heading();
      case "about" -> about();
      case "told" -> told();
      case "due" -> due();
      case "signatures" -> signatures();
      default -> throw new IllegalArgumentException("no section " + section + " on a notice");
    }
  }

  private void heading() {
    sheet.section();
    if (notice.reprint()) {
      sheet.title(texts.of("reprint")).gap(12);
    }
    sheet.title(texts.of(key("")));
    sheet.gap(4).centred(texts.of("notice.number", notice.number()), false);
    sheet
        .gap(4)
        .centred(texts.of("notice.copy." + notice.copy().name().toLowerCase(Locale.ROOT)), true);
  }

  private void due() {
    sheet.section();
    String due = notice.due().format(DAY);
    switch (notice.kind()) {
      case SUPPLEMENT, JOINT -> sheet.hanging("", texts.of(key(".due"), notice.days(), due), true);
      case RETURNED -> sheet.hanging("", texts.of(key(".due")), false);
    }
  }

  /** The visitor's number, the line and the items. */
  private void about() {
    sheet.section();
    List<Sheet.Row> rows = new ArrayList<>();
    rows.add(row("notice.ticket", notice.ticket()));
    rows.add(row("notice.line", notice.line().in(slip.language())));
    sheet.rows(List.of(), rows);
    for (Text item : notice.items()) {
      sheet.gap(4).hanging("· ", item.in(slip.language()), true);
    }
  }

  /** All that is told, numbered, with the count in words so that nothing can be added later. */
  private void told() {
    sheet.section();
    if (!notice.list().isEmpty()) {
      sheet.hanging("", texts.of(key(".list"), notice.list().size()), false).gap(6);
      // Papers are ticked off at home; who handles it jointly is only told.
      String box = notice.kind() == Slip.Notice.Kind.SUPPLEMENT ? "□ " : "";
      for (int i = 0; i < notice.list().size(); i++) {
        sheet.hanging(box + (i + 1) + ". ", notice.list().get(i), true).gap(6);
      }
    }
    if (!notice.reason().isBlank()) {
      sheet.left(texts.of(key(".reason"))).gap(4).hanging("  ", notice.reason(), true);
    } else if (notice.list().isEmpty()) {
      sheet.hanging("", texts.of(key(".plain")), false);
    }
  }

  private void signatures() {
    sheet.section();
    sheet.rows(
        List.of(),
        List.of(
            row("notice.window", notice.window()),
            row("notice.clerk", notice.clerk()),
            row("notice.time", slip.issuedAt().format(TIME))));
    sheet.gap(26).left(texts.of("notice.signed-clerk") + " ______________");
    sheet.gap(34).left(texts.of("notice.signed-visitor") + " ______________").gap(10);
  }

  private String key(String part) {
    return "notice." + notice.kind().name().toLowerCase(Locale.ROOT) + part;
  }

  private Sheet.Row row(String key, String value) {
    return new Sheet.Row(texts.of(key), value);
  }
}
