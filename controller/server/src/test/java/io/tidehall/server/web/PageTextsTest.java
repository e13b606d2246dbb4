package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages' words, files and colours. */
class PageTextsTest {
  private static final Path PAGES =
      Path.of("src/main/resources/io/tidehall/server/web/static").toAbsolutePath();

  /** Any string literal that looks like a key: keys are also kept in tables. */
  private static final Pattern LITERAL = Pattern.compile("[\"`]([a-z]+(?:\\.[\\w-]+)+)[\"`]");

  private static final Pattern WORD = Pattern.compile("\\bt\\(\\s*[\"`]([^\"`$]+)[\"`]");
  private static final Pattern BUILT = Pattern.compile("`([a-z]+\\.[a-z-]*)\\$\\{");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  @Test
  void bothLanguagesHaveTheSameKeysAndTheSamePlaces() throws IOException {
    JsonNode zh = bundle("zh-CN");
    JsonNode en = bundle("en");
    assertEquals(new TreeSet<>(zh.propertyNames()), new TreeSet<>(en.propertyNames()));
    for (String key : zh.propertyNames()) {
      assertEquals(places(zh, key), places(en, key), key);
      assertTrue(!zh.path(key).asString().isBlank() && !en.path(key).asString().isBlank(), key);
    }
  }

  @Test
  void noKeyIsMissing() throws IOException {
    Set<String> known = new TreeSet<>(bundle("en").propertyNames());
    Set<String> missing = new TreeSet<>(found(WORD));
    missing.removeAll(known);
    for (String built : found(BUILT)) {
      if (known.stream().noneMatch(it -> it.startsWith(built))) {
        missing.add(built + "…");
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void noKeyIsUnused() throws IOException {
    Set<String> literal = found(LITERAL);
    Set<String> built = found(BUILT);
    Set<String> unused =
        bundle("en").propertyNames().stream()
            .filter(key -> !literal.contains(key))
            .filter(key -> built.stream().noneMatch(key::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unused);
  }

  @Test
  void noPageHasAScriptInItOrFromElsewhere() throws IOException {
    for (Path page : files(".html")) {
      String html = Files.readString(page);
      assertTrue(
          Pattern.compile("<script(?! type=\"module\" src=\"/static/)")
              .matcher(html)
              .results()
              .findAny()
              .isEmpty(),
          page + " has a script that the content security policy stops");
    }
    for (Path script : files(".js")) {
      String text = Files.readString(script);
      assertTrue(!text.contains("alert(") && !text.contains("eval("), script.toString());
      assertTrue(text.lines().count() < 400, script + " is too long");
    }
  }

  @Test
  void everyImportIsThere() throws IOException {
    Pattern imported = Pattern.compile("from \"([^\"]+)\"");
    for (Path script : files(".js")) {
      for (MatchResult it : imported.matcher(Files.readString(script)).results().toList()) {
        String from = it.group(1);
        boolean there =
            from.startsWith("/webjars/")
                ? getClass().getResource("/META-INF/resources" + from) != null
                : Files.exists(script.resolveSibling(from));
        assertTrue(there, script.getFileName() + " imports " + from);
      }
    }
  }

  @Test
  void theColoursAreThoseOfTheScreens() throws IOException {
    Path screens =
        Path.of("../device/src/main/resources/io/tidehall/device/web/tokens.css").toAbsolutePath();
    assumeTrue(Files.exists(screens));
    assertEquals(Files.readString(screens), Files.readString(PAGES.resolve("tokens.css")));
  }

  @Test
  void stylesUseOnlyColoursThatExist() throws IOException {
    Pattern used = Pattern.compile("var\\((--[\\w-]+)\\)");
    String tokens = Files.readString(PAGES.resolve("tokens.css"));
    for (Path style : files(".css")) {
      for (MatchResult it : used.matcher(Files.readString(style)).results().toList()) {
        assertTrue(
            tokens.contains(it.group(1) + ":"), style.getFileName() + " uses " + it.group(1));
      }
    }
  }

  private static Set<String> places(JsonNode bundle, String key) {
    return PLACE
        .matcher(bundle.path(key).asString())
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path script : files(".js")) {
      pattern.matcher(Files.readString(script)).results().forEach(it -> found.add(it.group(1)));
    }
    return found;
  }

  private static List<Path> files(String suffix) {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of all pages, those with a file of their own included; none stands twice. */
  private static JsonNode bundle(String language) throws IOException {
    ObjectNode all = Json.MAPPER.createObjectNode();
    for (String part : List.of("", "what-if.")) {
      Path file = PAGES.resolve("i18n/" + part + language + ".json");
      for (var word : Json.MAPPER.readTree(Files.readString(file)).properties()) {
        assertNull(all.replace(word.getKey(), word.getValue()), word.getKey() + " in " + file);
      }
    }
    return all;
  }
}
