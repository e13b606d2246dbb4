package io.tidehall.server.hallfile;

import io.tidehall.protocol.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items a hall handles and the line of each. An item that a line names by id belongs to that
 * line; {@code fields} takes what is left of its life fields.
 */
record Offer(Optional<Level> level, Map<String, Item> items, Set<String> named) {
  static Offer of(Part root) {
    Optional<Level> level = root.get("level").text().flatMap(Level::find);
    Map<String, Item> items = new LinkedHashMap<>();
    level.ifPresent(at -> PublishedItems.of(at).forEach(item -> items.put(item.id(), item)));
    root.get("notOffered").texts().forEach(items::remove);
    for (Part own : root.get("items").each()) {
      String zh = own.get("zh").text("");
      String id = own.get("id").text("");
      if (!zh.isEmpty() && !id.isEmpty()) {
        Text name = name(zh, own.get("en").text(""));
        String type = own.get("type").text("便民服务");
        items.putIfAbsent(id, new Item(id, name, type, own.get("field").text(""), Guide.NONE));
      }
    }
    for (Part guide : root.get("guides").each()) {
      items.computeIfPresent(
          guide.get("item").text(""),
          (_, item) -> new Item(item.id(), item.name(), item.type(), item.field(), guide(guide)));
    }
    Set<String> named = new HashSet<>();
    root.get("lines").each().forEach(line -> named.addAll(line.get("items").texts()));
    return new Offer(level, items, named);
  }

  /** The ids of a line's items: those it names, then the rest of its fields. */
  List<String> itemsOf(Part line) {
    Set<String> ids = new LinkedHashSet<>(line.get("items").texts());
    ids.retainAll(items.keySet());
    List<String> fields = line.get("fields").texts();
    for (Item item : items.values()) {
      if (fields.contains(item.field()) && !named.contains(item.id())) {
        ids.add(item.id());
      }
    }
    return List.copyOf(ids);
  }

  Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    items.values().forEach(item -> fields.add(item.field()));
    return fields;
  }

  /** The schema has told of a name too long or unprintable; until then it goes without one. */
  private static Text name(String zh, String en) {
    boolean sound =
        (zh + en).length() <= 400 && (zh + en).chars().noneMatch(Character::isISOControl);
    return sound ? Text.of(zh, en) : Text.zh("?");
  }

  private static Guide guide(Part guide) {
    return new Guide(
        guide.get("materials").texts(),
        guide.get("steps").texts(),
        guide.get("promise").text(""),
        guide.get("fee").text(""));
  }
}
