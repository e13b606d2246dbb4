package io.tidehall.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidehall.hall.Refusal;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  @Test
  void everyKeyIsThereInEachLanguage() {
    assertEquals(
        new TreeSet<>(Words.bundle(Language.ZH).stringPropertyNames()),
        new TreeSet<>(Words.bundle(Language.EN).stringPropertyNames()));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasWordsForPeople(Refusal refusal) {
    Text words = Words.refusal(refusal);
    assertFalse(words.zh().startsWith("⟨"), words.zh());
    assertFalse(words.en().startsWith("⟨"), words.en());
  }
}
