package io.tidehall.device;

import io.tidehall.protocol.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * An app's words: {@code texts_zh_CN.properties} and {@code texts_en.properties} (UTF-8) beside a
 * class. {@code {0}}, {@code {1}} … stand for arguments.
 */
public final class Texts {
  private final Map<Language, Properties> words;

  private Texts(Map<Language, Properties> words) {
    this.words = words;
  }

  /** Reads both bundles that lie beside the class. */
  public static Texts beside(Class<?> anchor) {
    var words = new EnumMap<Language, Properties>(Language.class);
    words.put(Language.ZH, read(anchor, "texts_zh_CN.properties"));
    words.put(Language.EN, read(anchor, "texts_en.properties"));
    return new Texts(words);
  }

  /** The words for a key; a missing one shows as its key in brackets, never as an error. */
  public String say(Language language, String key, Object... arguments) {
    String text = bundle(language).getProperty(key);
    if (text == null) {
      return "[" + key + "]";
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  public boolean has(String key) {
    return words.values().stream().allMatch(bundle -> bundle.containsKey(key));
  }

  /** The keys of a language, sorted. */
  public Set<String> keys(Language language) {
    return new TreeSet<>(bundle(language).stringPropertyNames());
  }

  /** The keys that one language has and the other has not: must be empty. */
  public Set<String> missing() {
    var either = keys(Language.ZH);
    either.addAll(keys(Language.EN));
    either.removeIf(this::has);
    return either;
  }

  private Properties bundle(Language language) {
    Properties bundle = words.get(language);
    return bundle == null ? new Properties() : bundle;
  }

  private static Properties read(Class<?> anchor, String name) {
    var properties = new Properties();
    try (var in = anchor.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "expected the texts %s beside %s, but they are missing"
                .formatted(name, anchor.getName()));
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
