package io.tidehall.kiosk.pad.view;

import io.tidehall.kiosk.pad.flow.Pad;
import io.tidehall.kiosk.pad.flow.PadHappening;
import io.tidehall.kiosk.pad.flow.PadScreen;
import io.tidehall.kiosk.view.Parts;
import io.tidehall.kiosk.view.Sign;
import io.tidehall.kiosk.view.Words;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.RatingInvitation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The pad's pages. */
record PadPage(Pad pad, Words words, Consumer<PadHappening> touched) {
  /** Characters of notices that find room on an idle pad. */
  private static final int NOTICES = 120;

  private String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  private Runnable on(PadHappening happening) {
    return () -> touched.accept(happening);
  }

  Node idle() {
    WindowState window = pad.window();
    if (window == null) {
      return centred(
          Parts.sign(Sign.WAIT),
          Parts.label(say("pad.starting"), "title", "centred"),
          Parts.label(say("pad.starting.hint"), "quiet-text", "centred"));
    }
    var number = new Label(window.window());
    number.setId("window");
    number.getStyleClass().add("window-number");
    var name = Parts.label(words.of(window.name()), "title", "centred");
    var kind = Parts.label(words.of(window.kind()), "quiet-text", "centred");
    var stage = Parts.label(stage(window), "stage", "centred");
    stage.setId("stage");
    var page = centred(number, name, kind, badge(window), stage);
    List<String> notices = notices();
    if (!notices.isEmpty()) {
      page.getChildren().add(notices(notices));
    }
    if (pad.reach() != Reach.ONLINE) {
      var strip = Parts.row("strip", Parts.label(say("pad.offline"), "small"));
      strip.setId("offline");
      strip.getStyleClass().addAll("warm", "rounded");
      page.getChildren().add(strip);
    }
    return page;
  }

  private String stage(WindowState window) {
    return switch (window.stage()) {
      case NOT_OPEN -> say("stage.not-open");
      case PAUSED -> {
        var pause = window.pause();
        yield pause == null
            ? say("stage.paused")
            : say("stage.paused") + say("list.dot") + words.of(pause.reason());
      }
      case CALLED -> say("stage.called", window.number());
      case SERVING -> say("stage.serving", window.number());
      case IDLE -> say("stage.idle");
    };
  }

  /** The first of the hall's notices that find room; all of them stand on boards and phones. */
  private List<String> notices() {
    var said = new ArrayList<String>();
    int room = NOTICES;
    for (Text notice : pad.hall() == null ? List.<Text>of() : pad.hall().notices()) {
      room -= words.of(notice).length();
      if (room < 0) {
        break;
      }
      said.add(words.of(notice));
    }
    return said;
  }

  private static Node notices(List<String> said) {
    var lines = said.stream().map(it -> (Node) Parts.label(it, "small")).toArray(Node[]::new);
    var notices = Parts.column("notices", lines);
    notices.setId("notices");
    return notices;
  }

  /** Who serves here: the number, and the public card where the hall shows it. */
  private Node badge(WindowState window) {
    if (window.clerk().isEmpty()) {
      return new VBox();
    }
    var clerk = new Label(window.clerk());
    clerk.setId("clerk");
    clerk.getStyleClass().add("clerk");
    var card = Parts.column("badge-card", Parts.label(say("pad.clerk"), "small", "quiet"), clerk);
    WindowState.Card who = window.card();
    if (who != null) {
      var shown = Parts.label(card(who), "centred");
      shown.setId("card");
      card.getChildren().add(shown);
    }
    card.getStyleClass().add("card");
    card.setAlignment(Pos.CENTER);
    card.setMaxWidth(360);
    return card;
  }

  private String card(WindowState.Card card) {
    return (words.of(card.post()) + " " + card.name()).strip();
  }

  Node rate(RatingInvitation invitation, Label countdown) {
    var parts = new ArrayList<Node>();
    parts.add(Parts.label(say("pad.title"), "title"));
    parts.add(Parts.column("pad-what", what(invitation), who(invitation)));
    for (int level = 5; level >= 1; level--) {
      parts.add(Parts.grow(level(level)));
    }
    parts.add(foot(countdown));
    return Parts.column("pad-column", parts.toArray(Node[]::new));
  }

