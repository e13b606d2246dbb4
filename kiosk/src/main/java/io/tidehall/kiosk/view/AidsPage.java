package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Comfort.Aid;
import io.tidehall.kiosk.flow.Happening.Back;
import io.tidehall.kiosk.flow.Happening.Louder;
import io.tidehall.kiosk.flow.Happening.SwitchAid;
import io.tidehall.kiosk.flow.Prompt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** What helps to see, to reach and to hear: each a switch that says whether it is on. */
final class AidsPage {
  /** Widths to begin with, by which the height of wrapped words is measured; each grows alike. */
  private static final double HALF = 440;

  private static final double THIRD = 280;

  private AidsPage() {}

  static Node build(Page page) {
    var title = Parts.label(page.say("aids.title"), "title");
    var hint = Parts.label(page.say("aids.hint"), "quiet-text");
    List<Aid> aids =
        Arrays.stream(Aid.values())
            .filter(it -> it != Aid.SPOKEN || page.world().speaks())
            .toList();
    var parts = new ArrayList<Node>();
    if (page.wide() || page.low() || page.large()) {
      for (int i = 0; i < aids.size(); i += 2) {
        var row = Parts.row("aid-row", half(page, aids.get(i)));
        if (i + 1 < aids.size()) {
          row.getChildren().add(half(page, aids.get(i + 1)));
        }
        row.setMaxHeight(Region.USE_PREF_SIZE);
        parts.add(row);
      }
    } else {
      aids.forEach(it -> parts.add(aid(page, it)));
    }
    if (page.kiosk().speaks()) {
      parts.add(volume(page, Prompt.percent(page.kiosk())));
    }
    parts.add(Parts.gap());
    var done = Parts.button("aids-done", page.say("aids.done"), page.on(new Back()), "primary");
    done.getStyleClass().add("take");
    done.setMaxWidth(Double.MAX_VALUE);
    parts.add(done);
    return page.column(List.of(title, hint), parts);
  }

  private static Button aid(Page page, Aid aid) {
    boolean on = page.kiosk().has(aid);
    String id = aid.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String words = (on ? "✓ " : "") + page.say("aid." + id);
    var button = Parts.button("aid-" + id, words, page.on(new SwitchAid(aid)), "aid");
    button.setMaxWidth(Double.MAX_VALUE);
    if (on) {
      button.getStyleClass().add("chosen");
    }
    return button;
  }

  private static Button half(Page page, Aid aid) {
    Button button = Parts.grow(aid(page, aid));
    button.setPrefWidth(HALF);
    return button;
  }

  /** Softer, how loud it is, and louder. */
  static Node volume(Page page, int percent) {
    var softer = Parts.button("softer", page.say("sound.softer"), page.on(new Louder(-1)), "aid");
    var louder = Parts.button("louder", page.say("sound.louder"), page.on(new Louder(1)), "aid");
    var label = Parts.label(page.say("sound.percent", percent), "heading", "centred");
    label.setId("percent");
    label.setMinWidth(240);
    for (Button each : List.of(softer, louder)) {
      Parts.grow(each);
      each.setMaxWidth(Double.MAX_VALUE);
      each.setPrefWidth(THIRD);
    }
    var row = Parts.row("aid-row", softer, label, louder);
    row.setMaxHeight(Region.USE_PREF_SIZE);
    return row;
  }
}
