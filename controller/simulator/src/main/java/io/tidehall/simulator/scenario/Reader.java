package io.tidehall.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One object of a scenario file, with its place in it; what is wrong is noted, not thrown. */
final class Reader {
  private final String file;
  private final String path;
  private final JsonNode node;
  private final List<Problem> problems;

  Reader(String file, String path, JsonNode node, List<Problem> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
    if (!node.isObject()) {
      wrong("", "an object { … }", came(node));
    }
  }

  String text(String key) {
    JsonNode value = node.path(key);
    if (value.isString() && !value.asString().isBlank()) {
      return value.asString();
    }
    wrong(key, "a text", came(value));
    return "";
  }

  String text(String key, String otherwise) {
    return node.has(key) ? text(key) : otherwise;
  }

  double number(String key, double least, double most) {
    return number(key, node.path(key), least, most);
  }

  double number(String key, double least, double most, double otherwise) {
    return node.has(key) ? number(key, least, most) : otherwise;
  }

  private double number(String key, JsonNode value, double least, double most) {
    if (value.isNumber() && value.asDouble() >= least && value.asDouble() <= most) {
      return value.asDouble();
    }
    wrong(
        key,
        most == Double.MAX_VALUE
            ? "a number of at least " + least
            : "a number between " + least + " and " + most,
        came(value));
    return least;
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    JsonNode value = node.path(key);
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(java.util.Locale.ROOT);
      names.add(name);
      if (value.isString() && value.asString().equals(name)) {
        return constant;
      }
    }
    wrong(key, "one of " + String.join(", ", names), came(value));
    return type.getEnumConstants()[0];
  }

  Reader object(String key) {
    return new Reader(file, at(key), node.path(key), problems);
  }

  /** The parts of an array, each read by {@code read} with its place. */
  <T> List<T> list(String key, boolean needed, BiFunction<Reader, Integer, T> read) {
    JsonNode array = node.path(key);
    if (!array.isArray() || (needed && array.isEmpty())) {
      if (needed || !array.isMissingNode()) {
        wrong(key, needed ? "an array with at least one entry" : "an array", came(array));
      }
      return List.of();
    }
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      Reader part = new Reader(file, at(key) + "[" + i + "]", array.get(i), problems);
      parts.add(read.apply(part, i));
    }
    return List.copyOf(parts);
  }

  List<String> texts(String key) {
    JsonNode array = node.path(key);
    if (!array.isArray() || array.isEmpty()) {
      wrong(key, "an array of texts with at least one entry", came(array));
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).isString()) {
        texts.add(array.get(i).asString());
      } else {
        wrong(key + "[" + i + "]", "a text", came(array.get(i)));
      }
    }
    return List.copyOf(texts);
  }

  /** Rows of numbers, such as {@code [[540, 570, 1.1]]}; a row that is wrong is left out. */
  List<double[]> rows(String key, int width) {
    JsonNode array = node.path(key);
    List<double[]> rows = new ArrayList<>();
    if (!array.isArray() || array.isEmpty()) {
      wrong(key, "an array of rows of " + width + " numbers", came(array));
      return rows;
    }
    for (int i = 0; i < array.size(); i++) {
      JsonNode row = array.get(i);
      double[] numbers = new double[width];
      boolean good = row.isArray() && row.size() == width;
      for (int j = 0; good && j < width; j++) {
        good = row.get(j).isNumber();
        numbers[j] = row.get(j).asDouble(0);
      }
      good = good && numbers[0] < numbers[1] && numbers[0] >= 0 && numbers[1] <= 2880;
      if (good) {
        rows.add(numbers);
      } else {
        wrong(
            key + "[" + i + "]",
            width + " numbers, the first below the second, in minutes since midnight",
            came(row));
      }
    }
    return rows;
  }

  List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  boolean has(String key) {
    return node.has(key);
  }

  boolean isNumber(String key) {
    return node.path(key).isNumber();
  }

  void wrong(String key, String expected, String came) {
    problems.add(new Problem(file, at(key), expected, came));
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }

  private static String came(JsonNode value) {
    if (value instanceof MissingNode) {
      return "it is missing";
    }
    String text = value.toString();
    return "it is " + (text.length() > 60 ? text.substring(0, 57) + "…" : text);
  }
}
