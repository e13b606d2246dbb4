package io.tidehall.simulator.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hall written against the line protocol alone, from its description: it shares no code with the
 * simulator, and counts what an answer does wrong.
 */
final class OutsideHall {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode scenario;
  private final UnaryOperator<String> line;
  private final boolean minutes;
  private final Random chance;
  private final PriorityQueue<Happening> agenda =
      new PriorityQueue<>(
          Comparator.comparingDouble(Happening::at).thenComparingInt(Happening::order));
  private final Map<String, JsonNode> windows = new LinkedHashMap<>();
  private final Map<String, JsonNode> categories = new LinkedHashMap<>();
  private final Map<String, String> state = new HashMap<>();
  private final Set<String> ending = new HashSet<>();
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private final Map<String, Double> issued = new HashMap<>();
  private final Map<String, JsonNode> told = new HashMap<>();
  private int order;
  private int tickets;

  final List<String> violations = new ArrayList<>();
  double avoidable;
  int served;
  int openings;
  int covered;
  int waited;

  /**
   * Makes a hall.
   *
   * @param line sends a line and returns the answer
   * @param minutes whether tidal windows are asked for; else they keep to their shifts
   */
  OutsideHall(JsonNode scenario, UnaryOperator<String> line, boolean minutes, long seed) {
    this.scenario = scenario;
    this.line = line;
    this.minutes = minutes;
    chance = new Random(seed);
    scenario.path("windows").forEach(it -> windows.put(it.path("id").asString(), it));
    scenario.path("categories").forEach(it -> categories.put(it.path("id").asString(), it));
    windows.keySet().forEach(id -> state.put(id, "closed"));
  }

  private record Happening(double at, int order, String kind, String subject, String ticket) {}

  /** Plays a day; the end is not answered and left to the caller. */
  void play() {
    ObjectNode start = message("start", scenario.path("open").asDouble());
    start.set("scenario", scenario);
    answer(540, start);
    plan();
    double last = 540;
    while (!agenda.isEmpty()) {
      Happening next = agenda.remove();
      for (String window : windows.keySet()) {
        if ("idle".equals(state.get(window)) && eligibleWaits(window)) {
          avoidable += next.at() - last;
        }
      }
      last = next.at();
      happen(next);
    }
  }

  private void plan() {
    for (JsonNode window : windows.values()) {
      for (JsonNode shift : window.path("shifts")) {
        if (!minutes || !tidal(window)) {
          add(shift.get(0).asDouble(), "open", window.path("id").asString(), "");
        }
        add(shift.get(1).asDouble(), "close", window.path("id").asString(), "");
      }
    }
    for (JsonNode category : categories.values()) {
      double rate = category.path("daily").asDouble() / 330;
      for (double at = 540 + wait(rate); at < 1000; at += wait(rate)) {
        if (at < 705 || at > 810) {
          add(at, "issue", category.path("id").asString(), "");
        }
      }
    }
    for (int minute = 540; minutes && minute < 1020; minute++) {
      add(minute, "minute", "", "");
    }
  }

  private double wait(double rate) {
    return -Math.log(1 - chance.nextDouble()) / rate;
  }

  private void add(double at, String kind, String subject, String ticket) {
    agenda.add(new Happening(at, order++, kind, subject, ticket));
  }

  private void happen(Happening it) {
    double at = it.at();
    String window = it.subject();
    switch (it.kind()) {
      case "issue" -> issue(at, it.subject());
      case "free" -> {
        boolean closes =
            ending.contains(window)
                && (tidal(known(windows.get(window))) || !eligibleWaits(window));
        state.put(window, closes ? "closed" : "idle");
        if (closes) {
          ending.remove(window);
        }
        answer(
            at,
            window("free", at, window)
                .put("ticket", it.ticket())
                .put("outcome", "served")
                .put("state", closes ? "closed" : "idle"));
      }
      case "open" -> {
        ending.remove(window);
        if (!"busy".equals(state.get(window))) {
          state.put(window, "idle");
          answer(at, window("open", at, window).put("state", "idle"));
        }
      }
      case "close" -> close(at, window);
      default -> answer(at, message("minute", at));
    }
  }

  private void issue(double at, String category) {
    String ticket = "T" + ++tickets;
    waiting.put(ticket, category);
    issued.put(ticket, at);
    answer(
        at,
        message("issue", at)
            .put("ticket", ticket)
            .put("category", category)
            .put("class", chance.nextInt(16) == 0 ? "priority" : "normal"));
  }

  private void close(double at, String window) {
    switch (String.valueOf(state.get(window))) {
      case "idle" -> {
        state.put(window, "closed");
        answer(at, window("closing", at, window).put("state", "closed"));
        answer(at, window("closed", at, window));
      }
      case "busy" -> {
        ending.add(window);
        answer(at, window("closing", at, window).put("state", "busy"));
      }
      default -> {}
    }
  }

  private void answer(double at, ObjectNode message) {
    JsonNode answer = JSON.readTree(line.apply(JSON.writeValueAsString(message)));
    for (JsonNode range : answer.path("forecast")) {
      told.put(range.get(0).asString(), range);
    }
    for (JsonNode pair : answer.path("assign")) {
      assign(at, pair.get(0).asString(), pair.get(1).asString());
    }
    for (JsonNode window : answer.path("open")) {
      if (!"closed".equals(state.get(window.asString()))) {
        violations.add(at + ": opens " + window);
      }
      openings++;
      add(at + 5, "open", window.asString(), "");
    }
    answer.path("close").forEach(window -> close(at, window.asString()));
  }

  private void assign(double at, String window, String ticket) {
    String category = waiting.remove(ticket);
    if (!"idle".equals(state.get(window)) || category == null || !serves(window, category)) {
      violations.add(at + ": " + window + " takes " + ticket);
      return;
    }
    state.put(window, "busy");
    served++;
    double wait = at - issued.getOrDefault(ticket, at);
    JsonNode range = told.get(ticket);
    if (range == null) {
      violations.add(at + ": no forecast for " + ticket);
    } else if (wait > 0) {
      waited++;
      covered += range.get(1).asDouble() <= wait && wait <= range.get(3).asDouble() ? 1 : 0;
    }
    double mean = known(categories.get(category)).path("service").path("mean").asDouble();
    add(at + mean * (0.4 + 1.2 * chance.nextDouble()), "free", window, ticket);
  }

  private boolean eligibleWaits(String window) {
    return waiting.values().stream().anyMatch(category -> serves(window, category));
  }

  private boolean serves(String window, String category) {
    for (JsonNode it : known(windows.get(window)).path("serves")) {
      if (it.asString().equals("*")
          || it.asString().equals(category)
          || it.asString().equals(known(categories.get(category)).path("field").asString())) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode known(@Nullable JsonNode it) {
    return Objects.requireNonNull(it, "a window or category that is not in the scenario");
  }

  private static boolean tidal(JsonNode window) {
    return window.path("type").asString().equals("tidal");
  }

  private static ObjectNode message(String event, double at) {
    return JSON.createObjectNode().put("event", event).put("t", at);
  }

  private static ObjectNode window(String event, double at, String window) {
    return message(event, at).put("window", window);
  }
}
