package io.tidehall.server.view;

import io.tidehall.hall.Refusal;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The controller's own words for people, from one bundle per language. */
public final class Words {
  private static final Map<Language, Properties> BUNDLES = load();

  private Words() {}

  /** What to tell a person at a device or a page when the rules say no. */
  public static Text refusal(Refusal refusal) {
    return text("refusal." + refusal.name());
  }

  /** A text by key; a missing key shows itself. */
  public static Text text(String key, Object... arguments) {
    return Text.of(in(Language.ZH, key, arguments), in(Language.EN, key, arguments));
  }

  static Properties bundle(Language language) {
    return Objects.requireNonNull(BUNDLES.get(language));
  }

  private static String in(Language language, String key, Object... arguments) {
    String pattern = bundle(language).getProperty(key);
    return pattern == null ? "⟨" + key + "⟩" : pattern.formatted(arguments);
  }

  private static Map<Language, Properties> load() {
    var bundles = new EnumMap<Language, Properties>(Language.class);
    for (Language language : Language.values()) {
      String file = "words_" + language.tag().replace('-', '_') + ".properties";
      var properties = new Properties();
      try (var in = Words.class.getResourceAsStream(file)) {
        properties.load(
            new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bundles.put(language, properties);
    }
    return bundles;
  }
}
