package io.tidehall.server.hallfile;

import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tidal rules and duties: what they name exists, and no rule would flap by itself. */
final class TideChecks {
  private static final Set<String> TIMES = Set.of("times", "season", "weekdays", "marketDays");
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "schedule", TIMES,
          "threshold", Set.of("measure", "open", "close"),
          "staffing", Set.of("safety", "drainMinutes", "lookAheadMinutes", "band"));

  private final Part root;
  private final List<Problem> problems;
  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Set<String> badges = new LinkedHashSet<>();
  private final Set<String> lines = new LinkedHashSet<>();

  TideChecks(Part root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
    for (Part window : root.get("windows").each()) {
      window.get("number").text().ifPresent(it -> kinds.put(it, window.get("kind").text("")));
    }
    root.get("clerks").each().forEach(it -> it.get("badge").text().ifPresent(badges::add));
    root.get("lines").each().forEach(it -> lines.add(Layout.lineId(it)));
  }

  void run() {
    Part tides = root.get("tides");
    var once = new Once("tidal window", problems);
    for (Part window : tides.get("windows").each()) {
      once.see(window.get("window"));
      window(window);
      rule(window);
    }
    var demanded = new Once("line of the demand", problems);
    for (Part line : tides.get("demand").get("lines").each()) {
      demanded.see(line.get("line"));
      known(line.get("line"), "lines", lines);
    }
    for (Part period : tides.get("demand").get("profile").each()) {
      period(period.get("time"));
    }
    for (Part duty : root.get("duties").each()) {
      duty.get("windows").each().forEach(it -> known(it, "windows", kinds.keySet()));
      duty.get("periods").each().forEach(this::period);
    }
  }

  private void window(Part window) {
    Part number = window.get("window");
    known(number, "windows", kinds.keySet());
    String kind = kinds.get(number.text(""));
    if (kind != null && !kind.equals("tidal")) {
      problems.add(
          number.problem(
              "a window of kind tidal",
              "window %s is %s".formatted(number.text(""), kind),
              "Change its kind, or delete its rule"));
    }
    known(window.get("reserve"), "badges", badges);
    Part lender = window.get("borrowFrom");
    known(lender, "windows", kinds.keySet());
    if (lender.present() && lender.text("").equals(number.text(""))) {
      problems.add(lender.problem("another window", "it is the window itself", ""));
    }
    if (lender.present() && window.get("reserve").present()) {
      problems.add(
          lender.problem(
              "either a reserve clerk or a window to borrow from",
              "there are both",
              "Delete one of them"));
    }
  }

  private void rule(Part window) {
    String rule = window.get("rule").text("");
    KEYS.forEach(
        (owner, keys) -> {
          // A threshold may have times at which the window opens whoever waits.
          boolean timed = rule.equals("threshold") && owner.equals("schedule");
          if (!owner.equals(rule) && !timed) {
            keys.stream().sorted().forEach(key -> stray(window.get(key), rule, owner));
          }
        });
    if (rule.equals("schedule")) {
      schedule(window);
    } else if (rule.equals("threshold")) {
      threshold(window);
      if (TIMES.stream().anyMatch(key -> window.get(key).present())) {
        schedule(window);
      }
    }
  }

  private void stray(Part part, String rule, String owner) {
    if (part.present()) {
      problems.add(
          part.problem(
              "no such key with the rule " + Words.quoted(rule),
              "it is there",
              "It belongs to the rule '" + owner + "'"));
    }
  }

  private void threshold(Part window) {
    double open = window.get("open").number(TideLayout.usual(window).openAbove());
    double close = window.get("close").number(TideLayout.usual(window).closeBelow());
    if (close >= open) {
      Part wrong = window.get("close").present() ? window.get("close") : window.get("open");
      problems.add(
          wrong.problem(
              "close below open, which is " + number(open),
              "close is " + number(close),
              "A window must open above one figure and close below a lower one"));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
  }

  private void schedule(Part window) {
    if (!window.get("times").present()) {
      problems.add(
          window.problem(
              "the key 'times' with a schedule", "it is missing", "Add times: [\"09:30-11:30\"]"));
    }
    window.get("times").each().forEach(this::period);
    Part season = window.get("season");
    if (season.text().isPresent() && TideLayout.season(season.text("")).isEmpty()) {
      problems.add(
          season.problem(
              "a season such as 09-01..12-31", "it is " + Words.quoted(season.text("")), ""));
    }
  }

  private void period(Part part) {
    LocalTime[] ends = Layout.ends(part.text("")).orElse(null);
    if (ends != null && !ends[0].isBefore(ends[1])) {
      problems.add(
          part.problem(
              "a period that ends after its start",
              "it is " + part.text(""),
              "Hours over midnight are written as two periods"));
    }
  }

  private void known(Part part, String what, Collection<String> known) {
    part.text()
        .filter(id -> !known.contains(id))
        .ifPresent(
            id ->
                problems.add(
                    part.problem(
                        "one of the " + what + " " + Words.list(known),
                        "there is no " + Words.quoted(id),
                        Words.meant(id, known))));
  }
}
