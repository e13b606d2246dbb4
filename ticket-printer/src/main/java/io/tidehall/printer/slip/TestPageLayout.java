package io.tidehall.printer.slip;

import io.tidehall.printer.slip.PrintOp.Align;
import io.tidehall.protocol.Slip;
import java.time.format.DateTimeFormatter;

/** Lays a page out that shows what a printer can do. */
record TestPageLayout(Slip slip, PaperWidth paper, Texts texts, Sheet sheet) implements Body {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Override
  public void draw(String section, String before) {
    switch (section) {
      case "heading" -> {
        sheet.section().title(texts.of("test"));
        sheet.gap(8).centred(slip.issuedAt().format(TIME), false);
        sheet.centred(texts.of("test.width", paper.millimetres(), paper.dots()), false);
        sheet.gap(8).picture(Dots.rule(paper.dots(), 8, 8, 8));
      }
      case "sizes" -> sizes();
      case "number" -> sheet.gap(8).huge("A001");
      case "rare" -> {
        sheet.gap(14).left(texts.of("test.rare"));
        sheet.styled("㛃 𠮷 䶮", 2, 2, false, Align.CENTRE);
      }
      case "code" -> code();
      default -> throw new IllegalArgumentException("no section " + section + " on a test page");
    }
  }

  private void sizes() {
    sheet.gap(14).left(texts.of("test.sizes")).gap(6);
    sheet.styled(texts.of("test.normal"), 1, 1, false, Align.LEFT);
    sheet.styled(texts.of("test.bold"), 1, 1, true, Align.LEFT);
    sheet.styled(texts.of("test.tall"), 1, 2, false, Align.LEFT);
    sheet.styled(texts.of("test.wide"), 2, 1, false, Align.LEFT);
    sheet.styled(texts.of("test.double"), 2, 2, true, Align.LEFT);
    sheet.styled(texts.of("test.left"), 1, 1, false, Align.LEFT);
    sheet.styled(texts.of("test.centre"), 1, 1, false, Align.CENTRE);
    sheet.styled(texts.of("test.right"), 1, 1, false, Align.RIGHT);
  }

  private void code() {
    String content = slip.link() == null ? "TIDEHALL 0123456789" : slip.link();
    sheet.section().gap(14).qr(content).gap(16).centred(texts.of("test.qr"), false);
    for (String line : Cells.wrap(content, paper.cells())) {
      sheet.centred(line, false);
    }
  }
}
