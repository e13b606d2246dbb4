package io.tidehall.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.server.view.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The windows of the township hall, with six clerks who may hold two windows each. */
class PostingTest {
  private static final List<String> CLERKS = List.of("101", "102", "103", "104", "105", "106");
  private static final List<String> BROAD = List.of("A", "B", "C", "D", "E", "F", "G", "H");
  private final Map<String, String> at = new TreeMap<>();

  @Test
  void everyLineHasAWindowWithAClerk() {
    assertEveryLineServed(plan(Map.of()));
  }

  @Test
  void afterARestartEverybodyStandsWhereTheyStood() {
    Map<String, List<String>> first = plan(Map.of());
    assertEquals(byWindow(first), byWindow(plan(byWindow(first))));
  }

  @Test
  void whoStayedWithAVisitorLeavesTheOthersTheirPosts() {
    Map<String, List<String>> first = plan(Map.of());
    Map<String, String> usual = byWindow(first);
    usual.entrySet().stream().limit(4).forEach(post -> at.put(post.getKey(), post.getValue()));
    assertEquals(byWindow(first), byWindow(plan(usual)));
  }

  @Test
  void withoutABookTheLinesOfNobodyGoToWhoeverHasRoom() {
    for (int window = 1; window <= 5; window++) {
      at.put("" + window, CLERKS.get(window - 1));
    }
    assertEveryLineServed(plan(Map.of()));
  }

  @Test
  void theBookKeepsWhereSomebodyStoodOverARestart(@TempDir Path folder) {
    Path file = folder.resolve("posts.properties");
    var book = new PostBook(file);
    book.took("6", "106");
    book.took("7", "106");
    book.left("6");
    var again = new PostBook(file);
    assertEquals(Map.of("7", "106"), again.all());
    assertEquals(Map.of("6", "106", "7", "106"), again.usual());
  }

  private Map<String, List<String>> plan(Map<String, String> usual) {
    return Posting.plan(rows(), CLERKS, at, usual, 2);
  }

  private static Map<String, String> byWindow(Map<String, List<String>> posts) {
    return posts.entrySet().stream()
        .flatMap(post -> post.getValue().stream().map(window -> Map.entry(window, post.getKey())))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }

  private void assertEveryLineServed(Map<String, List<String>> posts) {
    Set<String> served = new TreeSet<>();
    rows().stream()
        .filter(row -> byWindow(posts).containsKey(row.window()))
        .forEach(row -> served.addAll(row.lines()));
    assertTrue(served.containsAll(BROAD), () -> "served: " + served);
    assertTrue(served.containsAll(List.of("J", "K", "L")), () -> "served: " + served);
  }

  private List<Console.Row> rows() {
    List<Console.Row> rows = new ArrayList<>();
    for (int window = 1; window <= 5; window++) {
      rows.add(row("" + window, "comprehensive", BROAD));
    }
    rows.add(row("6", "certificate", List.of("J")));
    rows.add(row("7", "assist", List.of("K")));
    rows.add(row("8", "resolution", List.of("L")));
    rows.add(row("9", "dedicated", List.of("A")));
    rows.add(row("10", "dedicated", List.of("C")));
    return rows;
  }

  private Console.Row row(String window, String kind, List<String> lines) {
    String clerk = at.getOrDefault(window, "");
    Text name = Text.of("窗口" + window, "Window " + window);
    return new Console.Row(
        window,
        name,
        kind,
        name,
        lines,
        "",
        true,
        clerk.isEmpty() ? Stage.NOT_OPEN : Stage.SERVING,
        clerk,
        clerk,
        "",
        clerk.isEmpty() ? "" : "t-" + window,
        null,
        false,
        "",
        null,
        0,
        "",
        List.of(),
        null,
        null,
        lines,
        0,
        Map.of(),
        null);
  }
}
