package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Choice;
import io.tidehall.kiosk.flow.Happening.AskGreen;
import io.tidehall.kiosk.flow.Happening.ChooseGreen;
import io.tidehall.kiosk.flow.Happening.NoGreen;
import io.tidehall.kiosk.flow.Happening.Take;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What the visitor gets before taking the number, and who may use the green channel. */
final class ConfirmPage {
  private ConfirmPage() {}

  static Node build(Page page, Choice choice) {
    var take = Parts.button("confirm", page.say("confirm.take"), page.on(new Take()), "primary");
    take.getStyleClass().add("take");
    take.setMaxWidth(Double.MAX_VALUE);
    take.setDisable(!page.world().taking(choice.line()));
    var what = what(page, choice);
    var facts = facts(page, choice);
    var green = green(page, choice);
    var title = Parts.label(page.say("confirm.title"), "title");
    if (page.wide()) {
      var left = Parts.column("body-half", Parts.gap(), title, what, facts, Parts.gap());
      var right = Parts.column("body-half", Parts.gap(), green, take, Parts.gap());
      return Parts.halves(left, right);
    }
    return Parts.column("body-column", title, what, facts, green, Parts.gap(), take, Parts.gap());
  }

  private static VBox what(Page page, Choice choice) {
    var lines = new ArrayList<Node>();
    lines.add(Parts.label(page.say("confirm.line"), "small", "quiet"));
    Text line = page.world().line(choice.line()).map(Catalogue.Line::name).orElse(Text.zh(""));
    lines.add(Parts.label(page.words().of(line), "heading"));
    page.world()
        .item(choice.item())
        .ifPresent(
            item -> {
              lines.add(Parts.label(page.say("confirm.item"), "small", "quiet", "second"));
              lines.add(Parts.label(page.words().of(item.name()), "body"));
            });
    var card = Parts.column("card", lines.toArray(Node[]::new));
    card.setId("choice");
    return card;
  }

  private static Node facts(Page page, Choice choice) {
    LinesState.Load load = page.world().load(choice.line()).orElse(null);
    if (load == null) {
      return Parts.label(page.say("line.unknown"), "body");
    }
    if (!load.taking()) {
      var because = load.because();
      return notice(because == null ? page.say("line.closed") : page.words().of(because));
    }
    return Facts.build(page, load.before(), load.outlook(), load.windows());
  }

  private static Node notice(String text) {
    var strip = Parts.row("strip", Parts.label(text, "body"));
    strip.getStyleClass().addAll("warm", "rounded");
    return strip;
  }

  private static Node green(Page page, Choice choice) {
    List<Catalogue.Green> greens =
        page.world().catalogue() == null ? List.of() : page.world().catalogue().greens();
    if (greens.isEmpty()) {
      return new VBox();
    }
    Button button =
        page.world()
            .green(choice.green())
            .map(
                reason ->
                    Parts.button(
                        "green",
                        "✓ " + page.say("green.chosen", page.words().of(reason.name())),
                        page.on(new AskGreen()),
                        "chosen"))
            .orElseGet(() -> Parts.button("green", page.say("green.ask"), page.on(new AskGreen())));
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  static Node greens(Page page, Choice choice) {
    List<Catalogue.Green> greens =
        page.world().catalogue() == null ? List.of() : page.world().catalogue().greens();
    var buttons = new ArrayList<Button>();
    for (Catalogue.Green green : greens) {
      boolean chosen = green.id().equals(choice.green());
      String name = (chosen ? "✓ " : "") + page.words().of(green.name());
      var button = Parts.button("green-" + green.id(), name, page.on(new ChooseGreen(green.id())));
      button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      if (chosen) {
        button.getStyleClass().add("chosen");
      }
      buttons.add(button);
    }
    var none = Parts.button("green-none", page.say("green.none"), page.on(new NoGreen()));
    none.setMaxWidth(Double.MAX_VALUE);
    int columns = page.wide() ? 4 : 2;
    int rows = Math.max(page.wide() ? 3 : 7, (greens.size() + columns - 1) / columns);
    return Parts.column(
        "body-column",
        Parts.label(page.say("green.title"), "title"),
        Parts.label(page.say("green.hint"), "quiet-text"),
        Parts.grid(columns, rows, buttons),
        none);
  }
}
