package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * (j) Sixty clerks each press call-next every two seconds at the pages' interface, over a real
 * broker to forty counter displays: each display must show every call of its window, in order.
 */
final class Rush {
  private static final int WINDOWS = 60;
  private static final int DISPLAYS = 40;
  private static final long BEAT = TimeUnit.SECONDS.toNanos(2);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK = 5_000_000;

  private final Controller controller;
  private final Path folder;
  private final int rounds;

  /** When each number was called, and when its display showed it, by window. */
  private final Map<String, List<String>> called = new ConcurrentHashMap<>();

  private final Map<String, List<String>> shown = new ConcurrentHashMap<>();
  private final Map<String, String> latest = new ConcurrentHashMap<>();
  private final Map<String, Long> pressedAt = new ConcurrentHashMap<>();
  private final Sample times = new Sample();

  private Rush(Controller controller, Path folder, int rounds) {
    this.controller = controller;
    this.folder = folder;
    this.rounds = rounds;
  }

  static List<Figure> measure(Path folder, Sizes sizes) throws IOException, InterruptedException {
    int rounds = Math.max(1, sizes.rushSeconds() / 2);
    try (var controller =
        Controller.start(ControllerOptions.local(folder.resolve("rush"), hall()))) {
      return new Rush(controller, folder, rounds).measure();
    }
  }

