package io.tidehall.server.hallfile;

import io.tidehall.hall.routing.Policies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a hall chooses: its policy, its reasons for the green channel, its rating labels. */
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
    Part policy = root.get("rules").get("policy");
    policy
        .text()
        .filter(name -> !Policies.names().contains(name))
        .ifPresent(
            name ->
                problems.add(
                    policy.problem(
                        "one of the policies " + Words.list(Policies.names()),
                        "there is no " + Words.quoted(name),
                        Words.meant(name, Policies.names()))));
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
