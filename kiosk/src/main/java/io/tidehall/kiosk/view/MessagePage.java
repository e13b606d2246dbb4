package io.tidehall.kiosk.view;

import io.tidehall.device.HallTime;
import io.tidehall.device.Texts;
import io.tidehall.kiosk.flow.Block;
import io.tidehall.kiosk.flow.Choice;
import io.tidehall.kiosk.flow.Happening.AskAgain;
import io.tidehall.kiosk.flow.Happening.Home;
import io.tidehall.kiosk.flow.Happening.TakeApart;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** One thing to tell: a sign, what is, and what to do. */
final class MessagePage {
  private MessagePage() {}

  static Node taking(Page page) {
    return build(Sign.WAIT, "", page.say("taking.title"), List.of(page.say("taking.hint")));
  }

  static Node joining(Page page) {
    return build(Sign.WAIT, "", page.say("joining.title"), List.of(page.say("taking.hint")));
  }

  static Node checkingIn(Page page) {
    return build(Sign.WAIT, "", page.say("booked.asking"), List.of(page.say("taking.hint")));
  }

  static Node moment(Page page) {
    return build(Sign.WAIT, "", page.say("moment.title"), List.of(page.say("moment.hint")));
  }

  static Node sorry(Texts texts) {
    var message =
        build(
            Sign.WAIT,
            "",
            texts.say(Language.ZH, "moment.title"),
            List.of(
                texts.say(Language.ZH, "moment.hint"),
                texts.say(Language.EN, "moment.title")
                    + " "
                    + texts.say(Language.EN, "moment.hint")));
    message.getStyleClass().add("kiosk");
    message.setId("screen-sorry");
    return message;
  }

  static Node ended(Page page) {
    return build(Sign.WAIT, "", page.say("service.ended"), List.of());
  }

  /** One ticket cannot carry all: which go together, and a ticket for each. */
  static Node apart(Page page, Screen.Apart screen) {
    var lines = new ArrayList<String>();
    lines.add(page.say("apart.hint", screen.parts().size()));
    for (Choice part : screen.parts()) {
      String line = page.world().line(part.line()).map(it -> page.words().of(it.name())).orElse("");
      lines.add(part.items().isEmpty() ? line : page.say("apart.part", line, part.items().size()));
    }
    var message = build(Sign.TICKET, "", page.say("apart.title"), lines);
    var take =
        Parts.button("take-apart", page.say("apart.take"), page.on(new TakeApart()), "primary");
    return with(page, message, take);
  }

  static Node refused(Page page, Screen.Refused screen) {
    return withDone(
        page,
        build(
            Sign.NOTICE,
            "warm",
            page.say("refused.title"),
            List.of(page.words().of(screen.because()), page.say("refused.hint"))));
  }

  static Node unanswered(Page page) {
    var message =
        build(
            Sign.PLUG,
            "warm",
            page.say("unanswered.title"),
            List.of(page.say("unanswered.hint"), page.say("unanswered.desk")));
    var again =
        Parts.button("again", page.say("unanswered.again"), page.on(new AskAgain()), "primary");
    return with(page, message, again);
  }

  static Node blocked(Page page, Block block) {
    return switch (block) {
      case STARTING ->
          build(Sign.WAIT, "", page.say("starting.title"), List.of(page.say("starting.hint")));
      case NO_BROKER ->
          build(
              Sign.PLUG,
              "warm",
              page.say("offline.title"),
              List.of(page.say("offline.hint"), page.say("offline.broker")));
      case NO_CONTROLLER ->
          build(
              Sign.PLUG,
              "warm",
              page.say("offline.title"),
              List.of(page.say("offline.hint"), page.say("offline.controller")));
      case CLOSED -> closed(page);
      case CLOCK_WRONG ->
          build(
              Sign.CLOCK,
              "warm",
              page.say("clock.title"),
              List.of(page.say("clock.hint"), page.say("clock.staff")));
      case PAPER_OUT ->
          build(
              Sign.PAPER,
              "warm",
              page.say("paper.title"),
              List.of(page.say("paper.hint"), page.say("paper.staff")));
      case PRINTER_DOWN ->
          build(
              Sign.PRINTER,
              "warm",
              page.say("printer.title"),
              List.of(page.say("paper.hint"), page.say("printer.staff")));
    };
  }

  private static Node closed(Page page) {
    HallStatus hall = page.world().hall();
    var lines = new ArrayList<String>();
    if (hall != null) {
      var because = hall.closedBecause();
      if (because != null) {
        lines.add(page.words().of(because));
      }
      lines.add(page.say("closed.hours", page.words().of(hall.hours())));
    }
    var next = hall == null ? null : hall.nextChange();
    String title =
        hall == null || next == null
            ? page.say("closed.title")
            : page.say(
                "closed.until",
                HallTime.of(hall).until(next, page.kiosk().now(), page.words().language()));
    return build(Sign.CLOCK, "", title, lines);
  }

  private static Node withDone(Page page, VBox message) {
    return with(
        page,
        message,
        Parts.button("done", page.say("message.done"), page.on(new Home()), "primary"));
  }

  /** A message and what to do. */
  private static Node with(Page page, VBox message, Button act) {
    act.getStyleClass().add("take");
    if (page.low()) {
      // Below the middle, however short the message is.
      return Parts.column("body-low", Parts.grow(message), below(act));
    }
    message.getChildren().add(act);
    return message;
  }

  private static Node below(Button act) {
    var row = Parts.row("act-low", act);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private static VBox build(Sign sign, String tone, String title, List<String> lines) {
    var head = Parts.label(title, "title", "centred");
    head.setId("message");
    var parts = new ArrayList<Node>();
    parts.add(tone.isEmpty() ? Parts.sign(sign) : Parts.sign(sign, tone));
    parts.add(head);
    for (int i = 0; i < lines.size(); i++) {
      parts.add(Parts.label(lines.get(i), "centred", i == 0 ? "heading-plain" : "quiet-text"));
    }
    var column = Parts.column("message", parts.toArray(Node[]::new));
    column.setAlignment(Pos.CENTER);
    return column;
  }
}
