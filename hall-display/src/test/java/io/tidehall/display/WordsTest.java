package io.tidehall.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidehall.protocol.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern KEY =
      Pattern.compile("\"((?:board|counter|led|pad|window|stale|connecting)(?:[.-][a-z-]+)*)\"");

  @Test
  void everyWordIsThereInBothLanguages() {
    assertEquals(Set.of(), Words.ALL.missing());
  }

  @Test
  void everyKeyThatTheCodeNamesIsThere() throws IOException {
    var missing = new TreeSet<String>();
    int named = 0;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith("Painter.java")).toList()) {
        var keys = KEY.matcher(Files.readString(file));
        while (keys.find()) {
          named++;
          if (!Words.ALL.has(keys.group(1)) && !keys.group(1).equals("pad.")) {
            missing.add(keys.group(1));
          }
        }
      }
    }
    assertFalse(named < 30, "the painters name more keys than " + named);
    assertEquals(Set.of(), missing);
  }

  @Test
  void chineseWordsUseChineseCommas() {
    var latin = new TreeSet<String>();
    for (String key : Words.ALL.keys(Language.ZH)) {
      if (Words.in(Language.ZH).say(key).contains(",")) {
        latin.add(key);
      }
    }
    assertEquals(Set.of(), latin);
  }
}
