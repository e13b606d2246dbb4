package io.tidehall.server.forecast;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.window.Window;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Weeks of a hall driven through the real rules by a clock of its own. Visitors come from nine to
 * one, more on some days than on others, and most of them early; windows 1 (A, B), 2 (B, C) and 3
 * (A) serve them for log-normal times. Each ticket takes what the newest forecast says, which is
 * made as often as in life: some seconds old at most.
 */
final class LivedWeeks implements AutoCloseable {
  /** Minutes that a ticket keeps a window on average: the way to it and the service. */
  static final double MEAN = 5;

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final Duration WALK = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final double SERVICE = 4.5;
  private static final double VARIATION = 0.7;

  /** The log is read every ten minutes, so it need not be kept more often. */
  private static final Duration RECORDED = Duration.ofMinutes(5);

  private static final int HOURS = 4;
  private static final double VISITORS = 100;

  final DrivenHall hall = new DrivenHall(FIRST.atTime(8, 0));
  final ReadModel model;
  private final Projector projector;
  private final HallForecasts forecasts;
  private final SplittableRandom chance = new SplittableRandom(20260302);
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private int made;
  private Instant projected = Instant.EPOCH;

  /** Something that will happen; at the same time in the order it was planned. */
  private record Due(LocalDateTime at, int order, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Comparator.comparing(Due::at).thenComparing(Due::order).compare(this, other);
    }
  }

  LivedWeeks(Path folder, int days) {
    model = ReadModel.open(folder);
    projector = new Projector(model, hall.journal());
    forecasts = new HallForecasts(model, hall::now);
    for (int day = 0; day < days; day++) {
      live(FIRST.plusDays(day));
    }
    hall.pass(Duration.ofDays(1));
    hall.must(Actor.system(), new Command.PassTime());
    projector.catchUp();
  }

  @Override
  public void close() {
    forecasts.close();
    model.close();
  }

  private void live(LocalDate day) {
    setClock(day.atTime(8, 30));
    hall.must(Actor.system(), new Command.PassTime());
    for (int window = 1; window <= 3; window++) {
      hall.signIn(Integer.toString(window), "10" + window);
      next(new WindowId(Integer.toString(window)));
    }
    // Some days are busier, as they are in life.
    double factor = Math.exp(0.2 * chance.nextGaussian() - 0.02);
    double minute = 0;
    while (true) {
      double hour = minute / 60;
      double rate = factor * VISITORS / HOURS / 60 * (hour < 1.5 ? 1.3 : 0.82);
      minute += chance.nextExponential() / rate;
      if (minute >= HOURS * 60) {
        break;
      }
      String line = chance.nextInt(10) < 4 ? "A" : chance.nextInt(2) == 0 ? "B" : "C";
      plan(day.atTime(9, 0).plusNanos((long) (minute * 60e9)), () -> take(line));
    }
    while (!due.isEmpty()) {
      Due it = due.remove();
      setClock(it.at());
      it.what().run();
    }
    for (int window = 1; window <= 3; window++) {
      hall.desk(new Command.SignOut(new WindowId(Integer.toString(window))));
    }
  }

  private void plan(LocalDateTime at, Runnable what) {
    due.add(new Due(at, made++, what));
  }

  private LocalDateTime clock() {
    return hall.now().atZone(DrivenHall.ZONE).toLocalDateTime();
  }

  private void setClock(LocalDateTime to) {
    hall.pass(Duration.between(clock(), to));
  }

  /** What everybody is told was worked out some seconds ago, from the hall as it stood then. */
  private void take(String line) {
    if (Duration.between(projected, hall.now()).compareTo(RECORDED) > 0) {
      projector.catchUp();
      projected = hall.now();
    }
    forecasts.refresh(hall.state());
    var id = new LineId(line);
    hall.take(line, null, forecasts.promise(id, false).orElse(null));
    for (Window window : hall.state().windows().values()) {
      serve(window);
    }
  }

  /** The clerk presses call-next. */
  private void next(WindowId window) {
    hall.desk(new Command.CallNext(window));
    serve(hall.state().findWindow(window).orElseThrow());
  }

  /** If a window has just called somebody, it will serve and be free again. */
  private void serve(Window window) {
    if (window instanceof Window.Busy busy && busy.since().equals(hall.now())) {
      double sigma = Math.sqrt(Math.log(1 + VARIATION * VARIATION));
      double minutes = SERVICE * Math.exp(sigma * chance.nextGaussian() - sigma * sigma / 2);
      LocalDateTime comes = clock().plus(WALK);
      LocalDateTime ends = comes.plusNanos((long) (minutes * 60e9));
      WindowId id = window.id();
      plan(comes, () -> hall.desk(new Command.Arrive(id)));
      plan(ends, () -> hall.desk(new Command.Finish(id, Outcome.DONE_AT_ONCE, "")));
      plan(ends.plus(PAUSE), () -> next(id));
    }
  }
}
