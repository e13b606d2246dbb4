package io.tidehall.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.readmodel.ServiceLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast windows are, learned from the hall's own log. */
final class SpeedsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LineId B = new LineId("B");
  private static final WindowId ONE = new WindowId("1");
  private static final WindowId TWO = new WindowId("2");

  private final DrivenHall hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));

  private static ServiceLog log(WindowId window, int services, double minutes) {
    return new ServiceLog(window, B, services, Math.log(minutes * 60));
  }

  private static List<WindowSpeeds> learned(HallState state, ServiceLog... log) {
    return Speeds.learned(state, List.of(log))
        .map(it -> ((Command.LearnSpeeds) it).windows())
        .orElse(List.of());
  }

  private static double speed(List<WindowSpeeds> learned, WindowId window) {
    return learned.stream()
        .filter(it -> it.window().equals(window))
        .flatMap(it -> it.speeds().stream())
        .mapToDouble(LineSpeed::factor)
        .findFirst()
        .orElse(1);
  }

  @Test
  void manyServicesTellHowFastAWindowIsAndFewHardlyDo() {
    // Of the line 8 minutes are usual: the middle of logarithms.
    List<WindowSpeeds> many = learned(hall.state(), log(ONE, 400, 4), log(TWO, 400, 16));
    assertEquals(1.92, speed(many, ONE));
    assertEquals(0.52, speed(many, TWO));
    List<WindowSpeeds> few = learned(hall.state(), log(ONE, 25, 4), log(TWO, 25, 16));
    assertEquals(1.41, speed(few, ONE), "drawn half of the way towards the usual");
    List<WindowSpeeds> fewer = learned(hall.state(), log(ONE, 19, 4), log(TWO, 400, 16));
    assertEquals(1, speed(fewer, ONE), "too few");
  }

  @Test
  void whatIsLearnedAgainIsNoNews() {
    List<WindowSpeeds> first = learned(hall.state(), log(ONE, 400, 4), log(TWO, 400, 16));
    hall.must(Actor.system(), new Command.LearnSpeeds(first));
    assertEquals(List.of(), learned(hall.state(), log(ONE, 400, 4), log(TWO, 400, 16)));
    assertEquals(List.of(), learned(hall.state(), log(ONE, 400, 4.1), log(TWO, 400, 16)));
    long seq = hall.state().seq();
    hall.must(Actor.system(), new Command.LearnSpeeds(first));
    assertEquals(seq, hall.state().seq(), "and is no event");
  }

  @Test
  void withoutServicesAWindowIsAsUsualAgain() {
    hall.must(
        Actor.system(),
        new Command.LearnSpeeds(List.of(new WindowSpeeds(ONE, List.of(new LineSpeed(B, 1.5))))));
    assertEquals(List.of(new WindowSpeeds(ONE, List.of())), learned(hall.state()));
  }

  /** Window 1 takes 4 minutes for a service, window 2 takes 9. */
  @Test
  void theLogOfADayTeachesTheRulesTheNextMorning(@TempDir Path folder) {
    hall.signIn("1", "101");
    hall.signIn("2", "102");
    for (int i = 0; i < 60; i++) {
      serve(ONE, 4);
      serve(TWO, 9);
    }
    hall.pass(Duration.ofHours(20));
    hall.must(Actor.system(), new Command.PassTime());
    try (ReadModel model = ReadModel.open(folder);
        var forecasts = new HallForecasts(model, hall::now)) {
      new Projector(model, hall.journal()).catchUp();
      List<Command> told = new CopyOnWriteArrayList<>();
      forecasts.start(hall.state(), told::add);
      forecasts.refresh(hall.state());
      told.stream().distinct().forEach(it -> hall.must(Actor.system(), it));
    }
    double one = hall.state().findWindow(ONE).orElseThrow().plan().speed(B);
    double two = hall.state().findWindow(TWO).orElseThrow().plan().speed(B);
    assertTrue(one > 1.25 && one < 1.5, "one " + one);
    assertTrue(two > 0.65 && two < 0.8, "two " + two);
    assertEquals(
        one,
        HallScenario.of(hall.state(), History.none(DAY), DAY).windows().stream()
            .filter(it -> it.id().equals("1"))
            .findFirst()
            .orElseThrow()
            .speeds()
            .get("B"));
  }

  @Test
  void aServiceThatWasOnlyPassedOnTellsNoSpeed(@TempDir Path folder) {
    hall.signIn("1", "101");
    serve(ONE, 4);
    hall.take("B");
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
    hall.pass(Duration.ofSeconds(10));
    hall.desk(
        new Command.Transfer(
            ONE, new Command.Destination.ToWindow(TWO), Command.Place.KEEP_TIME, null));
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      ServiceLog only = ServiceLog.read(model, DAY, 7).getFirst();
      assertEquals(1, only.services());
      assertEquals(Math.log(4 * 60), only.meanLog(), 1e-9);
    }
  }

  private void serve(WindowId window, int minutes) {
    hall.take("B");
    hall.desk(new Command.CallNext(window));
    hall.desk(new Command.Arrive(window));
    hall.pass(Duration.ofMinutes(minutes));
    hall.desk(new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
  }

  @Test
  void aFasterWindowShortensTheRoughEstimateToo() {
    hall.signIn("2", "102");
    for (int i = 0; i < 6; i++) {
      hall.take("B");
    }
    var usual = hall.state().outlook(B).orElseThrow();
    hall.must(
        Actor.system(),
        new Command.LearnSpeeds(List.of(new WindowSpeeds(TWO, List.of(new LineSpeed(B, 2))))));
    var fast = hall.state().outlook(B).orElseThrow();
    assertTrue(fast.high() < 0.6 * usual.high(), fast + " and " + usual);
    assertEquals(Optional.empty(), hall.state().outlook(new LineId("A")));
  }
}