  private Node what(RatingInvitation invitation) {
    String what = say("pad.what", invitation.number(), words.of(invitation.item()));
    var label = Parts.label(what, "quiet-text");
    label.setId("service");
    return label;
  }

  /** At which window, and by whom: the clerk of that service, who may have left since. */
  private Node who(RatingInvitation invitation) {
    var said = new ArrayList<String>();
    WindowState window = pad.window();
    if (window != null) {
      said.add(words.of(window.name()));
    }
    if (!invitation.clerk().isEmpty()) {
      said.add(say("pad.clerk") + " " + invitation.clerk());
      boolean same = window != null && window.clerk().equals(invitation.clerk());
      WindowState.Card card = window == null ? null : window.card();
      if (card != null && same) {
        said.add(card(card));
      }
    }
    var label = Parts.label(String.join(say("list.dot"), said), "quiet-text");
    label.setId("who");
    return label;
  }

  private Button level(int level) {
    String name =
        pad.catalogue() == null
            ? say("level." + level)
            : pad.catalogue().ratings().stream()
                .filter(it -> it.level() == level)
                .findFirst()
                .map(it -> words.of(it.name()))
                .orElse(say("level." + level));
    var row =
        Parts.row(
            "level-row",
            Parts.sign(Sign.face(level), "face"),
            Parts.grow(Parts.label(name, "level-name")));
    return Parts.tile("rate-" + level, row, on(new PadHappening.ChooseLevel(level)), "level");
  }

  private Node foot(Label countdown) {
    countdown.setMaxWidth(Double.MAX_VALUE);
    return Parts.row(
        "pad-foot",
        Parts.button("decline", say("pad.decline"), on(new PadHappening.Decline())),
        Parts.grow(countdown));
  }

  Node reasons(PadScreen.Reasons screen, Label countdown) {
    var parts = new ArrayList<Node>();
    parts.add(Parts.label(say("reasons.title"), "title"));
    parts.add(Parts.label(say("reasons.hint"), "quiet-text"));
    List<Button> reasons =
        pad.labels(screen.level()).stream()
            .map(label -> reason(label, screen.chosen().contains(label.code())))
            .toList();
    // Two columns keep each target as large as a thumb with the national list's eight labels.
    parts.add(Parts.grid(2, Math.max(4, (reasons.size() + 1) / 2), reasons));
    var desk =
        Parts.button("say-at-desk", say("reasons.desk"), on(new PadHappening.SayAtDesk()), "desk");
    desk.setMaxWidth(Double.MAX_VALUE);
    parts.add(desk);
    var send = Parts.button("send", say("reasons.send"), on(new PadHappening.Send()), "primary");
    send.setDisable(screen.chosen().isEmpty());
    send.setMaxWidth(Double.MAX_VALUE);
    parts.add(
        Parts.row(
            "pad-foot",
            Parts.button("back", say("back"), on(new PadHappening.Back())),
            Parts.grow(send)));
    parts.add(countdown);
    return Parts.column("pad-column", parts.toArray(Node[]::new));
  }

  private Button reason(Catalogue.Label label, boolean chosen) {
    var box = new Label(chosen ? "✓" : "");
    box.getStyleClass().add("tick");
    var row =
        Parts.row(
            "reason-row", box, Parts.grow(Parts.label(words.of(label.name()), "reason-name")));
    var tile =
        Parts.tile(
            "reason-" + label.code(),
            row,
            on(new PadHappening.ToggleReason(label.code())),
            "reason");
    if (chosen) {
      tile.getStyleClass().add("chosen");
    }
    return tile;
  }

  Node thanks() {
    var title = Parts.label(say("thanks.title"), "title", "centred");
    title.setId("thanks");
    return centred(
        Parts.sign(Sign.CHECK, "well"),
        title,
        Parts.label(say("thanks.hint"), "quiet-text", "centred"));
  }

  private static VBox centred(Node... children) {
    var page = Parts.column("pad-centre", children);
    page.setAlignment(Pos.CENTER);
    return page;
  }
}
