package io.tidehall.server.hallfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A place in a hall file, there or not. Asking it for something it is not gives nothing, because
 * the schema has complained about that already.
 */
record Part(YamlTree tree, String pointer, JsonNode node) {
  static Part root(YamlTree tree) {
    return new Part(tree, "", tree.root());
  }

  Part get(String key) {
    return new Part(tree, YamlTree.child(pointer, key), node.path(key));
  }

  boolean present() {
    return !node.isMissingNode();
  }

  boolean isNumber() {
    return node.isNumber();
  }

  /** The keys of a group, none when it is no group. */
  List<String> keys() {
    return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
  }

  boolean isList() {
    return node.isArray();
  }

  /** The members of a list, none when it is no list. */
  List<Part> each() {
    List<Part> parts = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        parts.add(new Part(tree, pointer + "/" + i, node.get(i)));
      }
    }
    return parts;
  }

  /** Text, or a number as it was spelled. */
  Optional<String> text() {
    return node.isString() || node.isNumber()
        ? Optional.of(tree.spelling(pointer))
        : Optional.empty();
  }

  String text(String otherwise) {
    return text().orElse(otherwise);
  }

  /** The texts of a list. */
  List<String> texts() {
    return each().stream().flatMap(part -> part.text().stream()).toList();
  }

  OptionalInt whole() {
    return node.isInt() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
  }

  int whole(int otherwise) {
    return whole().orElse(otherwise);
  }

  double number(double otherwise) {
    return node.isNumber() ? node.doubleValue() : otherwise;
  }

  boolean flag(boolean otherwise) {
    return node.isBoolean() ? node.booleanValue() : otherwise;
  }

  int line() {
    return tree.line(pointer);
  }

  Problem problem(String expected, String came, String hint) {
    return new Problem(tree.file(), line(), YamlTree.key(pointer), expected, came, hint);
  }
}
