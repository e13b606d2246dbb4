package io.tidehall.device;

import io.tidehall.protocol.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An app's words: {@code texts_zh_CN.properties} and {@code texts_en.properties} (UTF-8) beside a
 * class. {@code {0}}, {@code {1}} … stand for arguments. A hall adds languages by files of the same
 * kind in a folder, such as {@code texts_bo.properties}; what one lacks is said in the hall's
 * language that its key {@code language.hall} names, or else in Chinese.
 */
public final class Texts {
  private static final Logger log = LoggerFactory.getLogger(Texts.class);
  private static final Pattern FURTHER =
      Pattern.compile("texts_([a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\\.properties");
  private static final String HALL = "language.hall";
  private static final String NAME = "language.name";

  private final Map<Tongue, Properties> words;

  private Texts(Map<Tongue, Properties> words) {
    this.words = words;
  }

  /** Reads both bundles that lie beside the class. */
  public static Texts beside(Class<?> anchor) {
    var words = new LinkedHashMap<Tongue, Properties>();
    words.put(Tongue.of(Language.ZH), read(anchor, "texts_zh_CN.properties"));
    words.put(Tongue.of(Language.EN), read(anchor, "texts_en.properties"));
    return new Texts(words);
  }

  /**
   * The same with the further languages of a folder, in the order of their names. A file that
   * cannot be used is named in the log with what is wrong, and so are the keys that one lacks.
   *
   * @param folder need not exist
   */
  public Texts with(Path folder) {
    if (!Files.isDirectory(folder)) {
      return this;
    }
    var all = new LinkedHashMap<>(words);
    try (var files = Files.list(folder)) {
      files.sorted().forEach(file -> further(file, all));
    } catch (IOException e) {
      log.error("the languages in {} cannot be read: {}", folder, e.toString());
    }
    return new Texts(all);
  }

  private void further(Path file, Map<Tongue, Properties> all) {
    Matcher name = FURTHER.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return;
    }
    String tag = name.group(1).replace('_', '-');
    var its = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      its.load(in);
    } catch (IOException | IllegalArgumentException e) {
      log.error(
          "{}: expected a file of texts in UTF-8, but it cannot be read as one ({}); the language is left out",
          file,
          e.toString());
      return;
    }
    String hall = its.getProperty(HALL, Language.ZH.tag());
    Optional<Language> spoken =
        Arrays.stream(Language.values()).filter(it -> it.tag().equals(hall)).findFirst();
    boolean taken = all.keySet().stream().anyMatch(it -> it.tag().equals(tag));
    if (spoken.isEmpty() || taken || its.getProperty(NAME, "").isBlank()) {
      log.error(
          "{}: expected a language of its own with its name in {} and zh-CN or en in {}, but {}; it is left out",
          file,
          NAME,
          HALL,
          taken
              ? tag + " is here already"
              : spoken.isEmpty() ? HALL + " is " + hall : "it has no name");
      return;
    }
    var tongue = new Tongue(tag, spoken.get());
    all.put(tongue, its);
    Set<String> lacks = lacks(its);
    if (!lacks.isEmpty()) {
      log.warn(
          "{} lacks {} of the texts, which are said in {}: {}", file, lacks.size(), hall, lacks);
    }
  }

  /** The languages beside the hall's two. */
  public List<Tongue> further() {
    return words.keySet().stream().skip(Language.values().length).toList();
  }

  /** The keys that a language has not, sorted. */
  public Set<String> lacking(Tongue tongue) {
    return lacks(bundle(tongue));
  }

  private Set<String> lacks(Properties its) {
    Set<String> lacks = keys(Language.ZH);
    lacks.removeAll(its.stringPropertyNames());
    return lacks;
  }

  /** The words for a key; one that a further language lacks comes in the hall's. */
  public String say(Tongue tongue, String key, Object... arguments) {
    String text = bundle(tongue).getProperty(key);
    return text == null ? say(tongue.hall(), key, arguments) : filled(text, arguments);
  }

  /** The words for a key; a missing one shows as its key in brackets, never as an error. */
  public String say(Language language, String key, Object... arguments) {
    String text = bundle(Tongue.of(language)).getProperty(key);
    return text == null ? "[" + key + "]" : filled(text, arguments);
  }

  private static String filled(String template, Object... arguments) {
    String text = template;
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** Whether both of the hall's languages have it. */
  public boolean has(String key) {
    return Arrays.stream(Language.values())
        .map(it -> bundle(Tongue.of(it)))
        .allMatch(it -> it.containsKey(key));
  }

  /** The keys of a language, sorted. */
  public Set<String> keys(Language language) {
    return new TreeSet<>(bundle(Tongue.of(language)).stringPropertyNames());
  }

  /** The keys that one language has and the other has not: must be empty. */
  public Set<String> missing() {
    var either = keys(Language.ZH);
    either.addAll(keys(Language.EN));
    either.removeIf(this::has);
    return either;
  }

  private Properties bundle(Tongue tongue) {
    Properties bundle = words.get(tongue);
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
