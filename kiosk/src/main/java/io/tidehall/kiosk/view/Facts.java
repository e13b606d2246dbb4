package io.tidehall.kiosk.view;

import io.tidehall.protocol.WaitRange;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** People ahead, the wait and the windows: what every visitor wants to know. */
final class Facts {
  private Facts() {}

  /** Before a number is taken: also whether the wait may outlast the hall's hours. */
  static Node build(Page page, int ahead, @Nullable WaitRange outlook, List<String> windows) {
    var caption =
        page.closingBefore(outlook)
            .map(closing -> Parts.label(page.say("facts.wait.past", closing), "small", "past"))
            .orElseGet(() -> caption(page));
    return build(page, caption, ahead, page.outlook(outlook), windows);
  }

  /** With words of one's own about the wait. */
  static Node build(Page page, int ahead, String said, List<String> windows) {
    return build(page, caption(page), ahead, said, windows);
  }

  private static Label caption(Page page) {
    return Parts.label(page.say("facts.wait"), "small", "quiet");
  }

  private static Node build(
      Page page, Label caption, int ahead, String said, List<String> windows) {
    caption.setId("wait-caption");
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
                caption,
                wait,
                Parts.label(page.say("facts.windows"), "small", "quiet", "second"),
                where));
    var row = Parts.row("facts", people, rest);
    row.getStyleClass().add("card");
    return row;
  }
}