  private List<Figure> measure() throws IOException, InterruptedException {
    await(() -> controller.health().broker().ok(), "the controller at its broker");
    List<CompletableFuture<?>> taken = new ArrayList<>();
    for (int i = 0; i < rounds * WINDOWS; i++) {
      taken.add(submit(Actor.system(), ticket()));
    }
    taken.forEach(CompletableFuture::join);
    List<DeviceSession> displays = new ArrayList<>();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int window = 1; window <= DISPLAYS; window++) {
        displays.add(display("" + window));
      }
      work(http);
      await(() -> shown.values().stream().mapToInt(List::size).sum() >= rounds * DISPLAYS, "");
    } finally {
      for (DeviceSession display : displays) {
        display.close();
      }
    }
    return figures();
  }

  private void work(HttpClient http) throws IOException, InterruptedException {
    List<Press> clerks = new ArrayList<>();
    for (int window = 1; window <= WINDOWS; window++) {
      String badge = badge("" + window);
      submit(
              Actor.clerk(badge),
              new Command.SignIn(new WindowId("" + window), new ClerkId(badge), null))
          .join();
      String password =
          String.valueOf(controller.accounts().find(badge).orElseThrow().firstPassword());
      clerks.add(Press.signedIn(http, controller.address(), badge, password));
    }
    long start = System.nanoTime();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (int window = 1; window <= WINDOWS; window++) {
        String its = "" + window;
        Press clerk = clerks.get(window - 1);
        // All over the two seconds, as clerks are.
        long first = start + BEAT * window / WINDOWS;
        done.add(all.submit(() -> serve(its, clerk, first)));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("expected every clerk to work through", e.getCause());
    }
  }

  /** Calls every two seconds, and lets each visitor go a second after the call. */
  private void serve(String window, Press clerk, long first) {
    var id = new WindowId(window);
    for (int round = 0; round < rounds; round++) {
      long due = first + round * BEAT;
      until(due);
      pressedAt.put(window + "." + round, System.nanoTime());
      clerk.next(window).join();
      called
          .computeIfAbsent(window, _ -> new CopyOnWriteArrayList<>())
          .add(
              controller
                  .writer()
                  .state()
                  .findWindow(id)
                  .orElseThrow()
                  .findTicket()
                  .orElseThrow()
                  .number());
      until(due + BEAT / 2);
      submit(Actor.clerk(badge(window)), new Command.Arrive(id)).join();
      submit(Actor.clerk(badge(window)), new Command.Finish(id, Outcome.DONE_AT_ONCE, "")).join();
    }
  }

  private DeviceSession display(String window) throws IOException {
    String device = "counter-" + window;
    var session =
        DeviceSessions.over(
            Credentials.read(controller.registry().credentialsFile(device)),
            "bench",
            Controller.VERSION,
            folder.resolve("spool-" + device));
    session.watch(Topics.window(window), WindowState.class, state -> seen(window, state));
    session.open();
    return session;
  }

  /** A state may come again for another reason, such as who waits; a call has an id of its own. */
  private void seen(String window, WindowState state) {
    if (state.stage() != WindowState.Stage.CALLED
        || state.callId().equals(latest.put(window, state.callId()))) {
      return;
    }
    long at = System.nanoTime();
    List<String> numbers = shown.computeIfAbsent(window, _ -> new CopyOnWriteArrayList<>());
    Long pressed = pressedAt.get(window + "." + numbers.size());
    numbers.add(state.number());
    if (pressed != null) {
      synchronized (times) {
        times.add(at - pressed);
      }
    }
  }

  private List<Figure> figures() {
    int wrong = 0;
    for (int window = 1; window <= DISPLAYS; window++) {
      List<String> calls = called.getOrDefault("" + window, List.of());
      List<String> seen = shown.getOrDefault("" + window, List.of());
      for (int i = 0; i < Math.max(calls.size(), seen.size()); i++) {
        boolean same = i < calls.size() && i < seen.size() && calls.get(i).equals(seen.get(i));
        wrong += same ? 0 : 1;
      }
    }
    long twice =
        called.values().stream().mapToLong(List::size).sum()
            - called.values().stream().flatMap(List::stream).distinct().count();
    return List.of(
        Figure.none("(j) calls lost or out of order", wrong, rounds * DISPLAYS),
        Figure.none("(j) tickets called twice, 60 windows", (int) twice, rounds * WINDOWS),
        Figure.told("(j) call-next -> 40 displays, p50", times.millis(0.5), "ms", times.count()),
        Figure.told("(j) call-next -> 40 displays, p99", times.millis(0.99), "ms", times.count()));
  }

  private CompletableFuture<Void> submit(Actor actor, Command command) {
    return controller
        .writer()
        .submit(new Request(UUID.randomUUID().toString(), actor, command))
        .thenAccept(
            answer -> {
              if (answer.decision() instanceof Decision.Refused no) {
                throw new IllegalStateException(command + " was refused: " + no.because());
              }
            });
  }

  private static Command ticket() {
    return new Command.IssueTicket(new LineId("A"), List.of(), null, null, null, "zh-CN");
  }

  private static String badge(String window) {
    return "c" + window;
  }

  private static void until(long nanos) {
    while (System.nanoTime() < nanos) {
      LockSupport.parkNanos(nanos - System.nanoTime());
    }
  }

  /** Waits a while; what is not there then is counted, not waited for. */
  private static void await(java.util.function.BooleanSupplier condition, String needed) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        if (needed.isEmpty()) {
          return;
        }
        throw new IllegalStateException("expected " + needed + " within 30 s");
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  /** A hall of sixty windows that all serve one line. */
  static HallSetup hall() {
    var text =
        new StringBuilder(
            """
            id: rush
            zh: 大厅
            level: village
            trial: true
            lines:
              - {prefix: A, zh: 证明, fields: [民政救助, 社会保险, 退役军人, 规划建设, 农业林业, 法律证明]}
            hours: {workingDays: ["8:30-12:00"]}
            windows:
            """);
    for (int window = 1; window <= WINDOWS; window++) {
      text.append("  - {number: %d, kind: comprehensive, lines: all}%n".formatted(window));
    }
    text.append("clerks:\n  - {badge: m, name: 王, roles: [manager, admin]}\n");
    for (int window = 1; window <= WINDOWS; window++) {
      text.append("  - {badge: c%d, name: 王}%n".formatted(window));
    }
    text.append("devices:\n");
    for (int window = 1; window <= DISPLAYS; window++) {
      text.append(
          "  - {id: counter-%d, role: counter-display, window: %d}%n".formatted(window, window));
    }
    return switch (HallFile.read("rush.yaml", text.toString())) {
      case HallFile.Ready(var setup) -> setup;
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }
}
