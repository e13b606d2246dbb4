package io.tidehall.server.whatif;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A morning without chance, driven through the real rules: visitors by the clock, 30 s to the
 * window, whole minutes of service by line, 20 s until the clerk calls again. Windows 1 (lines A
 * and B) and 2 (B and C); window 1 pauses from 10:00 to 10:20. One visitor does not come when
 * called, one gives up while waiting, and one lets another go first.
 */
final class SteadyDay implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final String NO_SHOW = "A005";
  static final int PAUSE_SECONDS = 20;

  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration WALK = Duration.ofSeconds(30);
  private static final Duration MISSED = Duration.ofSeconds(150);
  private static final Map<String, Integer> SERVICE = Map.of("A", 4, "B", 6, "C", 9);
  private static final List<String> WINDOWS = List.of("1", "2");

  final DrivenHall hall = new DrivenHall(DAY.atTime(8, 55));
  final ReadModel model;
  int visitors;
  boolean stoodBack;
  private final Map<String, Instant> since = new TreeMap<>();
  private final Map<String, String> phase = new TreeMap<>();
  private int ticks;

  SteadyDay(Path folder) {
    model = ReadModel.open(folder);
    hall.signIn("1", "101");
    hall.signIn("2", "102");
    hall.at(9, 0, 0);
    while (hall.now().isBefore(at(12, 0)) || !hall.state().tickets().isEmpty()) {
      step();
    }
    WINDOWS.forEach(it -> hall.desk(new Command.SignOut(new WindowId(it))));
    hall.pass(Duration.ofHours(20));
    hall.must(Actor.system(), new Command.PassTime());
    new Projector(model, hall.journal()).catchUp();
  }

  HallState state() {
    return hall.state();
  }

  @Override
  public void close() {
    model.close();
  }

  private static Instant at(int hour, int minute) {
    return LocalDateTime.of(DAY.getYear(), DAY.getMonth(), DAY.getDayOfMonth(), hour, minute)
        .atZone(DrivenHall.ZONE)
        .toInstant();
  }

  private void step() {
    arrive();
    for (String window : WINDOWS) {
      work(window);
    }
    if (hall.now().equals(at(10, 15))) {
      giveUp();
    }
    standBack();
    hall.pass(TICK);
    ticks++;
  }

  private void arrive() {
    boolean open = hall.now().isBefore(at(11, 30));
    if (open && ticks % 40 == 0) {
      take(visitors % 5 < 2 ? "A" : visitors % 5 < 4 ? "B" : "C");
    }
  }

  private void take(String line) {
    hall.take(line, visitors % 9 == 0 ? "elderly" : null);
    visitors++;
  }

  /** The last who waits. */
  private void giveUp() {
    TicketId last =
        hall.state().tickets().values().stream()
            .filter(it -> it.state() instanceof io.tidehall.hall.ticket.TicketState.Waiting)
            .max((a, b) -> Long.compare(a.rank().order(), b.rank().order()))
            .orElseThrow()
            .id();
    hall.must(Actor.manager("m"), new Command.VoidTicket(last, "left"));
  }

  /** The first of line A lets the other go first, as soon as two wait there. */
  private void standBack() {
    var queues = hall.state().queues();
    Lane lane = Lane.of(new LineId("A"));
    if (!stoodBack && queues.waiting(lane) == 2) {
      TicketId first = queues.head(lane).orElseThrow().getValue();
      hall.must(Actor.visitor(first), new Command.DelayTicket(first));
      stoodBack = true;
    }
  }

  private void work(String id) {
    var window = new WindowId(id);
    Window now = hall.state().findWindow(window).orElseThrow();
    TicketId ticket = now instanceof Window.Busy busy ? busy.ticket() : null;
    String is = now.getClass().getSimpleName() + (ticket == null ? "" : ticket.value());
    String before = phase.put(id, is);
    if (!is.equals(before)) {
      // Whoever sits down or comes back from a break calls at once.
      boolean fresh = before == null || before.equals("Paused");
      since.put(id, fresh ? hall.now().minusSeconds(PAUSE_SECONDS) : hall.now());
    }
    Duration spent = Duration.between(since.getOrDefault(id, hall.now()), hall.now());
    switch (now) {
      case Window.Free free when pauses(id) && !free.asked() ->
          hall.desk(new Command.Pause(window, "break", null));
      case Window.Paused _ when !pauses(id) -> hall.desk(new Command.EndPause(window));
      case Window.Free free when !free.asked() && spent.plus(TICK).toSeconds() >= PAUSE_SECONDS ->
          hall.desk(new Command.CallNext(window));
      case Window.Busy busy -> handle(window, busy, spent);
      default -> {}
    }
  }

  private boolean pauses(String window) {
    return window.equals("1") && !hall.now().isBefore(at(10, 0)) && hall.now().isBefore(at(10, 20));
  }

  private void handle(WindowId window, Window.Busy busy, Duration spent) {
    boolean missing = busy.ticket().number().equals(NO_SHOW);
    if (missing) {
      if (spent.equals(Duration.ofSeconds(50)) || spent.equals(Duration.ofSeconds(100))) {
        hall.desk(new Command.Recall(window));
      } else if (spent.compareTo(MISSED) >= 0) {
        hall.desk(new Command.MarkNoShow(window));
        hall.must(Actor.manager("m"), new Command.VoidTicket(busy.ticket(), "no-show"));
      }
      return;
    }
    var ticket = hall.state().tickets().get(busy.ticket());
    int minutes = ticket == null ? 1 : SERVICE.getOrDefault(ticket.line().value(), 1);
    if (spent.equals(WALK)) {
      hall.desk(new Command.Arrive(window));
    } else if (spent.compareTo(WALK.plusMinutes(minutes)) >= 0) {
      hall.desk(new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
    }
  }
}
