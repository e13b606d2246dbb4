package io.tidehall.server.hallfile;

import java.util.List;

/** The halls that come with the program, each a hall file to run or to copy. */
public final class ReadyHalls {
  private ReadyHalls() {}

  /** The names of the ready halls. */
  public static List<String> names() {
    return List.of("township", "street", "village");
  }

  /** 11 windows and 6 clerks. */
  public static HallSetup township() {
    return read("township");
  }

  /** 16 windows. */
  public static HallSetup street() {
    return read("street");
  }

  /** One desk. */
  public static HallSetup village() {
    return read("village");
  }

  /** The township hall, open at any hour: what runs when nobody gives a hall file. */
  public static HallSetup trial() {
    return township().asTrial();
  }

  /** The text of a ready hall, to start an own file from. */
  public static String source(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "expected one of the ready halls %s, but it is '%s'".formatted(names(), name));
    }
    return Csv.text(name + ".yaml");
  }

  static HallSetup read(String name) {
    return switch (HallFile.read(name + ".yaml", source(name))) {
      case HallFile.Ready(var setup) -> setup;
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }
}
