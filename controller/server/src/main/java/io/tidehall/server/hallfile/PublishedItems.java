package io.tidehall.server.hallfile;

import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published catalogue: 56 items of townships, 48 of subdistricts, 14 of villages, and 16
 * guides. Which guide belongs to which item is a reviewed table ({@code guide-items.csv}, with the
 * reason for each), never guessed. A guide without an item of its level stands as an item of its
 * own, {@code guide-5} for the fifth guide; villages have none of these. English names are ours.
 */
public final class PublishedItems {
  private static final PublishedItems ALL = load();

  private final Map<String, Item> published;
  private final Map<Level, List<Item>> byLevel;

  private PublishedItems(Map<String, Item> published, Map<Level, List<Item>> byLevel) {
    this.published = published;
    this.byLevel = byLevel;
  }

  /** All 118, in the order of the lists. */
  public static List<Item> all() {
    return List.copyOf(ALL.published.values());
  }

  /** What a hall of this level handles: its published items, then those that only guides know. */
  public static List<Item> of(Level level) {
    return ALL.byLevel.getOrDefault(level, List.of());
  }

  /** Whether the id is one of the 118. */
  public static boolean isPublished(String id) {
    return ALL.published.containsKey(id);
  }

  /** An item of any level. */
  public static Optional<Item> find(String id) {
    return Stream.of(Level.values())
        .flatMap(level -> of(level).stream())
        .filter(item -> item.id().equals(id))
        .findFirst();
  }

  /** The life fields of a level, in the order they first come. */
  public static Set<String> fields(Level level) {
    return of(level).stream()
        .map(Item::field)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private record Row(String guide, String town, String street, String type) {
    @Nullable String item(Level level) {
      String id =
          switch (level) {
            case TOWN -> town;
            case STREET -> street;
            case VILLAGE -> "";
          };
      return id.isEmpty() ? null : id;
    }
  }

  private static PublishedItems load() {
    Map<String, String> english = new HashMap<>();
    Csv.rows("item-names-en.csv").forEach(row -> english.put(row.get(0), row.get(1)));
    List<Row> matches =
        Csv.rows("guide-items.csv").stream()
            .map(row -> new Row(row.get(0), row.get(2), row.get(3), row.get(4)))
            .toList();
    List<List<String>> guides = Csv.rows("guides.csv");
    Map<String, Guide> guideOf = new HashMap<>();
    Map<Level, List<Item>> own = new HashMap<>();
    for (int i = 0; i < guides.size(); i++) {
      List<String> row = guides.get(i);
      Row match = matches.get(i);
      if (!match.guide().equals(row.get(1))) {
        throw new IllegalStateException(
            "expected guide %s in row %d of guide-items.csv, but it is %s"
                .formatted(row.get(1), i + 1, match.guide()));
      }
      Guide guide =
          new Guide(parts(row.get(2), "\\|"), parts(row.get(3), ">"), row.get(4), row.get(5));
      for (Level level : List.of(Level.TOWN, Level.STREET)) {
        String id = match.item(level);
        if (id == null) {
          Text name = Text.of(row.get(1), english.getOrDefault(row.get(1), ""));
          own.computeIfAbsent(level, _ -> new ArrayList<>())
              .add(new Item("guide-" + (i + 1), name, match.type(), row.get(0), guide));
        } else {
          guideOf.put(id, guide);
        }
      }
    }
    Map<String, Item> published = new LinkedHashMap<>();
    Map<Level, List<Item>> byLevel = new HashMap<>();
    for (List<String> row : Csv.rows("items.csv")) {
      Level level = Level.find(row.get(0)).orElseThrow();
      String id = row.get(0) + "-" + row.get(1);
      Text name = Text.of(row.get(3), english.getOrDefault(row.get(3), ""));
      Guide guide = guideOf.getOrDefault(id, Guide.NONE);
      Item item = new Item(id, name, row.get(4), row.get(5), guide);
      published.put(id, item);
      byLevel.computeIfAbsent(level, _ -> new ArrayList<>()).add(item);
    }
    own.forEach(
        (level, items) -> byLevel.computeIfAbsent(level, _ -> new ArrayList<>()).addAll(items));
    byLevel.replaceAll((_, items) -> List.copyOf(items));
    return new PublishedItems(published, byLevel);
  }

  private static List<String> parts(String cell, String separator) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
  }
}
