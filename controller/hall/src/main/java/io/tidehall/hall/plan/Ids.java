package io.tidehall.hall.plan;

/** What identifiers have in common. */
final class Ids {
  private Ids() {}

  static void check(String what, String value) {
    if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "expected the id of a "
              + what
              + " to be 1 to 64 characters without spaces, but it is '"
              + value
              + "'");
    }
  }

  /** Shorter numbers first, so that window 2 stands before window 12. */
  static int byNumber(String a, String b) {
    int byLength = Integer.compare(a.length(), b.length());
    return byLength != 0 ? byLength : a.compareTo(b);
  }
}
