package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Comfort.Aid;
import io.tidehall.kiosk.flow.Happening.Back;
import io.tidehall.kiosk.flow.Happening.SwitchAid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** What helps to see: each a switch that says whether it is on. */
final class AidsPage {
  private AidsPage() {}

  static Node build(Page page) {
    var title = Parts.label(page.say("aids.title"), "title");
    var hint = Parts.label(page.say("aids.hint"), "quiet-text");
    var parts = new ArrayList<Node>();
    for (Aid aid : Aid.values()) {
      boolean on = page.kiosk().comfort().has(aid);
      String id = aid.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String words = (on ? "✓ " : "") + page.say("aid." + id);
      var button = Parts.button("aid-" + id, words, page.on(new SwitchAid(aid)), "aid");
      button.setMaxWidth(Double.MAX_VALUE);
      if (on) {
        button.getStyleClass().add("chosen");
      }
      parts.add(button);
    }
    parts.add(Parts.gap());
    var done = Parts.button("aids-done", page.say("aids.done"), page.on(new Back()), "primary");
    done.getStyleClass().add("take");
    done.setMaxWidth(Double.MAX_VALUE);
    parts.add(done);
    return page.column(List.of(title, hint), parts);
  }
}
