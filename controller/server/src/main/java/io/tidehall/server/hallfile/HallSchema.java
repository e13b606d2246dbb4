package io.tidehall.server.hallfile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Holds a hall file against the published JSON Schema ({@code hall.schema.json}, draft 2020-12) and
 * tells in plain words where it differs.
 */
public final class HallSchema {
  private static final String TEXT = Csv.text("hall.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  private HallSchema() {}

  /** The schema itself, for editors. */
  public static String text() {
    return TEXT;
  }

  static List<Problem> check(YamlTree tree) {
    List<Problem> problems = new ArrayList<>();
    for (Error error : SCHEMA.validate(tree.root())) {
      problems.add(problem(tree, error));
    }
    return problems;
  }

  private static Problem problem(YamlTree tree, Error error) {
    String pointer = error.getInstanceLocation().toString();
    JsonNode came = error.getInstanceNode();
    String shown = came.isValueNode() ? Words.quoted(tree.spelling(pointer)) : kindOf(came);
    JsonNode rule = SCHEMA.getSchemaNode().at(error.getSchemaLocation().getFragment().toString());
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(tree, pointer, error);
      case "required" ->
          at(tree, pointer, "the key '" + error.getProperty() + "'", "it is missing", "Add it");
      case "type" ->
          at(tree, pointer, types(rule), "it is " + kindOf(came) + nonEmpty(came, shown), "");
      case "enum" -> {
        List<String> words = words(rule);
        yield at(
            tree,
            pointer,
            "one of " + Words.list(words),
            "it is " + shown,
            Words.meant(tree.spelling(pointer), words));
      }
      case "const" -> at(tree, pointer, rule.asString(), "it is " + shown, "");
      case "pattern" -> {
        JsonNode owner = ownerOf(error);
        yield at(
            tree,
            pointer,
            owner.path("x-expected").asString("text like " + rule.asString()),
            "it is " + shown,
            "");
      }
      case "minimum" -> at(tree, pointer, "at least " + rule.asString(), "it is " + shown, "");
      case "maximum" -> at(tree, pointer, "at most " + rule.asString(), "it is " + shown, "");
      case "exclusiveMinimum" ->
          at(tree, pointer, "more than " + rule.asString(), "it is " + shown, "");
      case "minLength" -> at(tree, pointer, "some text", "it is empty", "");
      case "maxLength" ->
          at(
              tree,
              pointer,
              "at most " + rule.asString() + " characters",
              "it has " + tree.spelling(pointer).length(),
              "");
      case "minItems" ->
          at(
              tree,
              pointer,
              "at least " + rule.asString() + " in the list",
              "it has " + came.size(),
              "");
      case "maxItems" ->
          at(
              tree,
              pointer,
              "at most " + rule.asString() + " in the list",
              "it has " + came.size(),
              "");
      case "uniqueItems" -> at(tree, pointer, "each entry once", "an entry stands twice", "");
      default -> at(tree, pointer, "what the schema asks for", error.getMessage(), "");
    };
  }

  private static Problem unknownKey(YamlTree tree, String pointer, Error error) {
    List<String> known = List.copyOf(ownerOf(error).path("properties").propertyNames());
    String key = error.getProperty();
    return at(
        tree,
        YamlTree.child(pointer, key),
        "one of the keys " + String.join(", ", known),
        "it is '" + key + "'",
        Words.meant(key, known));
  }

  /** The part of the schema that holds the keyword. */
  private static JsonNode ownerOf(Error error) {
    String place = error.getSchemaLocation().getFragment().toString();
    return SCHEMA.getSchemaNode().at(place.substring(0, place.lastIndexOf('/')));
  }

  private static Problem at(
      YamlTree tree, String pointer, String expected, String came, String hint) {
    return new Problem(
        tree.file(), tree.line(pointer), YamlTree.key(pointer), expected, came, hint);
  }

  private static List<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String types(JsonNode type) {
    List<String> names = type.isArray() ? words(type) : List.of(type.asString());
    return names.stream().map(HallSchema::plain).collect(Collectors.joining(" or "));
  }

  private static String plain(String type) {
    return switch (type) {
      case "object" -> "a group of keys";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> "text";
    };
  }

  private static String kindOf(JsonNode node) {
    if (node.isObject()) {
      return "a group of keys";
    }
    if (node.isArray()) {
      return "a list";
    }
    if (node.isNull()) {
      return "empty";
    }
    return node.isNumber() ? "the number" : node.isBoolean() ? "the word" : "the text";
  }

  private static String nonEmpty(JsonNode node, String shown) {
    return node.isValueNode() && !node.isNull() ? " " + shown : "";
  }
}
