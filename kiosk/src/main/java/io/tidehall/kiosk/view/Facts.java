package io.tidehall.kiosk.view;

import io.tidehall.protocol.WaitRange;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** People ahead, the wait and the windows: what every visitor wants to know. */
final class Facts {
  private Facts() {}

  static Node build(Page page, int ahead, @Nullable WaitRange outlook, List<String> windows) {
    return build(page, ahead, page.outlook(outlook), windows);
  }

  /** With words of one's own about the wait. */
  static Node build(Page page, int ahead, String said, List<String> windows) {
    var number = new Label(String.valueOf(ahead));
    number.setId("ahead");
    number.getStyleClass().add("ahead");
    var people =
        Parts.column(
            "fact-people",
            Parts.label(page.say("facts.ahead"), "small", "quiet"),
            Parts.row("fact-number", number, Parts.label(page.say("facts.people"), "heading")));
    people.setMinWidth(Label.USE_PREF_SIZE);
    var wait = Parts.label(said, "heading");
    wait.setId("outlook");
    var where = Parts.label(page.words().windows(windows), "heading");
    where.setId("windows");
    var rest =
        Parts.grow(
            Parts.column(
                "fact-rest",
                Parts.label(page.say("facts.wait"), "small", "quiet"),
                wait,
                Parts.label(page.say("facts.windows"), "small", "quiet", "second"),
                where));
    var row = Parts.row("facts", people, rest);
    row.getStyleClass().add("card");
    return row;
  }
}
