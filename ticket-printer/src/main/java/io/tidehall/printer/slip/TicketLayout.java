package io.tidehall.printer.slip;

import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.WaitRange;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lays a ticket out: the number, what for, how long, where, and how to follow. */
record TicketLayout(Slip slip, TicketView ticket, Texts texts, Sheet sheet) implements Body {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Override
  public void draw(String section, String before) {
    switch (section) {
      case "number" -> number();
      case "line" -> {
        if (before.equals("number")) {
          sheet.gap(4);
        } else {
          sheet.section();
        }
        sheet.title(ticket.lineName().in(slip.language()));
      }
      case "marks" -> marks(before.equals("number") || before.equals("line"));
      case "items" -> items();
      case "waits" -> waits();
      case "code" -> code();
      default -> throw new IllegalArgumentException("no section " + section + " on a ticket");
    }
  }

  private void number() {
    sheet.section();
    if (slip.purpose() == Slip.Purpose.REPRINT) {
      sheet.title(texts.of("reprint")).gap(12);
    }
    sheet.centred(texts.of("number"), false).huge(ticket.number());
  }

  /** Green channel and booking; without a rule below the number and its line. */
  private void marks(boolean joined) {
    TicketView.Booked booked = ticket.booked();
    if (!joined && (ticket.green() || booked != null)) {
      sheet.section();
    }
    if (ticket.green()) {
      sheet.gap(10).centred(texts.of("green"), true);
    }
    if (booked != null) {
      String key = booked.late() ? "booked.late" : "booked";
      sheet.gap(10).centred(texts.of(key, booked.hours()), true);
    }
  }

  private void items() {
    List<Text> items = ticket.items();
    if (!items.isEmpty()) {
      sheet.section().left(texts.of("items")).gap(4);
      sheet.bulleted(items.stream().map(it -> it.in(slip.language())).toList(), true);
    }
  }

  private void waits() {
    sheet.section();
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

  private void code() {
    String link = slip.link();
    if (link != null && !link.isBlank()) {
      sheet.section().gap(14).qr(link).gap(16).centred(texts.of("qr"), false);
    }
  }
}
