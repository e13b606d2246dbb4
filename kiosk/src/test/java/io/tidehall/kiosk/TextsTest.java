package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Texts;
import io.tidehall.protocol.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern SAID = Pattern.compile("say\\((?:[^\"()]*,\\s*)?\"([a-z.0-9-]+)\"");
  private final Texts texts = Texts.beside(KioskApp.class);

  @Test
  void bothLanguagesHaveEveryKey() {
    assertEquals(Set.of(), texts.missing(), "keys missing in one language");
  }

  @Test
  void everyKeyThatTheCodeSaysIsThere() throws IOException {
    var missing = new TreeSet<String>();
    int said = 0;
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var keys = SAID.matcher(Files.readString(file));
        while (keys.find()) {
          said++;
          if (!keys.group(1).endsWith(".") && !texts.has(keys.group(1))) {
            missing.add(keys.group(1));
          }
        }
      }
    }
    assertTrue(said > 40, "only " + said + " keys were found in the code");
    assertEquals(Set.of(), missing, "keys said but missing");
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    for (String key : texts.keys(Language.ZH)) {
      assertEquals(
          arguments(texts.say(Language.ZH, key)), arguments(texts.say(Language.EN, key)), key);
    }
  }

  private static Set<String> arguments(String text) {
    var found = new TreeSet<String>();
    var matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
