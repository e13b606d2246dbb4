package io.tidehall.printer.slip;

import io.tidehall.printer.slip.PrintOp.Align;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.WaitRange;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a slip out: from top to bottom whose it is, the number, what for, how long, where, and how
 * to follow. The same slip on the same paper always gives the same operations.
 */
public final class SlipLayout {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Slip slip;
  private final PaperWidth paper;
  private final Texts texts;
  private final Sheet sheet;

  private SlipLayout(Slip slip, PaperWidth paper) {
    this.slip = slip;
    this.paper = paper;
    this.texts = Texts.in(slip.language());
    this.sheet = new Sheet(paper);
  }

  /** The operations that print a slip, ending with the cut. */
  public static List<PrintOp> lay(Slip slip, PaperWidth paper) {
    var layout = new SlipLayout(slip, paper);
    layout.sheet.title(slip.hall().in(slip.language()));
    TicketView ticket = slip.ticket();
    switch (slip.purpose()) {
      case TICKET, REPRINT -> {
        if (ticket != null) {
          layout.ticket(ticket);
        }
      }
      case LIST -> {
        if (slip.item() != null) {
          layout.list(slip.item());
        }
      }
      case NOTICE -> {
        if (slip.notice() != null) {
          new NoticeLayout(slip, slip.notice(), layout.texts, layout.sheet).lay();
          layout.notices();
        }
      }
      case TEST_PAGE -> layout.testPage();
    }
    return layout.sheet.cut();
  }

  private void ticket(TicketView ticket) {
    sheet.section();
    if (slip.purpose() == Slip.Purpose.REPRINT) {
      sheet.title(texts.of("reprint")).gap(12);
    }
    sheet.centred(texts.of("number"), false).huge(ticket.number());
    sheet.gap(4).title(ticket.lineName().in(slip.language()));
    if (ticket.green()) {
      sheet.gap(10).centred(texts.of("green"), true);
    }
    TicketView.Booked booked = ticket.booked();
    if (booked != null) {
      String key = booked.late() ? "booked.late" : "booked";
      sheet.gap(10).centred(texts.of(key, booked.hours()), true);
    }
    items(ticket.items());
    sheet.section();
    rows(ticket);
    if (slip.link() != null && !slip.link().isBlank()) {
      sheet.section().gap(14).qr(slip.link()).gap(16).centred(texts.of("qr"), false);
    }
    notices();
  }

  /** All that an item needs, told once; boxes to tick at home. */
  private void list(Catalogue.Item item) {
    sheet.section().title(texts.of("list"));
    sheet.gap(4).hanging("", item.name().in(slip.language()), true);
    sheet.section().left(texts.of("list.materials")).gap(6);
    if (item.materials().isEmpty()) {
      sheet.hanging("", texts.of("list.unknown"), false);
    }
    for (String material : item.materials()) {
      sheet.hanging("□ ", material, true).gap(6);
    }
    if (!item.steps().isEmpty()) {
      sheet.section().left(texts.of("list.steps")).gap(4);
      for (int i = 0; i < item.steps().size(); i++) {
        sheet.hanging((i + 1) + ". ", item.steps().get(i), false);
      }
    }
    sheet.section();
    List<Sheet.Row> rows = new ArrayList<>();
    if (!item.promise().isEmpty()) {
      rows.add(row("list.promise", item.promise()));
    }
    if (!item.fee().isEmpty()) {
      rows.add(row("list.fee", item.fee()));
    }
    rows.add(row("list.time", slip.issuedAt().format(TIME)));
    sheet.rows(List.of(), rows);
    notices();
  }

  private void items(List<Text> items) {
    if (items.isEmpty()) {
      return;
    }
    sheet.section().left(texts.of("items")).gap(4);
    bulleted(items, true);
  }

  private void rows(TicketView ticket) {
    List<Sheet.Row> strong = new ArrayList<>();
    strong.add(row("ahead", texts.of("ahead.value", ticket.ahead())));
    WaitRange outlook = ticket.outlook();
    if (outlook != null) {
      strong.add(row("wait", words(outlook)));
    }
    String windows =
        ticket.windows().isEmpty()
            ? texts.of("windows.none")
            : WindowList.of(ticket.windows(), texts.of("windows.separator"));
    List<Sheet.Row> plain =
        List.of(row("windows", windows), row("time", slip.issuedAt().format(TIME)));
    sheet.rows(strong, plain);
  }

  private Sheet.Row row(String key, String value) {
    return new Sheet.Row(texts.of(key), value);
  }

  private String words(WaitRange range) {
    if (range.low() == 0) {
      return texts.of(
          range.rough() ? "wait.within.rough" : "wait.within", Math.max(1, range.high()));
    }
    String minutes =
        range.low() == range.high()
            ? String.valueOf(range.low())
            : range.low() + "–" + range.high();
    return texts.of(range.rough() ? "wait.rough" : "wait.about", minutes);
  }

  private void notices() {
    if (slip.notices().isEmpty()) {
      return;
    }
    sheet.section();
    bulleted(slip.notices(), false);
  }

  private void bulleted(List<Text> all, boolean bold) {
    for (Text text : all) {
      sheet.hanging(all.size() == 1 ? "" : "·", text.in(slip.language()), bold);
    }
  }

  private void testPage() {
    sheet.section().title(texts.of("test"));
    sheet.gap(8).centred(slip.issuedAt().format(TIME), false);
    sheet.centred(texts.of("test.width", paper.millimetres(), paper.dots()), false);
    sheet.gap(8).picture(Dots.rule(paper.dots(), 8, 8, 8));
    sheet.gap(14).left(texts.of("test.sizes")).gap(6);
    sheet.styled(texts.of("test.normal"), 1, 1, false, Align.LEFT);
    sheet.styled(texts.of("test.bold"), 1, 1, true, Align.LEFT);
    sheet.styled(texts.of("test.tall"), 1, 2, false, Align.LEFT);
    sheet.styled(texts.of("test.wide"), 2, 1, false, Align.LEFT);
    sheet.styled(texts.of("test.double"), 2, 2, true, Align.LEFT);
    sheet.styled(texts.of("test.left"), 1, 1, false, Align.LEFT);
    sheet.styled(texts.of("test.centre"), 1, 1, false, Align.CENTRE);
    sheet.styled(texts.of("test.right"), 1, 1, false, Align.RIGHT);
    sheet.gap(8).huge("A001");
    sheet.gap(14).left(texts.of("test.rare"));
    sheet.styled("㛃 𠮷 䶮", 2, 2, false, Align.CENTRE);
    String content = slip.link() == null ? "TIDEHALL 0123456789" : slip.link();
    sheet.section().gap(14).qr(content).gap(16).centred(texts.of("test.qr"), false);
    for (String line : Cells.wrap(content, paper.cells())) {
      sheet.centred(line, false);
    }
    notices();
  }
}
