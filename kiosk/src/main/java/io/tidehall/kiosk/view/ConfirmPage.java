package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Choice;
import io.tidehall.kiosk.flow.Happening.AddItem;
import io.tidehall.kiosk.flow.Happening.AskGreen;
import io.tidehall.kiosk.flow.Happening.Take;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What the visitor gets before taking the number. */
final class ConfirmPage {
  private ConfirmPage() {}

  static Node build(Page page, Choice choice) {
    var take = Parts.button("confirm", page.say("confirm.take"), page.on(new Take()), "primary");
    take.getStyleClass().add("take");
    take.setMaxWidth(Double.MAX_VALUE);
    take.setDisable(!page.world().taking(choice.line()));
    var what = what(page, choice);
    var facts = facts(page, choice);
    var green = Parts.column("confirm-more", more(page, choice), green(page, choice));
    var title = Parts.label(page.say("confirm.title"), "title");
    if (page.wide()) {
      var left = Parts.column("body-half", Parts.gap(), title, what, facts, Parts.gap());
      var right = Parts.column("body-half", Parts.gap(), green, take);
      if (!page.low()) {
        right.getChildren().add(Parts.gap());
      }
      return Parts.halves(left, right);
    }
    List<Node> tells = List.of(title, what);
    return page.low()
        ? page.column(tells, List.of(facts, green, take))
        : page.column(tells, List.of(facts, green, Parts.gap(), take, Parts.gap()));
  }

  private static VBox what(Page page, Choice choice) {
    var lines = new ArrayList<Node>();
    lines.add(Parts.label(page.say("confirm.line"), "small", "quiet"));
    Text line = page.world().line(choice.line()).map(Catalogue.Line::name).orElse(Text.zh(""));
    lines.add(Parts.label(page.words().of(line), "heading"));
    List<Catalogue.Item> items =
        choice.items().stream().map(page.world()::item).flatMap(Optional::stream).toList();
    boolean many = items.size() > 2;
    if (!items.isEmpty() && !many) {
      lines.add(Parts.label(page.say("confirm.item"), "small", "quiet", "second"));
    }
    String size = many ? "item-many" : "body";
    for (Catalogue.Item item : items) {
      lines.add(Parts.label((items.size() > 1 ? "· " : "") + page.words().of(item.name()), size));
    }
    var card = Parts.column("card", lines.toArray(Node[]::new));
    card.setId("choice");
    return card;
  }

  private static Node more(Page page, Choice choice) {
    if (!page.kiosk().mayAdd(choice)) {
      return new VBox();
    }
    var more = Parts.button("add-item", page.say("confirm.add"), page.on(new AddItem()));
    more.setMaxWidth(Double.MAX_VALUE);
    return more;
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
    LinesState.Green green = choice.green() == null ? null : load.green();
    return green == null
        ? Facts.build(page, load.before(), load.outlook(), load.windows())
        : Facts.build(page, green.ahead(), green.outlook(), load.windows());
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
}
