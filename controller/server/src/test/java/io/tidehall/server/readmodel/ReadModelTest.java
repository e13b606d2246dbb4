package io.tidehall.server.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Entry;
import io.tidehall.hall.booking.Slots;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideRule.Manual;
import io.tidehall.server.journal.InMemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read model says what the journal says, however it came to know it. */
final class ReadModelTest {
  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 23, 18, 0);

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void everyDurationIsTheOneInTheJournalToTheSecond() {
    var hall = new DrivenHall(EVENING);
    new RandomCrowd(hall, 7).act(4_000);
    var expected = new JournalDurations(hall.entries());
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      assertEquals(
          expected.waits, strings(model, "SELECT ticket || ' ' || seconds FROM wait_times"));
      assertEquals(
          expected.walks, strings(model, "SELECT ticket || ' ' || seconds FROM walk_times"));
      assertEquals(
          expected.services,
          strings(
              model, "SELECT service || ' ' || seconds || ' ' || held_seconds FROM service_times"));
      assertTrue(expected.longestService > 3600, "no service over 60 minutes");
      assertTrue(expected.longestHold > 3600, "no hold over 60 minutes");
      assertMany(model, "waits WHERE cause = 'TRANSFERRED' AND ending = 'CALLED'");
      assertMany(model, "waits WHERE cause = 'REQUEUED' AND ending = 'CALLED'");
      assertMany(model, "calls WHERE missed_at IS NOT NULL");
      assertMany(model, "services WHERE held_seconds > 0 AND outcome = 'ACCEPTED'");
      assertMany(
          model,
          "services WHERE CAST(started_at AT TIME ZONE 'Asia/Shanghai' AS DATE)"
              + " < CAST(finished_at AT TIME ZONE 'Asia/Shanghai' AS DATE)");
      assertMany(model, "services WHERE hall_day < finished_day");
    }
  }

  @Test
  void aTicketWhoseWindowClosesGoesOnWaiting() {
    var hall = new DrivenHall(EVENING);
    var one = new WindowId("1");
    hall.signIn("1", "101");
    hall.take("A");
    hall.desk(new Command.CallNext(one));
    hall.desk(new Command.Arrive(one));
    hall.desk(
        new Command.Transfer(
            one, new Command.Destination.ToWindow(new WindowId("3")), Command.Place.END));
    hall.pass(Duration.ofMinutes(10));
    hall.must(Actor.manager("m"), new Command.CloseWindow(new WindowId("3"), "quiet"));
    hall.pass(Duration.ofMinutes(5));
    hall.desk(new Command.CallNext(one));
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      assertEquals(
          List.of("ISSUED 0", "TRANSFERRED 900"),
          strings(model, "SELECT cause || ' ' || seconds FROM wait_times"));
      assertEquals(
          List.of("ISSUED LINE CALLED", "TRANSFERRED LINE CALLED", "TRANSFERRED WINDOW MOVED"),
          strings(model, "SELECT cause || ' ' || lane_kind || ' ' || ending FROM waits"));
    }
  }

  @Test
  void aStaffedWindowIsAlwaysInOneStateFromSignInToSignOut() {
    var hall = new DrivenHall(EVENING);
    new RandomCrowd(hall, 8).act(2_000);
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      assertMany(model, "window_states WHERE state = 'PAUSED'");
      assertMany(model, "window_states WHERE state = 'SERVING'");
      assertEquals(
          List.of(),
          strings(
              model,
              """
              SELECT a.window_id || ' ' || a.from_at FROM window_states a JOIN window_states b
              ON a.window_id = b.window_id AND a.id < b.id
              AND (a.to_at IS NULL OR a.to_at > b.from_at)
              """),
          "states that overlap");
      long open =
          hall.state().windows().values().stream()
              .filter(window -> window.findPost().isPresent())
              .count();
      assertEquals(open, count(model, "window_states WHERE to_at IS NULL"));
      assertEquals(0, count(model, "window_states WHERE from_at >= to_at"));
    }
  }

  private static void turnTheTide(DrivenHall hall) {
    var window = new WindowId("3");
    Actor manager = Actor.manager("m");
    var tidal = new TidalWindow(window, null, null, new Manual(), false);
    TidePlan tides = TidePlan.of(List.of(tidal), DemandForecast.NONE);
    hall.must(manager, new Command.Configure(hall.state().plan().with(tides, List.of())));
    hall.ask(manager, new Command.CloseWindow(window, "quiet"));
    hall.must(manager, new Command.OpenWindow(window, "busy"));
  }

  /** Two book for tomorrow, and one of them does not come after all. */
  private static void book(DrivenHall hall) {
    Actor manager = Actor.manager("m");
    HallPlan plan = hall.state().plan();
    hall.must(
        manager, new Command.Configure(plan.with(plan.rules().withBookings(BookingPlan.usual(2)))));
    LineId line = plan.lines().getFirst().id();
    var from = Slots.on(hall.state().plan(), hall.state().day().plusDays(1)).getLast().from();
    hall.must(manager, new Command.Book("b-1", line, List.of(), from, "one", 7));
    hall.must(manager, new Command.Book("b-2", line, List.of(), from, "two", 7));
    hall.must(manager, new Command.CancelBooking("b-2"));
  }

  @Test
  void itIsTheSameEntryByEntryTwiceLateAndRebuilt() {
    var hall = new DrivenHall(EVENING);
    new RandomCrowd(hall, 9).act(1_200);
    turnTheTide(hall);
    book(hall);
    List<Entry> entries = hall.entries();
    Map<String, List<String>> live;
    try (ReadModel model = ReadModel.open(folder)) {
      var projector = new Projector(model, hall.journal());
      for (Entry entry : entries.subList(0, 100)) {
        projector.apply(entry);
        projector.apply(entry);
      }
      assertEquals(100, projector.lastSeq());
      projector.apply(entries.get(150));
      assertEquals(entries.size(), projector.lastSeq(), "a gap is caught up from the journal");
      live = everything(model);
      assertTrue(live.size() >= 12 && live.values().stream().noneMatch(List::isEmpty), "" + live);
      projector.rebuild();
      assertEquals(live, everything(model));
    }
    try (ReadModel model = ReadModel.open(folder)) {
      assertEquals(live, everything(model), "after a restart");
      assertEquals(entries.size(), model.progress().seq());
      assertEquals(hall.state().day(), model.progress().day());
    }
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    var hall = new DrivenHall(EVENING);
    new RandomCrowd(hall, 10).act(300);
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
    }
    new RandomCrowd(hall, 11).act(300);
    Map<String, List<String>> inTwo;
    try (ReadModel model = ReadModel.open(folder)) {
      var projector = new Projector(model, hall.journal());
      projector.catchUp();
      inTwo = everything(model);
      projector.rebuild();
      assertEquals(everything(model), inTwo);
    }
  }

  @Test
  void aJournalRestoredFromABackupWins() {
    var hall = new DrivenHall(EVENING);
    new RandomCrowd(hall, 12).act(300);
    List<Entry> entries = hall.entries();
    var backup = new InMemoryJournal();
    backup.append(entries.subList(0, 40));
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      var projector = new Projector(model, backup);
      projector.catchUp();
      assertEquals(40, projector.lastSeq());
      assertEquals(40, model.progress().seq());
      assertEquals(0, count(model, "audit WHERE seq > 40"));
    }
  }

  @Test
  void aBrokenFileIsReplacedAndFilledAgain() throws IOException {
    var hall = new DrivenHall(EVENING);
    hall.take("A");
    Files.writeString(folder.resolve("readmodel.mv.db"), "no database ".repeat(2000));
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      assertEquals(1, count(model, "tickets"));
    }
  }

  @Test
  void aReaderThatIsInterruptedHarmsNobody() throws InterruptedException {
    var hall = new DrivenHall(EVENING);
    new RandomCrowd(hall, 13).act(1_500);
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
    }
    try (ReadModel model = ReadModel.open(folder)) {
      Thread reader =
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    Thread.currentThread().interrupt();
                    everything(model);
                  });
      reader.setUncaughtExceptionHandler((_, _) -> {});
      reader.start();
      reader.join();
      assertEquals(hall.entries().size(), model.progress().seq());
      assertFalse(everything(model).isEmpty());
      new RandomCrowd(hall, 14).act(50);
      new Projector(model, hall.journal()).catchUp();
      assertEquals(hall.entries().size(), model.progress().seq());
    }
  }

  @Test
  void theAuditSaysWhoDidWhatAndNothingOfTheVisitor() {
    var hall = new DrivenHall(EVENING);
    hall.signIn("1", "101");
    hall.take("A", "elderly");
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      assertEquals(
          List.of(
              "1 MANAGER m HallConfigured driven",
              "1 MANAGER m DayBegun 2026-11-23",
              "2 CLERK 101 ClerkSignedIn 101",
              "3 DEVICE kiosk-1 TicketIssued A"),
          strings(
              model,
              "SELECT seq || ' ' || actor_kind || ' ' || actor || ' ' || what || ' ' || detail"
                  + " FROM audit ORDER BY seq, nth",
              false));
      assertEquals(LocalDate.of(2026, 11, 23), model.progress().day());
    }
  }

  private static void assertMany(ReadModel model, String from) {
    assertTrue(count(model, from) > 0, "none: " + from);
  }

  private static long count(ReadModel model, String from) {
    return model
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + from).mapTo(Long.class).one());
  }

  private static List<String> strings(ReadModel model, String sql) {
    return strings(model, sql, true);
  }

  private static List<String> strings(ReadModel model, String sql, boolean sorted) {
    List<String> rows =
        model.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    return sorted ? rows.stream().sorted().toList() : rows;
  }

  /** Every table but Flyway's, as sorted text. */
  private static Map<String, List<String>> everything(ReadModel model) {
    return model
        .jdbi()
        .withHandle(
            handle -> {
              List<String> tables =
                  handle
                      .createQuery(
                          """
                          SELECT table_name FROM information_schema.tables
                          WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'
                            AND table_name NOT LIKE 'flyway%'
                          """)
                      .mapTo(String.class)
                      .list();
              Map<String, List<String>> all = new TreeMap<>();
              for (String table : tables) {
                all.put(
                    table,
                    handle
                        .createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .map(
                            row ->
                                row.entrySet().stream()
                                    // How often rows were made differs, not what is in them.
                                    .filter(it -> !it.getKey().equals("id"))
                                    .map(Object::toString)
                                    .collect(Collectors.joining(" ")))
                        .collect(
                            Collectors.collectingAndThen(
                                Collectors.toList(),
                                rows -> {
                                  Collections.sort(rows);
                                  return rows;
                                })));
              }
              return all;
            });
  }
}
