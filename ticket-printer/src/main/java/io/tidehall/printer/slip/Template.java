package io.tidehall.printer.slip;

import io.tidehall.protocol.Language;
import io.tidehall.protocol.Slip.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands on the slips of each purpose and language, in which order, and what a hall adds:
 * {@code ticket.sections} for a purpose, {@code ticket.en.sections} for one of its languages,
 * {@code ticket.en.extra.1} to 6 for lines at the foot. What a hall's file leaves out is as
 * shipped.
 */
public final class Template {
  /**
   * The slips of a purpose in a language.
   *
   * @param sections in order; what is not among them is not printed
   * @param extra further lines of the hall, at the section {@code extra}
   */
  public record Form(List<String> sections, List<String> extra) {
    public Form {
      sections = List.copyOf(sections);
      extra = List.copyOf(extra);
    }
  }

  private static final String SHIPPED = "template.properties";
  private static final int MOST_EXTRA = 6;
  private static final int LONGEST_EXTRA = 120;
  private static final String LANGUAGES = languages();
  private static final Pattern SECTIONS =
      Pattern.compile("([a-z-]+)(?:\\.(" + LANGUAGES + "))?\\.sections");
  private static final Pattern EXTRA =
      Pattern.compile("([a-z-]+)\\.(" + LANGUAGES + ")\\.extra\\.([1-" + MOST_EXTRA + "])");

  /** The sections of each purpose; those without which its slip would say nothing end with *. */
  private static final Map<Purpose, List<String>> KNOWN = new EnumMap<>(Purpose.class);

  static {
    List<String> ticket = known("hall number* line marks items waits code");
    KNOWN.put(Purpose.TICKET, ticket);
    KNOWN.put(Purpose.REPRINT, ticket);
    KNOWN.put(Purpose.LIST, known("hall item* materials* steps terms"));
    KNOWN.put(Purpose.NOTICE, known("hall heading* about told* due signatures"));
    KNOWN.put(Purpose.TEST_PAGE, known("hall heading* sizes number rare code"));
    KNOWN.put(Purpose.DAY_REPORT, known("hall heading* tickets waits ratings idle"));
  }

  private static final Template READY = ready();

  private final Map<Key, List<String>> sections;
  private final Map<Key, List<String>> extra;

  private record Key(Purpose purpose, Language language) {}

  private Template(Map<Key, List<String>> sections, Map<Key, List<String>> extra) {
    this.sections = sections;
    this.extra = extra;
  }

  /** The template that Tidehall comes with. */
  public static Template shipped() {
    return READY;
  }

