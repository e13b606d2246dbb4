package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.H2Journal;
import io.tidehall.server.writer.Answer;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * (k) Two clerks press call-next at the same instant, again and again, on a durable journal: each
 * gets a ticket of its own, and nobody is called twice.
 */
final class Pairs {
  private static final String FIRST = "1";
  private static final String SECOND = "2";

  private final HallWriter writer;
  private final int pairs;
  private final CyclicBarrier together = new CyclicBarrier(2);
  private final Set<String> called = new HashSet<>();
  private int twice;
  private int wrong;

  private Pairs(HallWriter writer, int pairs) {
    this.writer = writer;
    this.pairs = pairs;
  }

  static List<Figure> measure(Path folder, Sizes sizes) throws IOException {
    Path its = Files.createDirectories(folder.resolve("pairs"));
    try (H2Journal journal = H2Journal.open(its);
        var writer = new HallWriter(journal, HallState.empty(), InstantSource.system(), _ -> {})) {
      writer.start();
      return new Pairs(writer, sizes.pairs()).measure();
    }
  }

  private List<Figure> measure() {
    ask(Actor.system(), new Command.Configure(ReadyHalls.trial().plan())).join();
    for (String window : List.of(FIRST, SECOND)) {
      ask(RuleRun.clerk(window), RuleRun.signIn(window)).join();
    }
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int pair = 0; pair < pairs; pair++) {
        // Line A is served by both.
        var ticket = ask(Actor.device("kiosk-1"), RuleRun.issue(0));
        ask(Actor.device("kiosk-1"), RuleRun.issue(0)).join();
        ticket.join();
        var one = CompletableFuture.supplyAsync(() -> next(FIRST), threads);
        var other = CompletableFuture.supplyAsync(() -> next(SECOND), threads);
        count(FIRST, one.join(), SECOND, other.join());
      }
    }
    double each = (System.nanoTime() - began) / 1e6 / pairs;
    return List.of(
        Figure.none("(k) tickets called twice, two clerks at once", twice, pairs),
        Figure.none("(k) pairs of which not each got a ticket", wrong, pairs),
        Figure.told("(k) one pair: tickets, presses, services", each, "ms", pairs));
  }

  private void count(String window, Answer one, String another, Answer other) {
    List<String> numbers = new java.util.ArrayList<>();
    tell(window, one, numbers);
    tell(another, other, numbers);
    wrong += numbers.size() == 2 ? 0 : 1;
    for (String number : numbers) {
      twice += called.add(number) ? 0 : 1;
    }
  }

  private void tell(String window, Answer answer, List<String> numbers) {
    if (answer.decision() instanceof Decision.Accepted accepted) {
      for (Event event : accepted.events()) {
        if (event instanceof Event.TicketCalled call) {
          numbers.add(call.ticket().value());
          var id = new WindowId(window);
          ask(RuleRun.clerk(window), new Command.Arrive(id)).join();
          ask(RuleRun.clerk(window), new Command.Finish(id, Outcome.DONE_AT_ONCE, "")).join();
        }
      }
    }
  }

  private Answer next(String window) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("expected two to press together", e);
    }
    return ask(RuleRun.clerk(window), new Command.CallNext(new WindowId(window))).join();
  }

  private CompletableFuture<Answer> ask(Actor actor, Command command) {
    return writer.submit(new Request(UUID.randomUUID().toString(), actor, command));
  }
}
