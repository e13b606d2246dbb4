package io.tidehall.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Duty;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.WaitRange;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.readmodel.DrivenHall;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ViewsTest {
  @Test
  void anOutlookBeyondWhatDevicesKnowIsToldAsTheLongestTheyKnow() {
    assertEquals(
        new WaitRange(3_005, WaitRange.LONGEST, true), WaitRanges.rough(new Outlook(3_005, 6_015)));
    assertEquals(
        new WaitRange(WaitRange.LONGEST, WaitRange.LONGEST, true),
        WaitRanges.rough(new Outlook(7_000, 14_000)));
  }

  @Test
  void aForecastIsToldInWholeMinutesAndNeverAsAPoint() {
    assertEquals(new WaitRange(4, 8, false), told(4.2, 6, 7.1));
    assertEquals(new WaitRange(15, 25, false), told(17.2, 19, 21.4));
    assertEquals(new WaitRange(10, 15, false), told(10.1, 10.2, 10.3));
    assertEquals(new WaitRange(0, 3, false), told(0, 0, 0));
  }

  @Test
  void aLineTellsHowManyWaitMuchLongerThanTheyWereToldAndDropsIt() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 24, 9, 0, 0));
    hall.signIn("2", "102");
    var minutes = new Promise.Minutes(17.2, 19, 21.4);
    TicketId one = hall.take("C", null, new Promise(minutes, minutes, true));
    hall.take("C");
    Set<TicketId> worse = new TreeSet<>(Set.of(one));
    var views = new Views(Map.of(), worse(worse));
    assertEquals(1, load(views, hall).worse());
    assertTrue(load(views, hall).worsened());
    var ticket = hall.state().findTicket(one).orElseThrow();
    assertTrue(views.worse(ticket));
    assertEquals(new WaitRange(15, 25, false), views.told(ticket), "as the slip says");
    worse.clear();
    assertNull(load(views, hall).worse());
  }

  @Test
  void whoMayGoFirstIsToldSoBeforeTakingTheNumber() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 24, 9, 0, 0));
    hall.signIn("2", "102");
    for (int i = 0; i < 9; i++) {
      hall.take("C");
    }
    var views = new Views(Map.of());
    LinesState.Green before = Objects.requireNonNull(load(views, hall).green());
    assertEquals(9, load(views, hall).before());
    assertEquals(0, before.ahead());
    TicketId green = hall.take("C", "elderly");
    var ticket = hall.state().findTicket(green).orElseThrow();
    var told = views.live(hall.state(), ticket);
    assertEquals(before.ahead(), told.ahead(), "as was said before");
    assertEquals(before.outlook(), told.outlook());
    assertEquals(1, Objects.requireNonNull(load(views, hall).green()).ahead());
  }

  @Test
  void aTidalWindowThatIsAskedToOpenSaysWhenItShouldBeManned() {
    var plan = ReadyHalls.township().plan();
    Instant at = Instant.parse("2026-10-13T02:00:00Z");
    HallState state = HallState.empty();
    var id = new WindowId("11");
    for (Command command :
        List.of(new Command.Configure(plan), new Command.OpenWindow(id, "等候人多"))) {
      var request = new Request(command.toString(), Actor.manager("100"), command);
      state = Hall.step(state, request, at).after();
    }
    var views = new Views(Map.of());
    assertEquals(WindowState.Tide.OPENING, views.window(state, id, at, 1).tide());
    assertEquals(at.plusSeconds(300), views.window(state, id, at, 1).opensAt());
    var shown = views.board(state, at, 1).windows().getLast();
    assertEquals(at.plusSeconds(300), shown.opensAt());
    var in = new Request("in", Actor.system(), new Command.SignIn(id, new ClerkId("101"), null));
    HallState manned = Hall.step(state, in, at.plusSeconds(60)).after();
    assertNull(views.window(manned, id, at, 1).opensAt());
  }

  @Test
  void aWindowIsOnDutyOnlyWhileTheHallItselfIsClosed() {
    var township = ReadyHalls.township().plan();
    var duty = new WindowId("2");
    var plan = township.with(township.tides(), List.of(noonDuty(duty)));
    var request = new Request("plan", Actor.system(), new Command.Configure(plan));
    Instant noon = Instant.parse("2026-10-13T04:30:00Z");
    HallState state = Hall.step(HallState.empty(), request, noon).after();
    var views = new Views(Map.of());
    assertTrue(views.window(state, duty, noon, 1).onDuty());
    assertEquals(
        List.of("2"),
        views.board(state, noon, 1).windows().stream()
            .filter(BoardState.Window::onDuty)
            .map(BoardState.Window::window)
            .toList());
    assertNull(views.window(state, duty, noon.minusSeconds(7200), 1).duty());
  }

  private static Duty noonDuty(WindowId window) {
    var noon = new Hours.Period(LocalTime.of(12, 0), LocalTime.of(14, 0));
    return new Duty(List.of(window), Duty.Days.WORKING_DAYS, List.of(), List.of(noon));
  }

  private static LinesState.Load load(Views views, DrivenHall hall) {
    return views.lines(hall.state(), hall.now(), 1, _ -> Optional.empty()).lines().stream()
        .filter(it -> it.line().equals("C"))
        .findFirst()
        .orElseThrow();
  }

  private static Outlooks worse(Set<TicketId> worse) {
    return new Outlooks() {
      @Override
      public Optional<Promise> promise(LineId line, boolean green) {
        return Optional.empty();
      }

      @Override
      public Optional<Promise.Minutes> ofNew(LineId line, boolean green) {
        return Optional.empty();
      }

      @Override
      public Optional<Promise.Minutes> left(TicketId ticket) {
        return Optional.empty();
      }

      @Override
      public boolean worse(TicketId ticket) {
        return worse.contains(ticket);
      }
    };
  }

  private static WaitRange told(double low, double median, double high) {
    return WaitRanges.of(new Promise.Minutes(low, median, high));
  }
}
