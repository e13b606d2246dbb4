package io.tidehall.server.hallfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a hall chooses: its reasons for the green channel, its rating labels. */
final class ChoiceChecks {
  /** As many as a pad can show; the contract allows no more. */
  private static final int LABELS_A_LEVEL = 30;

  private final Part root;
  private final List<Problem> problems;

  ChoiceChecks(Part root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  void run() {
    var reasons = new Once("reason id", problems);
    root.get("greenReasons").each().forEach(reason -> reasons.see(reason.get("id")));
    labels();
  }

  private void labels() {
    var codes = new Once("label code", problems);
    Map<Integer, Integer> counts = new HashMap<>();
    for (Part label : root.get("ratingLabels").get("labels").each()) {
      codes.see(label.get("code"));
      int level = label.get("level").whole(0);
      if (counts.merge(level, 1, Integer::sum) == LABELS_A_LEVEL + 1) {
        problems.add(
            label.problem(
                "at most " + LABELS_A_LEVEL + " labels a level",
                "level " + level + " has more from here on",
                "Delete some"));
      }
    }
  }
}
