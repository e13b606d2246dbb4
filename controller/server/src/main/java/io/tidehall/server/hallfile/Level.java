package io.tidehall.server.hallfile;

import java.util.Optional;
import java.util.stream.Stream;

/** The level of government a hall belongs to; it decides which published items it handles. */
public enum Level {
  TOWN("town", "乡镇", "Township"),
  STREET("street", "街道", "Subdistrict"),
  VILLAGE("village", "村（社区）", "Village");

  private final String word;
  private final String zh;
  private final String en;

  Level(String word, String zh, String en) {
    this.word = word;
    this.zh = zh;
    this.en = en;
  }

  /** The word used in hall files, in the published list, and before the dash of an item's id. */
  public String word() {
    return word;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  static Optional<Level> find(String word) {
    return Stream.of(values()).filter(level -> level.word.equals(word)).findFirst();
  }
}
