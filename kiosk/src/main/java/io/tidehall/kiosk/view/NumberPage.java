package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Block;
import io.tidehall.kiosk.flow.Happening.AskReprint;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The number, as large as the screen allows. */
final class NumberPage {
  /** As many items as are named beside a number; the slip names all. */
  private static final int NAMED = 1;

  /** Pixels of a code that a phone reads from arm's length: about 4 cm. */
  private static final int FOLLOW = 240;

  private NumberPage() {}

  static Node issued(Page page, Screen.Issued screen) {
    var words = Parts.label(page.say(paper(page, screen.paper())), "heading");
    words.setId("slip");
    boolean coming = screen.paper() == Screen.Paper.COMING;
    var hint =
        Parts.row("strip", Parts.sign(coming ? Sign.TICKET : Sign.PAPER, "small-sign"), words);
    boolean well = coming || !page.world().prints();
    hint.getStyleClass().addAll(well ? "well" : "warm", "rounded");
    Node all = build(page, screen.ticket(), page.say("issued.title"), hint);
    if (!coming) {
      // There is more to tell.
      all.getStyleClass().add("tight");
    }
    return all;
  }

  /** What there is on paper, and what to do without. */
  private static String paper(Page page, Screen.Paper paper) {
    return switch (paper) {
      case COMING -> "issued.slip";
      case DOUBTFUL -> "issued.doubtful";
      case NONE ->
          !page.world().prints()
              ? "issued.remember"
              : page.world().printerTrouble().equals(Optional.of(Block.PAPER_OUT))
                  ? "issued.no-paper"
                  : "issued.no-slip";
    };
  }

  static Node exists(Page page, Screen.Exists screen) {
    boolean down = page.world().printerTrouble().isPresent();
    String key =
        switch (screen.reprint()) {
          case OFFERED -> down ? "exists.no-slip" : "exists.hint";
          case ASKED -> "exists.asked";
          case PRINTED -> "exists.printed";
          case FAILED -> "exists.failed";
        };
    var hint = Parts.row("strip", Parts.label(page.say(key), "heading"));
    hint.getStyleClass()
        .addAll(down || screen.reprint() == Screen.Reprint.FAILED ? "warm" : "well", "rounded");
    if (screen.reprint() != Screen.Reprint.OFFERED || !page.world().printsNow()) {
      return build(page, screen.ticket(), page.say("exists.title"), hint);
    }
    var reprint =
        Parts.button("reprint", page.say("exists.reprint"), page.on(new AskReprint()), "primary");
    reprint.setMaxWidth(Double.MAX_VALUE);
    return build(page, screen.ticket(), page.say("exists.title"), hint, reprint);
  }

  /** Who came early is told no range: others may go first until the slot begins. */
  private static String wait(Page page, TicketView ticket) {
    var booked = ticket.booked();
    return booked != null && !booked.late() && ticket.outlook() == null
        ? page.say("booked.wait")
        : page.outlook(ticket.outlook());
  }

  /** What to do now, beside the way to the ticket's page on a phone, with or without a slip. */
  private static Node follow(Page page, TicketView ticket, Node hint) {
    String link = ticket.link();
    if (link == null) {
      return hint;
    }
    var words = Parts.label(page.say("issued.follow"), "body");
    var both = Parts.grow(Parts.column("follow-words", hint, words));
    return Parts.row("follow", QrCode.of(link, FOLLOW), both);
  }

  private static Node build(Page page, TicketView ticket, String title, Node hint, Node... last) {
    var number = new Label(ticket.number());
    number.setId("number");
    number.getStyleClass().add("number");
    // AP001 and AP1234 must fit as A001 does.
    int letters = ticket.number().length();
    if (letters > 4) {
      number.getStyleClass().add(letters > 6 ? "longest" : "long");
    }
    var lines = new ArrayList<Node>();
    lines.add(Parts.label(title, "heading"));
    lines.add(number);
    var line = Parts.label(page.words().of(ticket.lineName()), "heading");
    line.getStyleClass().add("centred");
    lines.add(line);
    ticket.items().stream()
        .limit(NAMED)
        .forEach(item -> lines.add(Parts.label(page.words().of(item), "body", "quiet", "centred")));
    if (ticket.items().size() > NAMED) {
      String more = page.say("issued.more", ticket.items().size() - NAMED);
      lines.add(Parts.label(more, "body", "quiet", "centred"));
    }
    var booked = ticket.booked();
    if (booked != null) {
      lines.add(
          Parts.label(
              page.say(booked.late() ? "booked.late" : "booked.used", booked.hours()),
              "chip",
              "centred"));
    }
    if (ticket.green()) {
      lines.add(Parts.label(page.say("green.used"), "chip"));
    }
    var card = Parts.column("number-card", lines.toArray(Node[]::new));
    card.setAlignment(Pos.CENTER);
    card.getStyleClass().add("card");
    var facts = Facts.build(page, ticket.ahead(), wait(page, ticket), ticket.windows());
    Node follow = follow(page, ticket, hint);
    if (page.wide()) {
      var right = new ArrayList<Node>();
      right.add(facts);
      right.add(follow);
      right.addAll(List.of(last));
      var half = Parts.column("body-half", right.toArray(Node[]::new));
      half.setAlignment(Pos.CENTER);
      return Parts.halves(card, half);
    }
    var all = new ArrayList<Node>();
    all.add(card);
    all.add(facts);
    all.add(follow);
    all.add(Parts.gap());
    all.addAll(List.of(last));
    return Parts.column("body-column", all.toArray(Node[]::new));
  }
}
