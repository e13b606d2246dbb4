package io.tidehall.printer.slip;

import java.util.ArrayList;
import java.util.List;

/** Window numbers as people write them: 1-5, 8. */
final class WindowList {
  private WindowList() {}

  /** Joins the windows, three or more neighbours as a range. */
  static String of(List<String> windows, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < windows.size()) {
      int end = start;
      while (end + 1 < windows.size() && follows(windows.get(end), windows.get(end + 1))) {
        end++;
      }
      if (end - start >= 2) {
        parts.add(windows.get(start) + "–" + windows.get(end));
      } else {
        parts.addAll(windows.subList(start, end + 1));
      }
      start = end + 1;
    }
    return String.join(separator, parts);
  }

  private static boolean follows(String before, String after) {
    return isNumber(before)
        && isNumber(after)
        && Integer.parseInt(before) + 1 == Integer.parseInt(after);
  }

  private static boolean isNumber(String window) {
    return !window.isEmpty()
        && window.length() <= 6
        && window.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
