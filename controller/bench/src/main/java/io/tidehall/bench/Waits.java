package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What citizen and clerk wait for: (a) the ticket at the kiosk, (b) the call at the counter. */
final class Waits {
  private static final String TRIP = "QoS 1 round trip + durable commit";
  private static final String HOP = "one MQTT hop + durable commit";
  private static final String WINDOW = "1";
  private static final double TIMES = 2;
  private static final long PATIENCE_SECONDS = 30;

  private final BenchHall hall;
  private final Sizes sizes;
  private final byte[] payload = Codec.encode(new DeviceRequest("r", Instant.EPOCH, take()));
  private int visitor;

  private record Seen(WindowState state, long at) {}

  private Waits(BenchHall hall, Sizes sizes) {
    this.hall = hall;
    this.sizes = sizes;
  }

  static List<Figure> measure(Path folder, Sizes sizes) throws IOException, InterruptedException {
    try (var hall = new BenchHall(folder)) {
      var waits = new Waits(hall, sizes);
      List<Figure> figures = new ArrayList<>(waits.tickets());
      figures.addAll(waits.calls());
      return figures;
    }
  }

  private List<Figure> tickets() throws IOException, InterruptedException {
    var floor = new Sample();
    var taken = new Sample();
    try (DeviceSession kiosk = hall.device("kiosk-1", _ -> {})) {
      for (int round = -sizes.warmUp(); round < sizes.rounds(); round++) {
        long least = hall.roundTrip(payload) + hall.commit(visitor++);
        long began = System.nanoTime();
        // The time is taken on the link's thread, where a kiosk would show the number.
        long time =
            kiosk
                .ask(take())
                .thenApply(
                    reply -> {
                      if (!(reply instanceof HallAnswer.TicketIssued)) {
                        throw new IllegalStateException("expected a ticket, got " + reply);
                      }
                      return System.nanoTime() - began;
                    })
                .join();
        serve();
        if (round >= 0) {
          floor.add(least);
          taken.add(time);
        }
      }
    }
    return List.of(
        figure("(a) ticket request -> durable answer, p50", taken, floor, 0.5, TRIP),
        figure("(a) ticket request -> durable answer, p99", taken, floor, 0.99, TRIP));
  }

  private List<Figure> calls() throws IOException, InterruptedException {
    BlockingQueue<Seen> display = new LinkedBlockingQueue<>();
    var floor = new Sample();
    var shown = new Sample();
    try (PlainConsole console = signedIn();
        DeviceSession _ =
            hall.device(
                "counter-" + WINDOW,
                session ->
                    session.watch(
                        Topics.window(WINDOW),
                        WindowState.class,
                        state -> display.add(new Seen(state, System.nanoTime()))))) {
      for (int round = -sizes.warmUp(); round < sizes.rounds(); round++) {
        until(display, WindowState.Stage.IDLE);
        hall.must(Actor.device("kiosk-1"), RuleRun.issue(visitor++));
        long least = hall.hop(payload) + hall.commit(visitor);
        long began = System.nanoTime();
        console.post("windows/1/next", "{}");
        long time = until(display, WindowState.Stage.CALLED) - began;
        console.awaitYes();
        finish();
        if (round >= 0) {
          floor.add(least);
          shown.add(time);
        }
      }
    }
    return List.of(
        figure("(b) call-next -> counter display, p50", shown, floor, 0.5, HOP),
        figure("(b) call-next -> counter display, p99", shown, floor, 0.99, HOP));
  }

  private static Act.TakeTicket take() {
    return new Act.TakeTicket("A", List.of(), null, null, Language.ZH);
  }

  /** The one ticket that waits is called, served and gone. */
  private void serve() {
    hall.must(RuleRun.clerk(WINDOW), new Command.CallNext(new WindowId(WINDOW)));
    finish();
  }

  private void finish() {
    var window = new WindowId(WINDOW);
    hall.must(RuleRun.clerk(WINDOW), new Command.Arrive(window));
    hall.must(RuleRun.clerk(WINDOW), new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
  }

  /** When a stage was seen at the counter; what was shown before is past. */
  private static long until(BlockingQueue<Seen> display, WindowState.Stage stage)
      throws InterruptedException {
    while (true) {
      Seen seen = display.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (seen == null) {
        throw new IllegalStateException("expected the counter to show " + stage);
      }
      if (seen.state().stage() == stage) {
        return seen.at();
      }
    }
  }

  private PlainConsole signedIn() throws IOException {
    var console = new PlainConsole(URI.create(hall.controller().address()));
    String badge = RuleRun.clerk(WINDOW).id();
    String password =
        String.valueOf(hall.controller().accounts().find(badge).orElseThrow().firstPassword());
    console.post("session", "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(badge, password));
    console.awaitYes();
    return console;
  }

  private static Figure figure(
      String name, Sample sample, Sample floor, double share, String words) {
    return Figure.atMost(
        name, sample.millis(share), floor.millis(share), words, TIMES, sample.count());
  }
}
