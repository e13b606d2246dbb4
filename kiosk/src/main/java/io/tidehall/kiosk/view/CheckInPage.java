package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.DigitsDone;
import io.tidehall.kiosk.flow.Screen.CheckIn;
import io.tidehall.protocol.Text;
import java.util.List;
import javafx.scene.Node;

/** Who booked: the QR code before the scanner, or its four digits on a number pad. */
final class CheckInPage {
  private CheckInPage() {}

  static Node build(Page page, CheckIn screen) {
    var title = Parts.label(page.say("booked.title"), "title");
    var hint = Parts.label(page.say("booked.hint"), "quiet-text");
    var pad = pad(page, screen);
    if (page.wide() && page.low()) {
      return Parts.halves(
          Parts.column("body-half", title, hint, scan(page)),
          Parts.column("body-half", Parts.gap(), pad));
    }
    if (page.wide()) {
      return Parts.halves(
          Parts.column("body-half", title, hint, scan(page), Parts.gap()),
          Parts.column("body-half", Parts.grow(pad)));
    }
    return page.column(List.of(title, hint, scan(page)), List.of(Parts.grow(pad)));
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
    var field = DigitPad.field(page, page.say("booked.code"), shown);
    var go =
        Parts.button("digits-done", page.say("booked.go"), page.on(new DigitsDone()), "primary");
    go.setDisable(!screen.full());
    go.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    var fields = Parts.row("digit-fields", field);
    var column = Parts.column("phone-way", said, fields, DigitPad.keys(page));
    if (page.low() && !page.wide()) {
      fields.getChildren().add(Parts.grow(go));
    } else {
      column.getChildren().add(go);
    }
    column.getStyleClass().add("card");
    return column;
  }
}
