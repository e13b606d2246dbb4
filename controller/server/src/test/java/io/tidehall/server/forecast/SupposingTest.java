package io.tidehall.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Threshold;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.view.Outlooks.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a change would do to the waits of a hall where windows 1 (A, B) and 2 (B, C) are staffed.
 */
final class SupposingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LineId A = new LineId("A");
  private static final LineId C = new LineId("C");
  private static final WindowId ONE = new WindowId("1");
  private static final WindowId THREE = new WindowId("3");

  private final DrivenHall hall = crowded();
  private final Forecasting knows = new Forecasting(goodDays());

  private static DrivenHall crowded() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 24, 9, 0, 0));
    hall.signIn("1", "101");
    hall.signIn("2", "102");
    hall.take("B");
    hall.desk(new Command.CallNext(new WindowId("2")));
    hall.take("A");
    hall.desk(new Command.CallNext(ONE));
    for (int i = 0; i < 4; i++) {
      hall.take("A");
      hall.take("C");
    }
    return hall;
  }

  /** Forecasts came true; half an hour from nine on brings six visitors of each line a day. */
  private static History goodDays() {
    List<History.Outcome> outcomes = new ArrayList<>();
    var minutes = new Promise.Minutes(10, 20, 30);
    for (int i = 0; i < 200; i++) {
      outcomes.add(
          new History.Outcome(
              DAY.minusDays(1), new Promise(minutes, minutes, false), 7.5 + i % 25));
    }
    var seen = new History.OfLine(12, 12, 7, 4, 12, 0);
    return new History(
        DAY,
        2,
        Map.of(A, seen, new LineId("B"), seen, C, seen),
        Map.of(18, 12, 19, 12, 20, 12),
        0,
        null,
        null,
        outcomes);
  }

  private HallState after(Command command) {
    return Hall.step(hall.state(), new Request("suppose", Actor.manager("m"), command), hall.now())
        .after();
  }

  private Effect effect(HallState after) {
    return new Supposing(knows, hall.state(), after, hall.now()).effect();
  }

  private static double median(Map<LineId, Promise.Minutes> waits, LineId line) {
    return Objects.requireNonNull(waits.get(line)).median();
  }

  @Test
  void aHallThatStaysAsItIsMeetsTheSameFutures() {
    Effect effect = effect(hall.state());
    assertEquals(effect.before(), effect.after());
    assertEquals(effect.together().before(), effect.together().after());
    assertTrue(effect.together().before() > 10, effect.together().toString());
    assertEquals(hall.now().plus(Duration.ofHours(1)), effect.together().until());
  }

  @Test
  void aWiderScopeShortensItsLineAndLengthensTheOther() {
    Effect effect =
        effect(
            after(
                new Command.ChangeWindow(
                    ONE, WindowKind.COMPREHENSIVE, List.of(A, new LineId("B"), C))));
    assertTrue(median(effect.after(), C) < median(effect.before(), C), effect.toString());
    assertTrue(median(effect.after(), A) > median(effect.before(), A), effect.toString());
  }

  @Test
  void aClosingWindowEndsItsTicketAndLeavesALineToNobody() {
    Effect effect = effect(after(new Command.CloseWindow(ONE, "quiet")));
    assertTrue(effect.before().containsKey(A));
    assertFalse(effect.after().containsKey(A));
    assertTrue(effect.after().containsKey(C));
  }

  @Test
  void anOpeningWindowIsMannedAfterItsLag() {
    hall.must(Actor.manager("m"), new Command.CloseWindow(THREE, "quiet"));
    Effect effect = effect(after(new Command.OpenWindow(THREE, "busy")));
    double before = median(effect.before(), A);
    double then = median(effect.after(), A);
    assertTrue(then < before - 5, effect.toString());
    assertTrue(then > hall.state().plan().tides().lag().toMinutes(), "nobody is there before");
    assertTrue(effect.together().after() < effect.together().before(), effect.toString());
  }

  @Test
  void nothingIsForecastBeforeThereIsEnoughHistory(@TempDir Path folder) {
    try (ReadModel model = ReadModel.open(folder);
        var forecasts = new HallForecasts(model, hall::now)) {
      assertTrue(forecasts.effect(hall.state(), hall.state()).isEmpty());
      forecasts.refresh(hall.state());
      assertTrue(forecasts.effect(hall.state(), hall.state()).isEmpty());
    }
  }

  @Test
  void aProposalIsEstimatedByRunningTheHallAsItWouldStand() {
    propose(null);
    List<Command.EstimateTide> estimates = TideEstimates.of(knows, hall.state(), hall.now());
    assertEquals(1, estimates.size());
    TideEffect made = estimates.getFirst().effect();
    assertTrue(made.simulated());
    assertTrue(made.after() < made.before(), made.toString());
    hall.must(Actor.system(), estimates.getFirst());
    assertEquals(made, effectOfProposal());
    assertEquals(List.of(), TideEstimates.of(knows, hall.state(), hall.now()), "it is fresh");
    hall.pass(Duration.ofMinutes(3));
    for (int i = 0; i < 6; i++) {
      hall.take("A");
    }
    assertEquals(1, TideEstimates.of(knows, hall.state(), hall.now()).size(), "more wait now");
  }

  @Test
  void aWindowThatLendsItsClerkIsGoneInTheEstimate() {
    for (int i = 0; i < 4; i++) {
      hall.take("A");
    }
    propose(null);
    TideEffect reserve = TideEstimates.of(knows, hall.state(), hall.now()).getFirst().effect();
    hall.must(Actor.manager("m"), new Command.RefuseTide(proposal(), "first without"));
    propose(new WindowId("2"));
    TideEffect lent = TideEstimates.of(knows, hall.state(), hall.now()).getFirst().effect();
    int gain = lent.before() - lent.after();
    assertTrue(gain < reserve.before() - reserve.after(), lent + " and " + reserve);
  }

  private @Nullable TideEffect effectOfProposal() {
    return hall.state().tides().findProposal(THREE).orElseThrow().effect();
  }

  private String proposal() {
    return hall.state().tides().findProposal(THREE).orElseThrow().id();
  }

  /** Window 3 is tidal, and its rule asks for it. */
  private void propose(@Nullable WindowId lender) {
    if (hall.state().findWindow(THREE).orElseThrow().plan().inService()) {
      hall.must(Actor.manager("m"), new Command.CloseWindow(THREE, "quiet"));
    }
    // A clerk is lent only while fewer wait in her own lines.
    double above = hall.state().waiting() > 8 ? 6 : 2;
    var rule = new Threshold(Measure.PEOPLE, above, 1, 0, new Pace(0, 0, 10, 0, 1));
    var plan = hall.state().plan();
    hall.must(
        Actor.manager("m"),
        new Command.Configure(
            plan.with(
                TidePlan.of(
                    List.of(new TidalWindow(THREE, null, lender, rule, false)),
                    DemandForecast.NONE),
                List.of())));
    for (int i = 0; i < 40 && hall.state().tides().findProposal(THREE).isEmpty(); i++) {
      hall.pass(Duration.ofMinutes(1));
      hall.must(Actor.system(), new Command.PassTime());
    }
  }
}
