package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.DigitsDone;
import io.tidehall.kiosk.flow.Screen.CheckIn;
import io.tidehall.protocol.Text;
import javafx.scene.Node;

/** Who booked: the QR code before the scanner, or its four digits on a number pad. */
final class CheckInPage {
  private CheckInPage() {}

  static Node build(Page page, CheckIn screen) {
    var title = Parts.label(page.say("booked.title"), "title");
    var hint = Parts.label(page.say("booked.hint"), "quiet-text");
    var pad = pad(page, screen);
    if (page.wide()) {
      return Parts.halves(
          Parts.column("body-half", title, hint, scan(page), Parts.gap()),
          Parts.column("body-half", pad));
    }
    return Parts.column("body-column", title, hint, scan(page), pad);
  }

  private static Node scan(Page page) {
    var words =
        Parts.grow(
            Parts.column(
                "tile-text",
                Parts.label(page.say("booked.scan"), "heading"),
                Parts.label(page.say("booked.scan.hint"), "body")));
    var row = Parts.row("card-way", Parts.sign(Sign.TICKET, "well"), words);
    row.getStyleClass().add("card");
    return row;
  }

  private static Node pad(Page page, CheckIn screen) {
    Text note = screen.note();
    var said =
        Parts.label(note == null ? page.say("booked.code.hint") : page.words().of(note), "body");
    said.setId("code-note");
    if (note != null) {
      said.getStyleClass().addAll("warm", "rounded", "strip");
      said.setMaxWidth(Double.MAX_VALUE);
    }
    var shown =
        Parts.label(
            screen.digits() + "–".repeat(CheckIn.DIGITS - screen.digits().length()), "digits");
    shown.setId("digits-code");
    var field =
        Parts.column("digit-field", Parts.label(page.say("booked.code"), "small", "quiet"), shown);
    var go =
        Parts.button("digits-done", page.say("booked.go"), page.on(new DigitsDone()), "primary");
    go.setDisable(!screen.full());
    go.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    var column =
        Parts.grow(
            Parts.column(
                "phone-way",
                said,
                Parts.row("digit-fields", Parts.grow(field)),
                DigitPad.keys(page),
                go));
    column.getStyleClass().add("card");
    return column;
  }
}
