package io.tidehall.launcher.demo;

import io.tidehall.server.view.Console;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which clerk takes which windows: one window each, and the windows that nobody else's lines need
 * shared by as few clerks as the hall's rule allows.
 */
final class Posting {
  private static final Set<String> GENERAL =
      Set.of("comprehensive", "comprehensive-submit", "comprehensive-on-the-spot", "duty", "tidal");

  private final List<Console.Row> free;
  private final List<String> clerks;
  private final int windowsPerClerk;
  private final Map<String, List<String>> posts = new LinkedHashMap<>();

  private Posting(List<Console.Row> free, List<String> clerks, int windowsPerClerk) {
    this.free = new ArrayList<>(free);
    this.clerks = new ArrayList<>(clerks);
    this.windowsPerClerk = windowsPerClerk;
  }

  /**
   * Plans the posts.
   *
   * @param rows the hall's windows as they are now
   * @param able badges of the clerks that may be used
   * @param before windows with the badges that an earlier demo left there
   * @param usual windows with the badges that stood there last
   */
  static Map<String, List<String>> plan(
      List<Console.Row> rows,
      List<String> able,
      Map<String, String> before,
      Map<String, String> usual,
      int windowsPerClerk) {
    Set<String> elsewhere = new HashSet<>();
    Map<String, List<String>> kept = new LinkedHashMap<>();
    List<Console.Row> free = new ArrayList<>();
    for (Console.Row row : rows) {
      if (row.clerk().isEmpty()) {
        if (row.inService()) {
          free.add(row);
        }
      } else if (able.contains(row.clerk()) && row.clerk().equals(before.get(row.window()))) {
        kept.computeIfAbsent(row.clerk(), _ -> new ArrayList<>()).add(row.window());
      } else {
        elsewhere.add(row.clerk());
      }
    }
    kept.keySet().removeAll(elsewhere);
    List<String> clerks = able.stream().filter(it -> !elsewhere.contains(it)).toList();
    var posting = new Posting(free, clerks, windowsPerClerk);
    posting.posts.putAll(kept);
    posting.putBack(usual);
    posting.fill(rows);
    return posting.posts;
  }

  /** Whoever left goes back to where they stood, as long as the window is free. */
  private void putBack(Map<String, String> usual) {
    for (Console.Row row : List.copyOf(free)) {
      String badge = usual.get(row.window());
      if (badge != null && clerks.contains(badge) && hasRoom(badge)) {
        post(badge, row);
        free.remove(row);
      }
    }
    clerks.removeAll(posts.keySet());
  }

  private void fill(List<Console.Row> rows) {
    Set<String> covered = new HashSet<>();
    rows.stream()
        .filter(row -> posts.values().stream().anyMatch(it -> it.contains(row.window())))
        .forEach(row -> covered.addAll(row.lines()));
    List<Console.Row> general =
        new ArrayList<>(free.stream().filter(row -> GENERAL.contains(row.kind())).toList());
    general.forEach(row -> covered.addAll(row.lines()));
    List<Console.Row> others = free.stream().filter(row -> !GENERAL.contains(row.kind())).toList();
    List<Console.Row> needed = new ArrayList<>();
    for (Console.Row row : others) {
      if (covered.addAll(row.lines())) {
        needed.add(row);
      } else {
        general.add(row);
      }
    }
    int sharing = (needed.size() + windowsPerClerk - 1) / windowsPerClerk;
    int atNeeded = Math.min(sharing, general.isEmpty() ? clerks.size() : clerks.size() - 1);
    int atGeneral = clerks.size() - Math.max(0, atNeeded);
    for (int i = 0; i < atGeneral && !general.isEmpty(); i++) {
      post(clerks.get(i), general.removeFirst());
    }
    for (int i = clerks.size() - 1; i >= atGeneral; i--) {
      while (hasRoom(clerks.get(i)) && !needed.isEmpty()) {
        post(clerks.get(i), needed.removeLast());
      }
      if (hasRoom(clerks.get(i)) && !general.isEmpty()) {
        post(clerks.get(i), general.removeFirst());
      }
    }
    share(needed);
  }

  /** What is still without anybody goes to those who may hold one window more. */
  private void share(List<Console.Row> needed) {
    for (String clerk : List.copyOf(posts.keySet()).reversed()) {
      while (hasRoom(clerk) && !needed.isEmpty()) {
        post(clerk, needed.removeLast());
      }
    }
  }

  private boolean hasRoom(String clerk) {
    return posts.getOrDefault(clerk, List.of()).size() < windowsPerClerk;
  }

  private void post(String clerk, Console.Row row) {
    posts.computeIfAbsent(clerk, _ -> new ArrayList<>()).add(row.window());
  }
}
