package io.tidehall.simulator.scenario;

import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Period;
import io.tidehall.simulator.scenario.Scenario.Service;
import io.tidehall.simulator.scenario.Scenario.Shift;
import io.tidehall.simulator.scenario.Scenario.TicketClass;
import io.tidehall.simulator.scenario.Scenario.TidalSpec;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads scenario files and refuses what is wrong with them, all at once. */
public final class ScenarioFile {
  /** The halls that come with the product. */
  public static final List<String> BUILT_IN = List.of("township", "street", "city");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double NO_LIMIT = Double.MAX_VALUE;

  private ScenarioFile() {}

  /** A built-in hall by its name, or a file by its path. */
  public static Scenario load(String nameOrPath) throws BadScenarioException {
    try {
      if (BUILT_IN.contains(nameOrPath)) {
        try (InputStream in = ScenarioFile.class.getResourceAsStream(nameOrPath + ".json")) {
          if (in == null) {
            throw new IllegalStateException("expected " + nameOrPath + ".json in the program");
          }
          return parse(nameOrPath, JSON.readTree(in));
        }
      }
      Path path = Path.of(nameOrPath);
      if (!Files.isRegularFile(path)) {
        throw refused(
            nameOrPath,
            "one of " + String.join(", ", BUILT_IN) + ", or a scenario file",
            "there is none");
      }
      return parse(nameOrPath, JSON.readTree(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw refused(nameOrPath, "a file that can be read", String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      throw refused(
          nameOrPath,
          "JSON",
          e.getOriginalMessage()
              + " at "
              + e.getLocation().getLineNr()
              + ":"
              + e.getLocation().getColumnNr());
    }
  }

  /** A scenario that is already JSON. */
  public static Scenario parse(String file, JsonNode json) throws BadScenarioException {
    List<Problem> problems = new ArrayList<>();
    Scenario scenario = read(new Reader(file, "", json, problems));
    if (problems.isEmpty()) {
      check(file, scenario, problems);
    }
    if (!problems.isEmpty()) {
      throw new BadScenarioException(problems);
    }
    return scenario;
  }

  private static BadScenarioException refused(String file, String expected, String came) {
    return new BadScenarioException(List.of(new Problem(file, "", expected, came)));
  }

  private static Scenario read(Reader top) {
    return new Scenario(
        top.text("name", "hall"),
        top.text("title", top.text("name", "hall")),
        top.number("open", 0, 1440),
        top.number("close", 0, 1440),
        top.number("limit", 0, NO_LIMIT, 20),
        top.number("callGap", 0, 60, 0),
        top.number("noShowTime", 0, 60, 1),
        top.number("dayCv", 0, 3, 0),
        top.number("fieldDayCv", 0, 3, 0),
        top.number("comprehensiveSlowdown", 0.1, 10, 1),
        classes(top),
        profiles(top.object("profiles")),
        top.list("categories", true, (it, _) -> category(it)),
        top.list("windows", true, (it, _) -> window(it)),
        top.has("tidal") ? tidal(top.object("tidal")) : Map.of());
  }

  private static List<TicketClass> classes(Reader top) {
    if (!top.has("classes")) {
      return List.of(new TicketClass("normal", 1, 0));
    }
    return top.list(
        "classes",
        true,
        (it, _) ->
            new TicketClass(
                it.text("id"), it.number("share", 0, 1), it.number("headstart", 0, 1440, 0)));
  }

  private static Map<String, List<Period>> profiles(Reader all) {
    Map<String, List<Period>> profiles = new LinkedHashMap<>();
    for (String name : all.keys()) {
      List<Period> periods = new ArrayList<>();
      for (double[] row : all.rows(name, 3)) {
        if (row[2] < 0) {
          all.wrong(name, "weights that are not negative", "one is " + row[2]);
        }
        periods.add(new Period(row[0], row[1], row[2]));
      }
      profiles.put(name, List.copyOf(periods));
    }
    return Collections.unmodifiableMap(profiles);
  }

  private static Category category(Reader it) {
    Reader service = it.object("service");
    return new Category(
        it.text("id"),
        it.text("field"),
        it.number("daily", 0, 1_000_000),
        it.text("profile", "default"),
        it.number("noshow", 0, 1, 0),
        new Service(
            service.choice("dist", Service.Shape.class),
            service.number("mean", 0.01, 1440),
            service.number("cv", 0, 10, 0)));
  }

  private static WindowSpec window(Reader it) {
    List<Shift> shifts = shifts(it, "shifts");
    List<String> serves = it.texts("serves");
    String home = it.text("home", serves.isEmpty() ? "*" : serves.getFirst());
    Map<String, Double> speeds = new TreeMap<>();
    if (it.has("speeds")) {
      Reader all = it.object("speeds");
      all.keys().forEach(line -> speeds.put(line, all.number(line, 0.2, 5)));
    }
    return new WindowSpec(
        it.text("id"),
        it.choice("type", WindowType.class),
        serves,
        home,
        shifts,
        speeds,
        it.text("lender", ""));
  }

  private static List<Shift> shifts(Reader it, String key) {
    return it.rows(key, 2).stream().map(row -> new Shift(row[0], row[1])).toList();
  }

  private static Map<String, TidalSpec> tidal(Reader all) {
    Map<String, TidalSpec> rules = new LinkedHashMap<>();
    for (String name : all.keys()) {
      Reader rule = all.object(name);
      Map<String, Double> numbers = new TreeMap<>();
      for (String key : rule.keys()) {
        if (rule.isNumber(key)) {
          numbers.put(key, rule.number(key, 0, NO_LIMIT));
        } else if (!key.equals("periods")) {
          rule.wrong(key, "a number", "it is none");
        }
      }
      List<Shift> periods = rule.has("periods") ? shifts(rule, "periods") : List.of();
      rules.put(name, new TidalSpec(Collections.unmodifiableMap(numbers), periods));
    }
    return Collections.unmodifiableMap(rules);
  }

  private static void check(String file, Scenario it, List<Problem> problems) {
    Checks checks = new Checks(file, problems);
    checks.that(
        it.open() < it.close(), "close", "a time after open " + it.open(), "it is " + it.close());
    double shares = it.classes().stream().mapToDouble(TicketClass::share).sum();
    checks.that(
        Math.abs(shares - 1) < 1e-6, "classes", "shares that sum to 1", "they sum to " + shares);
    checks.once("classes", it.classes().stream().map(TicketClass::id).toList());
    checks.once("categories", it.categories().stream().map(Category::id).toList());
    checks.once("windows", it.windows().stream().map(WindowSpec::id).toList());
    Set<String> known = new LinkedHashSet<>(it.fields());
    it.categories().forEach(category -> known.add(category.id()));
    for (int i = 0; i < it.categories().size(); i++) {
      Category category = it.categories().get(i);
      List<Period> periods = it.profiles().getOrDefault(category.profile(), List.of());
      checks.that(
          periods.stream().anyMatch(period -> period.weight() > 0),
          "categories[" + i + "].profile",
          "the name of a profile with a weight above 0",
          "it is '" + category.profile() + "'");
      checks.that(
          it.windows().stream().anyMatch(window -> window.serves(category)),
          "categories[" + i + "].id",
          "a window that serves " + category.id() + " or its field " + category.field(),
          "none does");
    }
    for (int i = 0; i < it.windows().size(); i++) {
      WindowSpec window = it.windows().get(i);
      for (String served : window.serves()) {
        checks.that(
            served.equals("*") || known.contains(served),
            "windows[" + i + "].serves",
            "ids of categories, names of fields, or *",
            "'" + served + "' is none");
      }
      for (String line : window.speeds().keySet()) {
        checks.that(
            it.categories().stream().anyMatch(category -> category.id().equals(line)),
            "windows[" + i + "].speeds",
            "ids of categories",
            "'" + line + "' is none");
      }
      checkLender(checks, it, i, window);
    }
    it.tidal().forEach((name, rule) -> checkTidal(checks, name, rule));
  }

  private static void checkLender(Checks checks, Scenario it, int number, WindowSpec window) {
    String lender = window.lender();
    boolean base =
        it.windows().stream()
            .anyMatch(other -> other.id().equals(lender) && other.type() != WindowType.TIDAL);
    checks.that(
        lender.isEmpty() || (base && window.type() == WindowType.TIDAL),
        "windows[" + number + "].lender",
        "a window that is not tidal, of a tidal one",
        "it is '" + lender + "'");
  }

  private static void checkTidal(Checks checks, String name, TidalSpec rule) {
    double open = rule.number("open_at", Double.NaN);
    double close = rule.number("close_at", Double.NaN);
    checks.that(
        !(close >= open),
        "tidal." + name + ".close_at",
        "a value below open_at " + open,
        "it is " + close);
  }

  private record Checks(String file, List<Problem> problems) {
    void that(boolean good, String key, String expected, String came) {
      if (!good) {
        problems.add(new Problem(file, key, expected, came));
      }
    }

    void once(String key, List<String> ids) {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < ids.size(); i++) {
        that(
            seen.add(ids.get(i)),
            key + "[" + i + "].id",
            "an id that is used once",
            "'" + ids.get(i) + "' is used twice");
      }
    }
  }
}
