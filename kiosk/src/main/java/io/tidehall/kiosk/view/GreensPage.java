package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Choice;
import io.tidehall.kiosk.flow.Happening.ChooseGreen;
import io.tidehall.kiosk.flow.Happening.NoGreen;
import io.tidehall.protocol.Catalogue;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Who may use the green channel; offered by itself to those whose card says that they may. */
final class GreensPage {
  /** As many as fit in two columns within low reach. */
  private static final int LOW_FEW = 8;

  private GreensPage() {}

  static Node build(Page page, Choice choice) {
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
    int columns = page.wide() ? 4 : page.low() && greens.size() > LOW_FEW ? 3 : 2;
    int least = page.low() ? 2 : page.wide() ? 3 : 7;
    int rows = Math.max(least, (greens.size() + columns - 1) / columns);
    Choice.Who who = choice.who();
    boolean offered = who != null && who.aged() && choice.green() == null;
    var title = Parts.label(page.say(offered ? "green.aged" : "green.title"), "title");
    title.setId("green-title");
    return page.column(
        List.of(title, Parts.label(page.say("green.hint"), "quiet-text")),
        List.of(Parts.grid(columns, rows, buttons), none));
  }
}
