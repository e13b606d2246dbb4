package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.DigitsDone;
import io.tidehall.kiosk.flow.Happening.Unsaid;
import io.tidehall.kiosk.flow.Screen.Identify;
import io.tidehall.kiosk.flow.World;
import io.tidehall.protocol.Identity;
import java.util.ArrayList;
import java.util.List;
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
    var without = without(page);
    if (page.low() && !page.wide()) {
      return low(page, screen, List.of(title, hint), without);
    }
    if (phone) {
      var way = phone(page, screen);
      way.getChildren().addFirst(note(page, screen));
      if (!page.large()) {
        // In large print the fields' own names say it.
        String key = card ? "who.phone.or" : "who.phone.title";
        way.getChildren().addFirst(Parts.label(page.say(key), "heading"));
      }
      way.getChildren().add(go(page, screen));
      ways.add(way);
    }
    if (page.wide()) {
      var left = Parts.column("body-half", title, hint);
      if (card) {
        left.getChildren().add(ways.getFirst());
      }
      left.getChildren().addAll(Parts.gap(), without);
      var right = Parts.column("body-half");
      if (page.low()) {
        right.getChildren().add(Parts.gap());
      }
      if (phone) {
        right.getChildren().add(ways.getLast());
      }
      return Parts.halves(left, right);
    }
    var column = Parts.column("body-column", title, hint);
    column.getChildren().addAll(ways);
    column.getChildren().addAll(Parts.gap(), without);
    return column;
  }

  /** Within low reach: what may be left out stands beside the way on. */
  private static Node low(Page page, Identify screen, List<Node> said, Node without) {
    var tells = new ArrayList<Node>(said);
    if (page.world().recognises(Identity.ID_CARD)) {
      tells.add(card(page, screen));
    }
    if (!page.world().recognises(Identity.PHONE_LAST_DIGITS)) {
      return page.column(tells, List.of(Parts.gap(), without));
    }
    var last = Parts.row("low-row");
    if (page.world().recognises(Identity.NONE)) {
      last.getChildren().add(Parts.grow(without));
    } else {
      tells.add(without);
    }
    last.getChildren().add(Parts.grow(go(page, screen)));
    tells.add(Parts.gap());
    tells.add(note(page, screen));
    return page.column(tells, List.of(phone(page, screen), last));
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

  private static VBox phone(Page page, Identify screen) {
    String digits = screen.digits();
    int cut = Math.min(digits.length(), Identify.PHONE_DIGITS);
    var fields =
        Parts.row(
            "digit-fields",
            field(page, "digits-phone", "who.phone", digits.substring(0, cut)),
            field(page, "digits-birthday", "who.birthday", digits.substring(cut)));
    var column = Parts.column("phone-way", fields, DigitPad.keys(page));
    column.getStyleClass().add("card");
    return column;
  }

  private static Node note(Page page, Identify screen) {
    boolean wrong = screen.note() == Identify.Note.NO_SUCH_DAY;
    return said("phone-note", page.say(wrong ? "who.phone.wrong" : "who.phone.hint"));
  }

  private static Node go(Page page, Identify screen) {
    var go =
        Parts.button("digits-done", page.say("who.next"), page.on(new DigitsDone()), "primary");
    go.setDisable(!screen.full());
    go.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return go;
  }

  private static Node field(Page page, String id, String key, String digits) {
    var shown = Parts.label(digits + "–".repeat(Identify.PHONE_DIGITS - digits.length()), "digits");
    shown.setId(id);
    return DigitPad.field(page, page.say(key), shown);
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
