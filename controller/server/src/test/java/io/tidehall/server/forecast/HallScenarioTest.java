package io.tidehall.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.readmodel.History;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import io.tidehall.simulator.scenario.ScenarioFile;
import io.tidehall.simulator.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hall's own configuration and rates, as the simulator reads them. */
final class HallScenarioTest {
  /** A Monday. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

  private static HallState after(HallState state, Command command) {
    return Hall.step(state, new Request(command.toString(), Actor.system(), command), MORNING)
        .after();
  }

  private static History history(HallPlan plan) {
    Map<LineId, History.OfLine> lines = new TreeMap<>();
    plan.lines().forEach(it -> lines.put(it.id(), new History.OfLine(40, 40, 9, 6, 42, 2)));
    return new History(DAY, 2, lines, Map.of(18, 30, 20, 90, 30, 20), 0.1, 0.5, 2.0, List.of());
  }

  @Test
  void theFileOfAHallReadsBackAsItWas(@TempDir Path folder)
      throws IOException, BadScenarioException {
    HallPlan plan = ReadyHalls.township().plan();
    HallState state = after(HallState.empty(), new Command.Configure(plan));
    WindowPlan first =
        plan.windows().stream().filter(it -> !it.lines().isEmpty()).findFirst().orElseThrow();
    LineId line = first.lines().getFirst();
    state =
        after(
            state,
            new Command.LearnSpeeds(
                List.of(new WindowSpeeds(first.id(), List.of(new LineSpeed(line, 1.25))))));
    Scenario usual = HallScenario.usualDay(state, history(plan), DAY).orElseThrow();
    Path file = folder.resolve("scenario.json");
    Files.writeString(file, ScenarioWriter.write(usual));
    Scenario read = ScenarioFile.load(file.toString());
    assertEquals(usual.categories(), read.categories());
    assertEquals(usual.profiles(), read.profiles());
    assertEquals(usual.classes(), read.classes());
    assertEquals(ScenarioWriter.write(usual), ScenarioWriter.write(read));
    assertEquals(usual.windows().size(), new Layout(read).windows());
    assertEquals(
        1.25,
        usual.windows().stream()
            .filter(it -> it.id().equals(first.id().value()))
            .findFirst()
            .orElseThrow()
            .speeds()
            .get(line.value()));
    assertTrue(usual.windows().stream().anyMatch(it -> it.type() == WindowType.TIDAL));
    assertTrue(
        usual.windows().stream()
            .filter(it -> it.type() == WindowType.DEDICATED)
            .noneMatch(it -> it.home().isEmpty()),
        "a design may give each a second field");
    assertTrue(usual.categories().stream().allMatch(it -> it.daily() > 0));
    assertEquals(0.1, usual.classes().getFirst().share() + usual.classes().get(1).share(), 1e-9);
  }

  @Test
  void nothingIsWrittenWhileItIsNotKnownWhoComes() {
    HallPlan plan = ReadyHalls.township().plan();
    HallPlan silent =
        plan.with(TidePlan.of(plan.tides().windows(), DemandForecast.NONE), List.of());
    HallState state = after(HallState.empty(), new Command.Configure(silent));
    assertTrue(HallScenario.usualDay(state, History.none(DAY), DAY).isEmpty());
  }
}
