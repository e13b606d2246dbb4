package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.DigitsDone;
import io.tidehall.kiosk.flow.Happening.Unsaid;
import io.tidehall.kiosk.flow.Screen.Identify;
import io.tidehall.kiosk.flow.World;
import io.tidehall.protocol.Identity;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The ID card on the reader, or the phone's last digits and the birthday on a number pad. */
final class IdentifyPage {
  private IdentifyPage() {}

  static Node build(Page page, Identify screen) {
    boolean card = page.world().recognises(Identity.ID_CARD);
    boolean phone = page.world().recognises(Identity.PHONE_LAST_DIGITS);
    var title = Parts.label(page.say("who.title"), "title");
    var hint = Parts.label(page.say("who.hint"), "quiet-text");
    var ways = new ArrayList<Node>();
    if (card) {
      ways.add(card(page, screen));
    }
    if (phone) {
      ways.add(phone(page, screen, card));
    }
    var without = without(page);
    if (page.wide()) {
      var left = Parts.column("body-half", title, hint);
      if (card) {
        left.getChildren().add(ways.getFirst());
      }
      left.getChildren().addAll(Parts.gap(), without);
      return Parts.halves(
          left, phone ? Parts.column("body-half", ways.getLast()) : Parts.column("body-half"));
    }
    var column = Parts.column("body-column", title, hint);
    column.getChildren().addAll(ways);
    column.getChildren().addAll(Parts.gap(), without);
    return column;
  }

  private static Node card(Page page, Identify screen) {
    boolean missing = page.world().reader() == World.Reader.MISSING;
    boolean unreadable = screen.note() == Identify.Note.CARD_UNREADABLE;
    String key =
        missing ? "who.card.missing" : unreadable ? "who.card.unreadable" : "who.card.hint";
    var words =
        Parts.grow(
            Parts.column(
                "tile-text",
                Parts.label(page.say("who.card"), "heading"),
                said("card-note", page.say(key))));
    var row =
        Parts.row(
            "card-way", Parts.sign(Sign.CARD, missing || unreadable ? "warm" : "well"), words);
    row.getStyleClass().add("card");
    row.setId("card-way");
    return row;
  }

  private static VBox phone(Page page, Identify screen, boolean second) {
    String digits = screen.digits();
    int cut = Math.min(digits.length(), Identify.PHONE_DIGITS);
    var fields =
        Parts.row(
            "digit-fields",
            field(page, "digits-phone", "who.phone", digits.substring(0, cut)),
            field(page, "digits-birthday", "who.birthday", digits.substring(cut)));
    String key = screen.note() == Identify.Note.NO_SUCH_DAY ? "who.phone.wrong" : "who.phone.hint";
    var go =
        Parts.button("digits-done", page.say("who.next"), page.on(new DigitsDone()), "primary");
    go.setDisable(!screen.full());
    go.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    var column = Parts.column("phone-way");
    if (!page.large()) {
      // In large print the fields' own names say it.
      column
          .getChildren()
          .add(Parts.label(page.say(second ? "who.phone.or" : "who.phone.title"), "heading"));
    }
    column.getChildren().addAll(said("phone-note", page.say(key)), fields, DigitPad.keys(page), go);
    column.getStyleClass().add("card");
    return column;
  }

  private static Node field(Page page, String id, String key, String digits) {
    var shown = Parts.label(digits + "–".repeat(Identify.PHONE_DIGITS - digits.length()), "digits");
    shown.setId(id);
    return Parts.grow(
        Parts.column("digit-field", Parts.label(page.say(key), "small", "quiet"), shown));
  }

  private static Node without(Page page) {
    if (!page.world().recognises(Identity.NONE)) {
      var help = Parts.label(page.say("who.needed"), "quiet-text");
      help.setId("who-needed");
      return help;
    }
    var skip = Parts.button("unsaid", page.say("who.unsaid"), page.on(new Unsaid()), "skip");
    skip.setMaxWidth(Double.MAX_VALUE);
    skip.setAlignment(Pos.CENTER);
    return skip;
  }

  private static Node said(String id, String words) {
    var label = Parts.label(words, "body");
    label.setId(id);
    return label;
  }
}
