package io.tidehall.server.hallfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Clerks: unique badges, stand-ins who exist, and somebody for every role. */
final class PeopleChecks {
  private final Part root;
  private final List<Problem> problems;

  PeopleChecks(Part root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  void run() {
    List<Part> people = root.get("clerks").each();
    Set<String> atWindows = new LinkedHashSet<>();
    var badges = new Once("badge", problems);
    for (Part person : people) {
      badges.see(person.get("badge"));
      if (Layout.roles(person).contains(Account.Role.CLERK)) {
        person.get("badge").text().ifPresent(atWindows::add);
      }
    }
    for (Part person : people) {
      for (Part other : person.get("standsInFor").each()) {
        other
            .text()
            .ifPresent(badge -> standIn(person, other, badge, atWindows, badges.saw(badge)));
      }
    }
    for (Account.Role role : Account.Role.values()) {
      if (!people.isEmpty() && people.stream().noneMatch(it -> Layout.roles(it).contains(role))) {
        problems.add(
            root.get("clerks")
                .problem(
                    "at least one with the role " + role.word(),
                    "there is none",
                    "Add roles: [%s] to somebody".formatted(role.word())));
      }
    }
  }

  private void standIn(
      Part person, Part other, String badge, Set<String> atWindows, boolean known) {
    if (person.get("badge").text("").equals(badge)) {
      problems.add(
          other.problem("the badge of another clerk", "it is the clerk's own", "Delete it"));
    } else if (!atWindows.contains(badge)) {
      problems.add(
          other.problem(
              "the badge of a clerk: " + Words.list(atWindows),
              known
                  ? Words.quoted(badge) + " has no role clerk"
                  : "there is no badge " + Words.quoted(badge),
              Words.meant(badge, atWindows)));
    }
  }
}
