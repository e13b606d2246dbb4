package io.tidehall.server.hallfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what should stand once but stands again. */
final class Once {
  private final String what;
  private final List<Problem> problems;
  private final Map<String, Part> first = new HashMap<>();

  /**
   * @param what such as "prefix", in the words of the problem
   */
  Once(String what, List<Problem> problems) {
    this.what = what;
    this.problems = problems;
  }

  void see(Part part) {
    part.text().ifPresent(value -> see(value, part));
  }

  void see(String value, Part part) {
    Part before = first.putIfAbsent(value, part);
    if (before != null) {
      problems.add(
          part.problem(
              "each " + what + " once",
              Words.quoted(value) + " stands on line " + before.line() + " already",
              "Give this one another " + what + ", or delete it"));
    }
  }

  boolean saw(String value) {
    return first.containsKey(value);
  }

  Map<String, Part> seen() {
    return first;
  }
}
