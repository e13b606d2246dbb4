package io.tidehall.simulator.drive;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.forecast.Calibration;
import io.tidehall.simulator.forecast.Promises;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.ScenarioFile;
import io.tidehall.simulator.tidal.TidalRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers an outside simulator line by line. Every line but the end of a day gets one answer; what
 * cannot be followed gets an empty one, and a message to people. What forecasts have learned is
 * kept from day to day.
 */
public final class Drive {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SEED = 20_260_101;

  private final RoutingPolicy policy;
  private final String tidalRule;
  private final int futures;
  private final PrintWriter messages;
  private final Map<String, Calibration> learned = new HashMap<>();
  private @Nullable Scenario scenario;
  private @Nullable Promises promises;
  private @Nullable Layout layout;
  private @Nullable DrivenDay day;
  private long days;
  private long line;

  /**
   * Makes a driven hall.
   *
   * @param tidalRule one of {@link TidalRules#NAMES}, or {@code none}
   * @param futures how many futures a forecast runs
   * @param messages for people, about lines that could not be followed
   */
  public Drive(RoutingPolicy policy, String tidalRule, int futures, PrintWriter messages) {
    this.policy = policy;
    this.tidalRule = tidalRule;
    this.futures = futures;
    this.messages = messages;
  }

  /** Answers until the input ends. */
  public void run(BufferedReader in, PrintWriter out) throws IOException {
    String text = in.readLine();
    while (text != null) {
      line++;
      if (!text.isBlank()) {
        String answer = answer(text);
        if (answer != null) {
          out.print(answer);
          out.print('\n');
          out.flush();
        }
      }
      text = in.readLine();
    }
  }

  /** The answer to one line; null when the line wants none. */
  @Nullable String answer(String text) {
    ObjectNode answer = JSON.createObjectNode();
    try {
      Message message = new Message(JSON.readTree(text));
      switch (message.event()) {
        case "start" -> start(message);
        case "end" -> {
          end();
          return null;
        }
        default -> running().happen(message, answer);
      }
    } catch (Trouble | BadScenarioException | IllegalStateException e) {
      tell(String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      tell("expected one JSON object a line, but " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      tell(String.valueOf(e.getMessage()));
    }
    return JSON.writeValueAsString(answer);
  }

  private void start(Message message) throws Trouble, BadScenarioException {
    end();
    double at = message.time();
    Scenario next = ScenarioFile.parse("scenario", message.json().path("scenario"));
    Layout known = layout;
    Promises its = promises;
    if (known == null || its == null || !next.equals(scenario)) {
      known = new Layout(next);
      Calibration calibration = learned.computeIfAbsent(next.name(), _ -> new Calibration());
      its = new Promises(known, policy, calibration, futures, SEED);
      scenario = next;
      layout = known;
      promises = its;
    }
    TidalControl tides =
        TidalRules.named(tidalRule, known).map(TidalControl.class::cast).orElse(TidalControl.NEVER);
    day = new DrivenDay(known, policy, tides, its, at, days++);
  }

  private void end() {
    if (day != null) {
      day.end();
      day = null;
    }
  }

  private DrivenDay running() throws Trouble {
    if (day == null) {
      throw new Trouble("a start before anything else", "no day has begun");
    }
    return day;
  }

  private void tell(String what) {
    messages.println("drive: line " + line + ": " + what);
    messages.flush();
  }
}
