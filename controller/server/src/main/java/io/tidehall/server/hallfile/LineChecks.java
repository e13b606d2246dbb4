package io.tidehall.server.hallfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines and items: every offered item is reached through exactly one line. */
final class LineChecks {
  private final Part root;
  private final Offer offer;
  private final List<Problem> problems;

  LineChecks(Part root, Offer offer, List<Problem> problems) {
    this.root = root;
    this.offer = offer;
    this.problems = problems;
  }

  void run() {
    ownItems();
    notOffered();
    guides();
    idsAndPrefixes();
    for (Part line : root.get("lines").each()) {
      if (!line.get("fields").present() && !line.get("field").present() && line.node().isObject()) {
        problems.add(
            line.problem(
                "the key 'field' or 'fields'",
                "both are missing",
                "Write the life field under which kiosks show this line, such as field: 综合服务"));
      }
    }
    if (offer.level().isPresent()) {
      itemsOfLines();
      itemsInNoLine();
    }
  }

  private void ownItems() {
    var ids = new Once("item id", problems);
    for (Part item : root.get("items").each()) {
      Part id = item.get("id");
      ids.see(id);
      String value = id.text("");
      if (PublishedItems.find(value).isPresent()) {
        problems.add(
            id.problem(
                "an id unlike any published item",
                Words.quoted(value) + " is published",
                "Give the hall's own item another id"));
      }
    }
  }

  private void notOffered() {
    Set<String> published = new HashSet<>();
    offer
        .level()
        .ifPresent(level -> PublishedItems.of(level).forEach(item -> published.add(item.id())));
    for (Part left : root.get("notOffered").each()) {
      String id = left.text("");
      if (offer.level().isPresent() && !id.isEmpty() && !published.contains(id)) {
        problems.add(unknownItem(left, id, published));
      }
    }
  }

  private void guides() {
    var once = new Once("guide of an item", problems);
    for (Part guide : root.get("guides").each()) {
      Part item = guide.get("item");
      once.see(item);
      String id = item.text("");
      if (offer.level().isPresent() && !id.isEmpty() && !offer.items().containsKey(id)) {
        problems.add(unknownItem(item, id, offer.items().keySet()));
      }
    }
  }

  private void idsAndPrefixes() {
    var ids = new Once("line id", problems);
    var prefixes = new Once("prefix", problems);
    for (Part line : root.get("lines").each()) {
      Part id = line.get("id");
      Part prefix = line.get("prefix");
      if (id.present()) {
        ids.see(id);
      } else {
        prefix.text().filter(text -> !prefixes.saw(text)).ifPresent(text -> ids.see(text, prefix));
      }
      prefixes.see(prefix);
    }
    for (Map.Entry<String, Part> entry : prefixes.seen().entrySet()) {
      Part plain = prefixes.seen().get(withoutBookingMark(entry.getKey()));
      if (plain != null) {
        problems.add(
            entry
                .getValue()
                .problem(
                    "a prefix that is not kept for bookings",
                    "%s is for the bookings of %s on line %d"
                        .formatted(
                            Words.quoted(entry.getKey()),
                            withoutBookingMark(entry.getKey()),
                            plain.line()),
                    "Choose another prefix"));
      }
    }
  }

  private static String withoutBookingMark(String prefix) {
    return prefix.length() > 1 && prefix.endsWith("P")
        ? prefix.substring(0, prefix.length() - 1)
        : "";
  }

  private void itemsOfLines() {
    var items = new Once("item in one line", problems);
    var fields = new Once("field in one line", problems);
    Set<String> left = new HashSet<>(root.get("notOffered").texts());
    for (Part line : root.get("lines").each()) {
      for (Part item : line.get("items").each()) {
        items.see(item);
        String id = item.text("");
        if (left.contains(id)) {
          problems.add(
              item.problem(
                  "an item that the hall offers",
                  Words.quoted(id) + " stands under notOffered",
                  "Delete it here or there"));
        } else if (!id.isEmpty() && !offer.items().containsKey(id)) {
          problems.add(unknownItem(item, id, offer.items().keySet()));
        }
      }
      for (Part field : line.get("fields").each()) {
        fields.see(field);
        String name = field.text("");
        if (!name.isEmpty() && !offer.fields().contains(name)) {
          problems.add(
              field.problem(
                  "a life field with items: " + Words.list(offer.fields()),
                  "it is " + Words.quoted(name),
                  Words.meant(name, offer.fields())));
        }
      }
    }
  }

  private void itemsInNoLine() {
    Set<String> reached = new HashSet<>();
    root.get("lines").each().forEach(line -> reached.addAll(offer.itemsOf(line)));
    List<String> lost = new ArrayList<>(offer.items().keySet());
    lost.removeAll(reached);
    for (Part own : root.get("items").each()) {
      String id = own.get("id").text("");
      if (lost.remove(id)) {
        problems.add(
            own.problem(
                "each item in a line",
                Words.quoted(id) + " is in none",
                "Add it to the items of a line, or its field to the fields of one"));
      }
    }
    if (!lost.isEmpty() && root.get("lines").isList()) {
      problems.add(
          root.get("lines")
              .problem(
                  "each published item in a line",
                  Words.list(lost) + (lost.size() == 1 ? " is" : " are") + " in none",
                  "Add them to the items or fields of a line, or list them under notOffered"));
    }
  }

  private Problem unknownItem(Part at, String id, Set<String> known) {
    String elsewhere =
        PublishedItems.isPublished(id)
            ? "It is published for another level than " + offer.level().orElseThrow().word()
            : Words.meant(id, known);
    return at.problem(
        "the id of an item of this hall, such as " + known.stream().findFirst().orElse("town-1"),
        "there is no " + Words.quoted(id),
        elsewhere);
  }
}
