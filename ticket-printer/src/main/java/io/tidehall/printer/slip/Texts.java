package io.tidehall.printer.slip;

import io.tidehall.protocol.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The words of the slips, one bundle for each language. */
final class Texts {
  private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Texts(language));
    }
  }

  private final String file;
  private final Properties properties = new Properties();

  private Texts(Language language) {
    file = "texts_" + language.tag().replace('-', '_') + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("expected the texts " + file + " beside the slip layouts");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Texts in(Language language) {
    Texts texts = ALL.get(language);
    if (texts == null) {
      throw new IllegalStateException("no texts for " + language);
    }
    return texts;
  }

  /** The text of a key; {@code {0}}, {@code {1}} … are replaced by the values. */
  String of(String key, Object... values) {
    String text = properties.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("expected the key '" + key + "' in " + file);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  Set<String> keys() {
    return properties.stringPropertyNames();
  }
}
