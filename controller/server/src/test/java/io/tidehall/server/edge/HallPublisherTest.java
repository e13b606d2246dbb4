package io.tidehall.server.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.plan.Duty;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.journal.InMemoryJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallPublisherTest {
  @TempDir Path folder;

  @Test
  void everyStateIsRetainedAsSoonAsTheHallRuns() {
    try (var hall = new EdgeHall(folder, 0)) {
      await()
          .untilAsserted(
              () -> {
                assertEquals(11, retained(hall, Topics.BOARD, BoardState.class).windows().size());
                assertEquals(
                    hall.setup.catalogue(1).items().size(),
                    retained(hall, Topics.CATALOGUE, Catalogue.class).items().size());
                assertTrue(retained(hall, Topics.HALL, HallStatus.class).trial());
                assertFalse(retained(hall, Topics.LINES, LinesState.class).lines().isEmpty());
              });
    }
  }

  @Test
  void boardAndCounterDisplayAgreeOnACall() {
    try (var hall = new EdgeHall(folder, 0)) {
      hall.staff("1", "101");
      hall.ask("kiosk-1", EdgeHall.take("A"));
      hall.submit(Actor.clerk("101"), new Command.CallNext(new WindowId("1")));
      await()
          .untilAsserted(
              () -> {
                WindowState window = retained(hall, Topics.window("1"), WindowState.class);
                BoardState board = retained(hall, Topics.BOARD, BoardState.class);
                assertEquals("A001", window.number());
                assertEquals(WindowState.Stage.CALLED, window.stage());
                assertEquals(window.callId(), board.calls().getFirst().id());
              });
    }
  }

  @Test
  void aCallIsToldBeforeWhatItChangesElsewhere() {
    try (var hall = new EdgeHall(folder, 0)) {
      hall.staff("1", "101");
      hall.staff("5", "105");
      hall.ask("kiosk-1", EdgeHall.take("A"));
      for (String window : List.of("1", "5")) {
        awaitState(hall, Topics.window(window), WindowState.class, it -> it.waiting() == 1);
      }
      List<String> told = Collections.synchronizedList(new ArrayList<>());
      hall.publisher.follow((topic, _) -> told.add(topic));
      hall.submit(Actor.clerk("105"), new Command.CallNext(new WindowId("5")));
      awaitState(hall, Topics.window("1"), WindowState.class, it -> it.waiting() == 0);
      List<String> windows = List.of(Topics.window("5"), Topics.window("1"));
      assertEquals(windows, told.stream().filter(windows::contains).toList());
      assertTrue(told.indexOf(Topics.BOARD) < told.indexOf(Topics.window("1")));
    }
  }

  @Test
  void aNewRollToldAtTheKioskReachesItsPrinter() {
    try (var hall = new EdgeHall(folder, 0)) {
      await().until(() -> hall.retained(Topics.setup("printer-1"), DeviceSetup.class) != null);

      hall.ask("kiosk-1", new Act.ReportNewRoll());
      awaitState(
          hall,
          Topics.setup("printer-1"),
          DeviceSetup.class,
          it -> EdgeHall.MORNING.equals(it.rollSince()));
      assertInstanceOf(
          HallAnswer.Refused.class, hall.ask("pad-1", new Act.ReportNewRoll()), "a pad has none");
    }
  }

  @Test
  void aDutyBeginsAndEndsByTheClockAlone() {
    try (var hall = new EdgeHall(folder, 0)) {
      var noon = new Hours.Period(LocalTime.of(12, 0), LocalTime.of(14, 0));
      var duty =
          new Duty(List.of(new WindowId("2")), Duty.Days.WORKING_DAYS, List.of(), List.of(noon));
      var plan = hall.setup.plan();
      hall.submit(Actor.system(), new Command.Configure(plan.with(plan.tides(), List.of(duty))));
      awaitState(hall, Topics.window("2"), WindowState.class, it -> !it.onDuty());
      hall.at(EdgeHall.MORNING.plus(Duration.ofHours(3)));
      awaitState(hall, Topics.window("2"), WindowState.class, it -> it.onDuty());
      assertFalse(retained(hall, Topics.window("1"), WindowState.class).onDuty());
      hall.at(EdgeHall.MORNING.plus(Duration.ofHours(4)));
      awaitState(hall, Topics.window("2"), WindowState.class, it -> !it.onDuty());
    }
  }

  @Test
  void eachRecallCarriesANewCallId() {
    try (var hall = new EdgeHall(folder, 0)) {
      hall.staff("1", "101");
      hall.ask("kiosk-1", EdgeHall.take("A"));
      hall.submit(Actor.clerk("101"), new Command.CallNext(new WindowId("1")));
      awaitState(hall, Topics.window("1"), WindowState.class, it -> !it.callId().isEmpty());
      String first = retained(hall, Topics.window("1"), WindowState.class).callId();
      hall.at(EdgeHall.MORNING.plus(Duration.ofMinutes(1)));
      hall.submit(Actor.clerk("101"), new Command.Recall(new WindowId("1")));
      awaitState(hall, Topics.window("1"), WindowState.class, it -> !first.equals(it.callId()));
      assertEquals(2, retained(hall, Topics.window("1"), WindowState.class).calls());
    }
  }

  @Test
  void anAnnouncementStandsForTenMinutesAlsoOverARestart() {
    var store = new InMemoryJournal.Store();
    try (var hall = new EdgeHall(folder, 0, store)) {
      hall.submit(Actor.manager("100"), new Command.Announce("n-1", "", "请勿停车"));
      await().until(() -> announced(hall).equals(List.of("请勿停车")));
    }
    try (var hall = new EdgeHall(folder, 0, store)) {
      await().until(() -> announced(hall).equals(List.of("请勿停车")));

      hall.at(EdgeHall.MORNING.plus(Duration.ofMinutes(10)));
      await().until(() -> announced(hall).isEmpty());
    }
  }

  private static List<String> announced(EdgeHall hall) {
    Announcements state = hall.retained(Topics.ANNOUNCEMENTS, Announcements.class);
    return state == null
        ? List.of("nothing yet")
        : state.all().stream().map(Announcements.Announcement::text).toList();
  }

  @Test
  void aBrokerThatForgotEverythingIsToldEverythingAgain() {
    try (var hall = new EdgeHall(folder, 0)) {
      await().until(() -> hall.broker.retained(Topics.BOARD) != null);

      hall.broker.stop();
      hall.broker.forget();
      hall.broker.start();
      await()
          .untilAsserted(
              () -> {
                assertNotNull(hall.broker.retained(Topics.BOARD));
                assertNotNull(hall.broker.retained(Topics.CATALOGUE));
                assertNotNull(hall.broker.retained(Topics.window("11")));
                assertNotNull(hall.broker.retained(Topics.setup("kiosk-1")));
              });
    }
  }

  @Test
  void aNearlyFullDiskStopsTicketsAndNothingElse() {
    var store = new InMemoryJournal.Store();
    try (var before = new EdgeHall(folder, 0, store)) {
      before.staff("1", "101");
      before.ask("kiosk-1", EdgeHall.take("A"));
    }
    try (var hall = new EdgeHall(folder, Long.MAX_VALUE, store)) {
      var no = assertInstanceOf(HallAnswer.Refused.class, hall.ask("kiosk-1", EdgeHall.take("A")));
      assertEquals("STORAGE_LOW", no.code());
      assertInstanceOf(
          Decision.Accepted.class,
          hall.submit(Actor.clerk("101"), new Command.CallNext(new WindowId("1"))).decision());
      await()
          .untilAsserted(
              () -> {
                assertFalse(
                    retained(hall, Topics.LINES, LinesState.class).lines().getFirst().taking());
                assertFalse(retained(hall, Topics.HALL, HallStatus.class).notices().isEmpty());
              });
    }
  }

  @Test
  void aClockThatJumpsBackIsToldAndKeepsTheOrder() {
    try (var hall = new EdgeHall(folder, 0)) {
      hall.staff("1", "101");
      hall.ask("kiosk-1", EdgeHall.take("A"));
      await().until(() -> outlooks(hall));
      hall.at(EdgeHall.MORNING.minus(Duration.ofHours(1)));
      hall.ask("kiosk-1", EdgeHall.take("A"));
      assertEquals(EdgeHall.MORNING, hall.writer.state().at());
      assertEquals(2, hall.writer.state().waiting());
      awaitState(hall, Topics.HALL, HallStatus.class, it -> it.timeless() && it.open());
      assertFalse(retained(hall, Topics.HALL, HallStatus.class).notices().isEmpty());
      // The lines are told a moment later: no wait is told by a wrong clock.
      await().until(() -> !outlooks(hall));
      hall.at(EdgeHall.MORNING.plus(Duration.ofHours(1)));
      awaitState(hall, Topics.HALL, HallStatus.class, it -> !it.timeless());
      await().until(() -> outlooks(hall));
    }
  }

  private static boolean outlooks(EdgeHall hall) {
    return retained(hall, Topics.LINES, LinesState.class).lines().stream()
        .anyMatch(it -> it.outlook() != null);
  }

  private static <M extends io.tidehall.protocol.Message> void awaitState(
      EdgeHall hall, String topic, Class<M> type, Predicate<M> wanted) {
    await()
        .until(
            () -> {
              M state = hall.retained(topic, type);
              return state != null && wanted.test(state);
            });
  }

  private static <M extends io.tidehall.protocol.Message> M retained(
      EdgeHall hall, String topic, Class<M> type) {
    M state = hall.retained(topic, type);
    assertNotNull(state, topic);
    return state;
  }
}
