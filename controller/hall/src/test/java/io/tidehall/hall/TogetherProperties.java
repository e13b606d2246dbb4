package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Walk.Seen;
import io.tidehall.hall.Walk.Step;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What holds of tickets with items of several lines, whatever becomes of windows and plan. */
class TogetherProperties extends WalkProperties {
  private static final int TRIES = 40;

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED, seed = "20261129")
  void onlyAWindowThatDoesAllOfItCallsIt(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      for (Event event : seen.events()) {
        if (event instanceof Event.TicketCalled called) {
          HallState hall = seen.after();
          Ticket ticket = hall.ticket(called.ticket());
          WindowPlan window = hall.window(called.window()).plan();
          boolean several = !ticket.also().isEmpty();
          Statistics.label("called").collect(several ? "several" : "one");
          if (several && ticket.lane().kind() == Lane.Kind.LINE) {
            assertTrue(Eligibility.allOf(hall.plan(), window, ticket.lines()), called::toString);
          }
        }
      }
    }
    Statistics.label("called")
        .coverage(coverage -> coverage.check("several").count(count -> count > 20));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void someWindowCanAlwaysDoAllOfItAndEachOfItsLinesIsInThePlan(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      HallState hall = seen.after();
      for (Ticket ticket : hall.tickets().values()) {
        if (!ticket.also().isEmpty()) {
          assertTrue(
              hall.windows().values().stream()
                  .anyMatch(it -> Eligibility.allOf(hall.plan(), it.plan(), ticket.lines())),
              () -> ticket + " has no window");
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void noWindowThatAskedIsIdleWhileOneWaitsThatItMayServe(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      HallState hall = seen.after();
      var several = new TreeSet<>(hall.queues().several().keySet());
      for (Ticket ticket : hall.tickets().values()) {
        if (ticket.state() instanceof TicketState.Waiting) {
          assertTrue(asking(hall).noneMatch(it -> Eligibility.mayServe(hall.plan(), it, ticket)));
          assertTrue(ticket.also().isEmpty() || several.remove(ticket.id()));
        }
      }
      assertTrue(several.isEmpty(), () -> several + " do not wait");
    }
  }

  private static Stream<Window.Open> asking(HallState hall) {
    return hall.windows().values().stream()
        .filter(it -> it instanceof Window.Free free && free.asked())
        .map(Window.Open.class::cast);
  }
}
