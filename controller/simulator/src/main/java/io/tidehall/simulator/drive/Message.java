package io.tidehall.simulator.drive;

import tools.jackson.databind.JsonNode;

/** One line from the outside simulator. */
record Message(JsonNode json) {
  Message {
    if (!json.isObject()) {
      throw new IllegalArgumentException("expected a JSON object, but it is " + json);
    }
  }

  String event() throws Trouble {
    return text("event");
  }

  double time() throws Trouble {
    JsonNode value = json.path("t");
    if (!value.isNumber()) {
      throw new Trouble("t to be minutes since midnight", "it is " + came(value));
    }
    return value.asDouble();
  }

  String text(String key) throws Trouble {
    JsonNode value = json.path(key);
    if (!value.isString()) {
      throw new Trouble(key + " to be a text", "it is " + came(value));
    }
    return value.asString();
  }

  String text(String key, String otherwise) {
    JsonNode value = json.path(key);
    return value.isString() ? value.asString() : otherwise;
  }

  private static String came(JsonNode value) {
    return value.isMissingNode() ? "missing" : value.toString();
  }
}
