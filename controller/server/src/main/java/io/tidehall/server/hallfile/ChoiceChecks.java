package io.tidehall.server.hallfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hall chooses: green channel, rating labels, from where a PIN works, and the PIN of the
 * kiosks.
 */
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
    servicePin(root.get("kiosks").get("servicePin"));
    root.get("pinNetworks").each().forEach(this::network);
  }

  /** Whatever is wrong with a PIN, what was written is not told: problems are logged. */
  private void servicePin(Part pin) {
    if (pin.present() && !ServicePin.strong(pin.text(""))) {
      problems.add(
          pin.problem(
              "6 to 8 digits that nobody guesses, in quotes",
              "it is not so (it is not shown here)",
              "Choose others than 000000, 123456 or 121212"));
    }
  }

  private void network(Part network) {
    String text = network.text("");
    if (Network.parse(text).isEmpty()) {
      problems.add(
          network.problem(
              "an address or network such as 192.168.10.0/24",
              "it is '" + text + "'",
              "Write the addresses of the windows' computers"));
    }
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
