package io.tidehall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Pattern TOKEN = Pattern.compile("--?th-([a-z-]+): (#[0-9a-f]{6,8});");
  private static final Pattern PAIR = Pattern.compile("(?:[a-z]+-)?on-([a-z-]+)");

  @Test
  void screensAndPagesShareTheSameColours() throws IOException {
    assertEquals(new TreeMap<>(tokens("tokens.css")), new TreeMap<>(tokens("web/tokens.css")));
  }

  @Test
  void everyTextCanBeReadOnItsGround() throws IOException {
    Map<String, String> tokens = tokens("tokens.css");
    int pairs = 0;
    for (var text : tokens.entrySet()) {
      var pair = PAIR.matcher(text.getKey());
      if (pair.matches()) {
        pairs++;
        String ground = tokens.get(pair.group(1));
        assertTrue(ground != null, text.getKey() + " has no ground " + pair.group(1));
        double contrast = contrast(text.getValue(), ground);
        assertTrue(
            contrast >= 4.5,
            "%s on %s has a contrast of %.2f".formatted(text.getKey(), pair.group(1), contrast));
      }
    }
    assertTrue(pairs >= 20, "only " + pairs + " pairs were found");
  }

  @Test
  void everyColourUsedByTheSharedStylesIsAToken() throws IOException {
    var used = Pattern.compile("-th-([a-z-]+)").matcher(read("base.css"));
    Map<String, String> tokens = tokens("tokens.css");
    while (used.find()) {
      assertTrue(tokens.containsKey(used.group(1)), used.group() + " is not a token");
    }
  }

  private static Map<String, String> tokens(String name) throws IOException {
    var tokens = new LinkedHashMap<String, String>();
    var matcher = TOKEN.matcher(read(name));
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  private static String read(String name) throws IOException {
    try (var in = TokensTest.class.getResourceAsStream(name)) {
      assertTrue(in != null, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** WCAG 2.1, relative luminance. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
