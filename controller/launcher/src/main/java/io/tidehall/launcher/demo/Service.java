package io.tidehall.launcher.demo;

import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.server.view.Console;
import io.tidehall.server.web.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One visit at a window, from the call to its end, by the fate of its ticket. */
final class Service {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final Duration MOMENT = Duration.ofMillis(400);
  private static final int REFUSALS = 5;

  private final Desk desk;
  private final HallWatch hall;
  private final Crowd crowd;
  private final Pace pace;
  private final Rules rules;
  private final Tally tally;

  /** Tickets that were held or passed on once; once is enough for anybody. */
  private final Set<String> interrupted = Collections.newSetFromMap(new Recent());

  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > 500;
    }
  }

  /** How it ended. */
  sealed interface End {
    /** By this clerk. */
    record Done(long seq) implements End {}

    /** Somebody else acted at the window. */
    record TakenOver() implements End {}
  }

  Service(Desk desk, HallWatch hall, Crowd crowd, Pace pace, Rules rules, Tally tally) {
    this.desk = desk;
    this.hall = hall;
    this.crowd = crowd;
    this.pace = pace;
    this.rules = rules;
    this.tally = tally;
  }

  End serve(Console.Row at) throws InterruptedException {
    String window = at.window();
    String id = at.ticket();
    long seen = 0;
    int refusals = 0;
    while (refusals < REFUSALS) {
      long least = seen;
      Console console = hall.await(it -> it.seq() >= least, FRESH);
      Console.Ticket ticket = console == null ? null : find(console, id);
      if (console == null) {
        continue; // the hall cannot be reached; it will be
      }
      if (ticket == null || !row(console, window).ticket().equals(id)) {
        return new End.TakenOver();
      }
      Step step = next(console, ticket, row(console, window).stage());
      if (!undisturbed(window, id, step.before(), step.delay())) {
        return new End.TakenOver();
      }
      switch (desk.at(window, step.act(), step.body())) {
        case Desk.Reply.Done(long seq) -> {
          seen = seq;
          if (step.last()) {
            count(step, id);
            return new End.Done(seq);
          }
        }
        case Desk.Reply.No(String code) -> {
          refusals += code.equals("NO_ANSWER") || code.equals("TOO_SOON") ? 0 : 1;
          Thread.sleep(MOMENT);
        }
      }
    }
    return new End.TakenOver();
  }

  /** What is done next with a ticket, and how long it takes until then. */
  private record Step(Stage before, Duration delay, String act, Object body, boolean last) {}

  private Step next(Console console, Console.Ticket ticket, Stage stage) {
    Fate fate = crowd.fate(ticket.id(), ticket.line());
    if (stage != Stage.CALLED) {
      return ending(console, ticket, fate);
    }
    boolean comes = fate.comesAtCall() > 0 && ticket.calls() >= fate.comesAtCall();
    if (comes || ticket.misses() > 0) {
      return new Step(stage, pace.real(fate.walk()), "arrive", Map.of(), false);
    }
    Duration gap = gap(ticket);
    return ticket.calls() < rules.calls()
        ? new Step(stage, gap, "recall", Map.of(), false)
        : new Step(stage, gap, "no-show", Map.of(), true);
  }

  private Step ending(Console console, Console.Ticket ticket, Fate fate) {
    boolean again = interrupted.contains(ticket.id()) || ticket.handledBefore() > 0;
    Duration time = pace.real(again ? fate.service().dividedBy(2) : fate.service());
    if (!again && fate.hold() != null) {
      return new Step(
          Stage.SERVING, time.dividedBy(2), "hold", new Api.Hold(fate.hold().name()), true);
    }
    List<String> others =
        console.lines().stream()
            .filter(it -> it.taking() && !it.line().equals(ticket.line()))
            .map(LinesState.Load::line)
            .toList();
    if (!again && fate.passedOn() && !others.isEmpty()) {
      String to = others.get(Math.floorMod(ticket.id().hashCode(), others.size()));
      return new Step(
          Stage.SERVING,
          time.dividedBy(3),
          "transfer",
          new Api.Transfer(to, null, null, "KEEP_TIME", null),
          true);
    }
    Outcome outcome = fate.outcome();
    return new Step(
        Stage.SERVING,
        time,
        "finish",
        new Api.Finish(outcome.name(), fate.reason(), null, null, null),
        true);
  }

  private void count(Step step, String id) {
    switch (step.act()) {
      case "finish" -> tally.served.incrementAndGet();
      case "no-show" -> tally.missed.incrementAndGet();
      default -> interrupted.add(id);
    }
  }

  /** The rule's gap runs by the hall's clock, however fast people are. */
  private Duration gap(Console.Ticket ticket) {
    Instant last = ticket.lastCall();
    Duration left =
        last == null
            ? rules.recallGap()
            : rules.recallGap().minus(Duration.between(last, Instant.now()));
    return left.isPositive() ? left.plus(MOMENT) : Duration.ZERO;
  }

  /** Waits; false as soon as the window shows that somebody else has acted there. */
  private boolean undisturbed(String window, String ticket, Stage stage, Duration wait)
      throws InterruptedException {
    return hall.await(
            it -> {
              Console.Row row = row(it, window);
              return !row.ticket().equals(ticket)
                  || row.stage() != stage
                  || !row.clerk().equals(desk.badge());
            },
            wait)
        == null;
  }

  private static Console.@Nullable Ticket find(Console console, String id) {
    return console.tickets().stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
  }

  private static Console.Row row(Console console, String window) {
    return console.windows().stream()
        .filter(it -> it.window().equals(window))
        .findFirst()
        .orElseThrow();
  }
}