  /** The text of the shipped template, to begin a hall's own from. */
  public static String shippedText() {
    try (InputStream in = Template.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("expected " + SHIPPED + " beside the slip layouts");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a hall's template.
   *
   * @param file its name, for problems
   * @throws IllegalArgumentException when it is none, with file, key, what was expected and what
   *     came
   */
  public static Template read(String file, String text) {
    return read(file, text, READY);
  }

  private static Template ready() {
    return read(SHIPPED, shippedText(), new Template(Map.of(), Map.of()));
  }

  private static Template read(String file, String text, Template otherwise) {
    var given = new Properties();
    try {
      given.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: expected lines of KEY = VALUE, but %s".formatted(file, e.getMessage()), e);
    }
    var sections = new HashMap<>(otherwise.sections);
    var extra = new HashMap<>(otherwise.extra);
    // A purpose before its languages: "sections" sorts behind "en" and "zh-CN" otherwise.
    var keys = new TreeSet<>(given.stringPropertyNames());
    keys.stream()
        .filter(key -> key.indexOf('.') == key.lastIndexOf('.'))
        .forEach(key -> sections(file, key, given.getProperty(key), sections));
    for (String key : keys) {
      if (EXTRA.matcher(key).matches()) {
        extra(file, key, given.getProperty(key).strip(), extra);
      } else if (key.indexOf('.') != key.lastIndexOf('.')) {
        sections(file, key, given.getProperty(key), sections);
      }
    }
    return new Template(Map.copyOf(sections), Map.copyOf(extra));
  }

  private static void sections(
      String file, String key, String value, Map<Key, List<String>> sections) {
    Matcher matcher = SECTIONS.matcher(key);
    if (!matcher.matches()) {
      throw problem(
          file, key, "a key such as ticket.sections, ticket.en.sections or ticket.en.extra.1", key);
    }
    Purpose purpose = purpose(file, key, matcher.group(1));
    List<String> wanted = checked(file, key, purpose, value);
    for (Language language : Language.values()) {
      if (matcher.group(2) == null || language.tag().equals(matcher.group(2))) {
        sections.put(new Key(purpose, language), wanted);
      }
    }
  }

  private static List<String> checked(String file, String key, Purpose purpose, String value) {
    List<String> all = KNOWN.getOrDefault(purpose, List.of());
    List<String> names = all.stream().map(it -> it.replace("*", "")).toList();
    var seen = new HashSet<String>();
    List<String> wanted =
        Arrays.stream(value.split("[,\\s]+")).filter(it -> !it.isEmpty()).toList();
    for (String section : wanted) {
      if (!names.contains(section)) {
        throw problem(file, key, "sections out of " + String.join(", ", names), section);
      }
      if (!seen.add(section)) {
        throw problem(file, key, "each section once", section + " twice");
      }
    }
    for (String section : all) {
      String name = section.replace("*", "");
      if (section.endsWith("*") && !wanted.contains(name)) {
        throw problem(
            file,
            key,
            name + " among them, without which the slip says nothing",
            wanted.isEmpty() ? "none" : String.join(", ", wanted));
      }
    }
    return wanted;
  }

  private static void extra(String file, String key, String line, Map<Key, List<String>> extra) {
    Matcher matcher = EXTRA.matcher(key);
    if (!matcher.matches() || line.isEmpty()) {
      throw problem(file, key, "a line of words", "none");
    }
    Purpose purpose = purpose(file, key, matcher.group(1));
    if (line.length() > LONGEST_EXTRA || line.chars().anyMatch(Character::isISOControl)) {
      throw problem(
          file,
          key,
          "printable words of at most " + LONGEST_EXTRA + " characters",
          line.length() + " characters: " + line.substring(0, Math.min(20, line.length())));
    }
    for (Language language : Language.values()) {
      if (language.tag().equals(matcher.group(2))) {
        var lines = new ArrayList<>(extra.getOrDefault(new Key(purpose, language), List.of()));
        lines.add(line);
        extra.put(new Key(purpose, language), List.copyOf(lines));
      }
    }
  }

  private static Purpose purpose(String file, String key, String word) {
    for (Purpose purpose : Purpose.values()) {
      if (word(purpose).equals(word)) {
        return purpose;
      }
    }
    throw problem(
        file,
        key,
        "it to begin with one of "
            + String.join(", ", Arrays.stream(Purpose.values()).map(Template::word).toList()),
        word);
  }

  private static IllegalArgumentException problem(
      String file, String key, String expected, String came) {
    return new IllegalArgumentException(
        "%s, %s: expected %s, but '%s' came".formatted(file, key, expected, came));
  }

  private static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Any slip may end with the hall's notices, and with the template's own lines. */
  private static List<String> known(String sections) {
    return List.of((sections + " notices extra").split(" "));
  }

  private static String languages() {
    return String.join(
        "|", Arrays.stream(Language.values()).map(it -> Pattern.quote(it.tag())).toList());
  }

  /** The form of a purpose's slips in a language. */
  Form form(Purpose purpose, Language language) {
    var key = new Key(purpose, language);
    return new Form(sections.getOrDefault(key, List.of()), extra.getOrDefault(key, List.of()));
  }
}
