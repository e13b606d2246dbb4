package io.tidehall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.view.PairingWindow;
import io.tidehall.protocol.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hall adds a language by one file, whole or in part, and a bad one takes nothing away. */
class FurtherLanguagesTest {
  private final Texts own = Texts.beside(PairingWindow.class);
  @TempDir Path folder;

  @Test
  void withoutAFolderThereAreTheTwo() {
    assertEquals(List.of(), own.with(folder.resolve("none")).further());
    assertEquals(List.of(), own.with(folder).further());
  }

  @Test
  void whatAFileLacksIsListedAndSaidInTheLanguageItNames() throws IOException {
    String key = own.keys(Language.EN).iterator().next();
    put(
        "texts_de.properties",
        "language.name = Deutsch\nlanguage.hall = en\n" + key + " = ja {0}\n");
    Texts texts = own.with(folder);
    var german = new Tongue("de", Language.EN);
    assertEquals(List.of(german), texts.further());
    assertEquals("ja 3", texts.say(german, key, 3));
    assertFalse(texts.lacking(german).contains(key));
    assertEquals(own.keys(Language.ZH).size() - 1, texts.lacking(german).size());
    for (String other : texts.lacking(german)) {
      assertEquals(own.say(Language.EN, other), texts.say(german, other), other);
    }
  }

  @Test
  void aWholeFileLacksNothing() throws IOException {
    String all =
        own.keys(Language.ZH).stream()
            .map(it -> it + " = བོད\n")
            .collect(Collectors.joining("", "language.name = བོད་ཡིག\n", ""));
    put("texts_bo_CN.properties", all);
    Texts texts = own.with(folder);
    var tibetan = new Tongue("bo-CN", Language.ZH);
    assertEquals(List.of(tibetan), texts.further());
    assertTrue(texts.lacking(tibetan).isEmpty());
  }

  @Test
  void aFileThatCannotBeUsedIsLeftOutAndTheOthersStay() throws IOException {
    put("texts_fr.properties", "language.name = Français\n");
    put("texts_en.properties", "language.name = English again\n");
    put("texts_it.properties", "language.hall = it\nlanguage.name = Italiano\n");
    put("texts_pt.properties", "language.hall = en\n");
    put("texts_ru.properties", "language.name = \\u12\n");
    put("notes.txt", "not a language");
    Files.write(folder.resolve("texts_ug.properties"), new byte[] {'a', '=', (byte) 0xff});
    assertEquals(List.of(new Tongue("fr", Language.ZH)), own.with(folder).further());
  }

  private void put(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
