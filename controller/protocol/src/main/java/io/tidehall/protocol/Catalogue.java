package io.tidehall.protocol;

import java.util.List;

/**
 * What a citizen can come for: business lines, items with their guides, the green channel's
 * reasons, and the rating's labels.
 */
public record Catalogue(
    long seq, List<Line> lines, List<Item> items, List<Green> greens, List<RatingLevel> ratings)
    implements Message {
  public Catalogue {
    lines = Check.list("lines", lines, 200);
    items = Check.list("items", items, 2_000);
    greens = Check.list("greens", greens, 40);
    ratings = Check.list("ratings", ratings, 5);
  }

  /**
   * A business line (业务类别).
   *
   * @param prefix the letters of its numbers
   * @param field life field for the tiles, such as 社会保险
   */
  public record Line(String id, String prefix, Text name, String field, List<String> items) {
    public Line {
      id = Check.id("id", id);
      prefix = Check.text("prefix", prefix, 4);
      name = Check.present("name", name);
      field = Check.text("field", field, 60);
      items = Check.list("items", items, 2_000);
    }
  }

  /** An item (事项) with what its guide tells; the lists are empty where there is no guide. */
  public record Item(
      String id,
      Text name,
      String type,
      String field,
      List<String> materials,
      List<String> steps,
      String promise,
      String fee) {
    public Item {
      id = Check.id("id", id);
      name = Check.present("name", name);
      type = Check.text("type", type, 40);
      field = Check.text("field", field, 60);
      materials = Check.list("materials", materials, 60);
      steps = Check.list("steps", steps, 60);
      promise = promise == null ? "" : Check.text("promise", promise, 100);
      fee = fee == null ? "" : Check.text("fee", fee, 100);
    }
  }

  /** A reason for the green channel (绿色通道). */
  public record Green(String id, Text name) {
    public Green {
      id = Check.id("id", id);
      name = Check.present("name", name);
    }
  }

  /** One of the five levels with its reason labels, in the order shown. */
  public record RatingLevel(int level, Text name, List<Label> labels) {
    public RatingLevel {
      level = Check.within("level", level, 1, 5);
      name = Check.present("name", name);
      labels = Check.list("labels", labels, 30);
    }
  }

  /** A reason label of the national list, or the hall's own. */
  public record Label(String code, Text name) {
    public Label {
      code = Check.id("code", code);
      name = Check.present("name", name);
    }
  }
}
