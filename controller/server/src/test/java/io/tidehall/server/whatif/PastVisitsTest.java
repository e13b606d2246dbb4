package io.tidehall.server.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.readmodel.RecordedDay;
import io.tidehall.server.readmodel.RecordedDay.Cause;
import io.tidehall.server.readmodel.RecordedDay.Left;
import io.tidehall.server.readmodel.RecordedDay.Manned;
import io.tidehall.server.readmodel.RecordedDay.Visit;
import io.tidehall.server.readmodel.RecordedDays;
import io.tidehall.server.whatif.Question.Staffing;
import io.tidehall.server.whatif.Question.TideWish;
import io.tidehall.server.whatif.Question.WindowWish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors and windows that are not like the others. */
final class PastVisitsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final WindowId ONE = new WindowId("1");
  private static final LineId A = new LineId("A");

  @TempDir Path folder = Path.of("set by JUnit");

  private static Instant at(int hour, int minute) {
    return DAY.atTime(hour, minute).atZone(DrivenHall.ZONE).toInstant();
  }

  @Test
  void whoBookedCountsFromTheSlotAsOnTheDay() {
    DrivenHall hall = new DrivenHall(DAY.atTime(8, 50));
    HallPlan plan = hall.state().plan();
    hall.must(
        Actor.manager("m"),
        new Command.Configure(plan.with(plan.rules().withBookings(BookingPlan.usual(2)))));
    hall.signIn("1", "101");
    book(hall, "overtakes", 9, 0);
    book(hall, "early", 9, 30);
    hall.at(9, 0, 0);
    hall.take("A");
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
    hall.at(9, 5, 0);
    hall.take("A");
    hall.at(9, 10, 0);
    checkIn(hall, "overtakes");
    next(hall, 9, 12);
    next(hall, 9, 16);
    hall.at(9, 18, 0);
    checkIn(hall, "early");
    next(hall, 9, 20);
    hall.at(9, 30, 0);
    hall.desk(new Command.Finish(ONE, Outcome.DONE_AT_ONCE, ""));
    hall.desk(new Command.SignOut(ONE));
    hall.pass(Duration.ofHours(20));
    hall.must(Actor.system(), new Command.PassTime());
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      List<Visit> visits = RecordedDays.read(model, DAY, hall.state().plan()).visits();
      assertEquals(
          List.of("9:00 NORMAL", "9:05 NORMAL", "9:00 BOOKED", "9:30 BOOKED"),
          visits.stream().map(PastVisitsTest::age).toList());
      assertEquals(at(9, 18), visits.getLast().came());
      try (var whatIfs = new WhatIfs(model, hall::state, Runnable::run)) {
        whatIfs.ask(Question.asItWas(DAY));
        Answer answer = Objects.requireNonNull(whatIfs.latest().orElseThrow().answer());
        assertEquals(0, answer.fit().meanError(), 0.01, answer.toString());
        // Eleven minutes, two, and none for the first and for who was called before the slot.
        assertEquals(3.25, answer.model().mean(), 0.01, answer.toString());
      }
    }
  }

  private static String age(Visit visit) {
    var from = visit.countsFrom().atZone(DrivenHall.ZONE);
    return "%d:%02d %s".formatted(from.getHour(), from.getMinute(), visit.priority());
  }

  private static void book(DrivenHall hall, String id, int hour, int minute) {
    hall.must(
        Actor.manager("m"), new Command.Book(id, A, List.of(), DAY.atTime(hour, minute), id, 7));
  }

  private static void checkIn(DrivenHall hall, String id) {
    hall.must(Actor.device("kiosk-1"), new Command.CheckIn(id, null, "zh-CN", null));
  }

  private static void next(DrivenHall hall, int hour, int minute) {
    hall.at(hour, minute, 0);
    hall.desk(new Command.Finish(ONE, Outcome.DONE_AT_ONCE, ""));
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
  }

  @Test
  void aServiceIsShorterAtAWindowThatIsKnownToBeFaster() {
    var slow = new WindowSpeeds(ONE, List.of(new LineSpeed(A, 0.5)));
    var day =
        new RecordedDay(
            DAY,
            PolicyPlan.of("balanced"),
            1,
            List.of(visit(9, 0, 0), visit(9, 1, 7)),
            List.of(
                new Manned(
                    ONE,
                    WindowKind.COMPREHENSIVE,
                    Stream.of("A", "B").map(LineId::new).toList(),
                    at(9, 0),
                    at(9, 20),
                    List.of())),
            new Left(0, 0));
    var question =
        new Question(
            DAY,
            null,
            List.of(
                new WindowWish("1", Staffing.CLOSED, List.of(), null),
                new WindowWish("3", Staffing.ALL_DAY, List.of(), null)),
            0,
            TideWish.AS_IT_WAS);
    var state = new DrivenHall(DAY.atTime(8, 0)).state();
    Answer answer = Replay.of(state, day, History.none(DAY), List.of(slow), question, _ -> {});
    assertEquals(3.5, answer.model().mean(), 0.01, "at the window where it was");
    assertEquals(1.5, answer.whatIf().mean(), 0.01, "at one of usual speed");
    assertEquals(0, answer.fit().meanError(), 0.01);
  }

  /** Eight minutes at window 1. */
  private static Visit visit(int hour, int minute, int waits) {
    Instant came = at(hour, minute);
    return new Visit(
        A,
        PriorityClass.NORMAL,
        Cause.ISSUED,
        false,
        came,
        came,
        came,
        came.plus(Duration.ofMinutes(waits)),
        ONE,
        false,
        Duration.ofMinutes(8),
        null);
  }
}
