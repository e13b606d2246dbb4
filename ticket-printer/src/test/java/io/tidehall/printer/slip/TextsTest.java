package io.tidehall.printer.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Language;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void everyLanguageHasEveryKey() {
    Set<String> all = new TreeSet<>();
    for (Language language : Language.values()) {
      all.addAll(Texts.in(language).keys());
    }
    for (Language language : Language.values()) {
      Set<String> missing = new TreeSet<>(all);
      missing.removeAll(Texts.in(language).keys());
      assertEquals(Set.of(), missing, "keys missing in " + language.tag());
    }
  }

  @Test
  void aMissingKeyIsNamedWithItsFile() {
    var problem =
        assertThrows(IllegalStateException.class, () -> Texts.in(Language.EN).of("no-such-key"));
    assertTrue(String.valueOf(problem.getMessage()).contains("'no-such-key' in texts_en"));
  }
}
