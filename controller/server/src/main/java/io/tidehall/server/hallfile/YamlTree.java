package io.tidehall.server.hallfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML 1.2 text as a JSON tree that remembers where everything stands. Keys without a value count
 * as absent, so that a list may be commented out below its key. Only a number in its plain spelling
 * is a number, since badge {@code 007} is not badge 7.
 */
final class YamlTree {
  /** Far above any real hall; stops the growth of nested aliases. */
  private static final int MOST_NODES = 200_000;

  private static final int DEEPEST = 20;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private JsonNode root = JSON.missingNode();
  private int nodes;

  private YamlTree(String file) {
    this.file = file;
  }

  static YamlTree parse(String file, String text) {
    var tree = new YamlTree(file);
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      Optional<Node> top = new Compose(settings).composeString(text);
      if (top.isPresent()) {
        tree.root = tree.json(top.get(), "", 0);
      } else {
        tree.add(1, "a hall in YAML", "the file is empty", "Start from a ready hall");
      }
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(YamlTree::lineOf).orElse(1);
      tree.add(
          line,
          "YAML",
          "this line cannot be read as such: " + broken.getProblem(),
          "Look for a missing quote, bracket, comma or space after a colon here or just above");
    } catch (TooMuch tooMuch) {
      tree.add(tooMuch.line, "a plain hall file", tooMuch.came, "Write it without nested aliases");
    } catch (YamlEngineException broken) {
      tree.add(1, "YAML", "it cannot be read as such: " + broken.getMessage(), "");
    }
    return tree;
  }

  String file() {
    return file;
  }

  JsonNode root() {
    return root;
  }

  /** What is wrong with the text as YAML: broken syntax, keys given twice. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The line of a JSON pointer, or of what holds it when it is not there itself. */
  int line(String pointer) {
    String at = pointer;
    while (true) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      if (at.isEmpty()) {
        return 1;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
  }

  /** A scalar as it was written. */
  String spelling(String pointer) {
    return spellings.getOrDefault(pointer, "");
  }

  /** A pointer as people write it: {@code /windows/2/kind} is {@code windows[2].kind}. */
  static String key(String pointer) {
    var key = new StringBuilder();
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/")) {
      if (step.matches("[0-9]+")) {
        key.append('[').append(step).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".");
        key.append(step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return key.toString();
  }

  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private JsonNode json(Node node, String pointer, int depth) {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new TooMuch(
          lineOf(node), depth > DEEPEST ? "it is nested too deep" : "it grows beyond all measure");
    }
    lines.putIfAbsent(pointer, lineOf(node));
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer, depth);
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
          array.add(json(item, pointer + "/" + array.size(), depth + 1));
        }
        yield array;
      }
      case ScalarNode scalar -> {
        spellings.put(pointer, scalar.getValue());
        yield scalar(scalar);
      }
      default -> JSON.nullNode();
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer, int depth) {
    ObjectNode object = JSON.objectNode();
    Map<String, Integer> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = lineOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode named)) {
        add(line, "a plain word as key", "it is a list or a mapping", "");
        continue;
      }
      String key = named.getValue();
      String place = child(pointer, key);
      Integer before = seen.putIfAbsent(key, line);
      if (before != null) {
        problems.add(
            new Problem(
                file,
                line,
                key(place),
                "each key once",
                "it stands on line " + before + " already",
                "Delete or rename one of the two"));
        continue;
      }
      lines.put(place, line);
      JsonNode value = json(tuple.getValueNode(), place, depth + 1);
      if (!value.isNull()) {
        object.set(key, value);
      }
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    if (tag.equals(Tag.INT) && value.matches("0|-?[1-9][0-9]{0,17}")) {
      long number = Long.parseLong(value);
      return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
    }
    if (tag.equals(Tag.FLOAT) && value.matches("[-+.0-9eE]{1,20}")) {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? JSON.numberNode(number) : JSON.stringNode(value);
    }
    return JSON.stringNode(value);
  }

  private void add(int line, String expected, String came, String hint) {
    problems.add(new Problem(file, line, "", expected, came, hint));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(YamlTree::lineOf).orElse(1);
  }

  private static int lineOf(Mark mark) {
    return mark.getLine() + 1;
  }

  /** A text that unfolds beyond any hall. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;
    private final String came;

    TooMuch(int line, String came) {
      super(came);
      this.line = line;
      this.came = came;
    }
  }
}
