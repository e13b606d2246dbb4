package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.window.Window;
import io.tidehall.server.forecast.HallForecasts;
import io.tidehall.server.journal.H2Journal;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * (i) What the running forecast costs in the city hall in a rush, a day of history behind it: its
 * share of a core, what it does to the writer beside it, and a manager's preview.
 */
final class Foreseeing {
  private static final String THREAD = "hall-forecast";
  private static final long BEAT_NANOS = 50_000_000;
  private static final double FORECAST_MILLIS = 1_000;
  private static final double PREVIEW_MILLIS = 1_000;
  private static final double SHARE = 25;
  private static final double SLOWER = 2;
  private static final double P99 = 0.99;

  private final Sizes sizes;
  private final HallWriter writer;
  private final HallForecasts forecasts;
  private final InstantSource clock;
  private int beats;

  private Foreseeing(Sizes sizes, HallWriter writer, HallForecasts forecasts, InstantSource clock) {
    this.sizes = sizes;
    this.writer = writer;
    this.forecasts = forecasts;
    this.clock = clock;
  }

  static List<Figure> measure(Path folder, Sizes sizes) throws IOException {
    CityHall.Moment moment = CityHall.inARushAfterADayOf(sizes.history());
    Path its = Files.createDirectories(folder.resolve("foreseeing"));
    try (H2Journal journal = H2Journal.open(its);
        ReadModel model = ReadModel.open(its)) {
      journal.append(moment.entries());
      new Projector(model, journal).catchUp();
      long began = System.nanoTime();
      InstantSource clock = () -> moment.now().plusNanos(System.nanoTime() - began);
      try (var forecasts = new HallForecasts(model, clock);
          var writer = new HallWriter(journal, moment.state(), clock, _ -> {})) {
        writer.start();
        return new Foreseeing(sizes, writer, forecasts, clock).measure();
      }
    }
  }

  private List<Figure> measure() {
    // Both warm up the writer; the second counts.
    beat();
    Sample alone = beat();
    writer.addAnnouncer(forecasts);
    forecasts.start(writer.state(), _ -> {});
    beat();
    long made = forecasts.made();
    long cpu = cpu();
    long began = System.nanoTime();
    Sample beside = beat();
    long spent = cpu() - cpu;
    long lasted = System.nanoTime() - began;
    long forecast = Math.max(1, forecasts.made() - made);
    double share = 100.0 * spent / lasted;
    List<Figure> figures = new ArrayList<>();
    double millis = spent / 1e6 / forecast;
    figures.add(
        told(
            "(i) one forecast of the running hall, %d waiting".formatted(writer.state().waiting()),
            millis,
            "ms",
            "<= 1000 ms",
            millis <= FORECAST_MILLIS,
            (int) forecast));
    figures.add(
        told(
            "(i) running forecast, share of one core",
            share,
            "%",
            "<= 25 %",
            share <= SHARE,
            (int) forecast));
    figures.add(
        Figure.atMost(
            "(i) p99 of a durable command beside it",
            beside.millis(P99),
            alone.millis(P99),
            "the same commands without a forecast",
            SLOWER,
            beside.count()));
    figures.add(preview());
    return figures;
  }

  private static Figure told(
      String name, double value, String unit, String target, boolean met, int count) {
    return new Figure(name, value, unit, null, "", target, met, count);
  }

  /** CPU nanoseconds of the forecast's thread. */
  private static long cpu() {
    var threads = ManagementFactory.getThreadMXBean();
    for (long id : threads.getAllThreadIds()) {
      var its = threads.getThreadInfo(id);
      if (its != null && its.getThreadName().equals(THREAD)) {
        return threads.getThreadCpuTime(id);
      }
    }
    throw new IllegalStateException("expected a thread " + THREAD + ", but there is none");
  }

  /** Twenty commands a second: a ticket, and a window that ends one and calls the next. */
  private Sample beat() {
    var sample = new Sample();
    long next = System.nanoTime();
    for (int i = 0; i < sizes.beats(); i++) {
      while (System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
      next += BEAT_NANOS;
      for (Request request : requests(beats++)) {
        long began = System.nanoTime();
        Decision decision = writer.submit(request).join().decision();
        sample.add(System.nanoTime() - began);
        if (decision instanceof Decision.Refused no) {
          throw new IllegalStateException(request.command() + " was refused: " + no.because());
        }
      }
    }
    return sample;
  }

  private List<Request> requests(int beat) {
    if (beat % 4 == 0) {
      return List.of(request(Actor.device("kiosk-1"), CityHall.ticket(beat, null)));
    }
    int window = beat % CityHall.WINDOWS + 1;
    var id = new WindowId("" + window);
    return switch (writer.state().windows().get(id)) {
      case Window.Busy busy when busy.ticket() != null ->
          List.of(request(CityHall.clerk(window), ended(id)));
      case Window.Free _ -> List.of(request(CityHall.clerk(window), new Command.CallNext(id)));
      case null, default -> List.of();
    };
  }

  private Command ended(WindowId window) {
    HallState state = writer.state();
    boolean called =
        state
            .findWindow(window)
            .flatMap(Window::findTicket)
            .flatMap(state::findTicket)
            .filter(it -> it.state() instanceof io.tidehall.hall.ticket.TicketState.Called)
            .isPresent();
    return called
        ? new Command.Arrive(window)
        : new Command.Finish(window, Outcome.DONE_AT_ONCE, "");
  }

  private static Request request(Actor actor, Command command) {
    return new Request(UUID.randomUUID().toString(), actor, command);
  }

  /** A dedicated window would take every line. */
  private Figure preview() {
    HallState before = writer.state();
    List<LineId> all = before.plan().lines().stream().map(Line::id).toList();
    var command = new Command.ChangeWindow(new WindowId("1"), WindowKind.COMPREHENSIVE, all);
    HallState after =
        Hall.step(before, request(Actor.manager("m"), command), clock.instant()).after();
    var sample = new Sample();
    for (int round = -2; round < sizes.forecasts(); round++) {
      long began = System.nanoTime();
      if (forecasts.effect(before, after).isEmpty()) {
        throw new IllegalStateException("expected a forecast of the change, but there is none");
      }
      if (round >= 0) {
        sample.add(System.nanoTime() - began);
      }
    }
    double millis = sample.millis(0.5);
    return told(
        "(i) a preview of a change, %d lines".formatted(all.size()),
        millis,
        "ms",
        "<= 1000 ms",
        millis <= PREVIEW_MILLIS,
        sample.count());
  }
}
