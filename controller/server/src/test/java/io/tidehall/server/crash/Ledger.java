package io.tidehall.server.crash;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.WindowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What devices were told, and how it agrees with the journal. Any thread may tell it. */
final class Ledger {
  private record Call(String window, String number) {}

  private final Map<String, TicketView> tickets = new LinkedHashMap<>();
  private final Set<String> done = new LinkedHashSet<>();
  private final Set<Call> calls = new LinkedHashSet<>();
  private final List<String> contradictions = new ArrayList<>();
  private int repeats;

  /** An answer has come; to a request that was answered before it must be the same. */
  synchronized void answered(String device, HallAnswer answer) {
    String request = device + ":" + answer.request();
    switch (answer.reply()) {
      case HallAnswer.TicketIssued(var ticket, _) -> {
        TicketView before = tickets.putIfAbsent(request, ticket);
        if (before != null) {
          repeats++;
          if (!before.id().equals(ticket.id()) || !before.number().equals(ticket.number())) {
            contradictions.add(
                "%s was answered %s and then %s".formatted(request, before.id(), ticket.id()));
          }
        }
      }
      case HallAnswer.LineFor _, HallAnswer.Done _ -> done.add(request);
      case HallAnswer.TicketExists(var ticket) ->
          contradictions.add(request + " was refused for " + ticket.id());
      case HallAnswer.Refused no -> {
        if (tickets.containsKey(request) || done.contains(request)) {
          contradictions.add("%s was accepted and then refused: %s".formatted(request, no.code()));
        }
      }
    }
  }

  /** A counter shows this. */
  synchronized void seen(WindowState window) {
    if (window.stage() == WindowState.Stage.CALLED) {
      calls.add(new Call(window.window(), window.number()));
    }
  }

  synchronized int acknowledged() {
    return tickets.size() + done.size();
  }

  synchronized int tickets() {
    return tickets.size();
  }

  synchronized int calls() {
    return calls.size();
  }

  /** Answers that came again. */
  synchronized int repeats() {
    return repeats;
  }

  /** Everything in which devices and journal, or two answers, disagree. */
  synchronized List<String> disagreements(List<Entry> journal) {
    List<String> wrong = new ArrayList<>(contradictions);
    Map<String, Integer> entriesOf = new HashMap<>();
    Map<String, String> issuedFor = new HashMap<>();
    Map<String, String> calledAt = new HashMap<>();
    for (Entry entry : journal) {
      if (entriesOf.merge(entry.request(), 1, Integer::sum) > 1) {
        wrong.add(entry.request() + " has several journal entries");
      }
      for (Event event : entry.events()) {
        if (event instanceof Event.TicketIssued issued
            && issuedFor.put(issued.ticket().value(), entry.request()) != null) {
          wrong.add(issued.ticket() + " was issued twice");
        } else if (event instanceof Event.TicketCalled called
            && calledAt.put(called.ticket().value(), called.window().value()) != null) {
          wrong.add(called.ticket() + " was called twice");
        }
      }
    }
    tickets.forEach(
        (request, ticket) -> {
          if (!request.equals(issuedFor.get(ticket.id()))) {
            wrong.add(
                "%s was acknowledged to %s, but the journal says %s"
                    .formatted(ticket.id(), request, issuedFor.get(ticket.id())));
          }
          if (!ticket.id().endsWith("-" + ticket.number())) {
            wrong.add(ticket.id() + " was shown as " + ticket.number());
          }
        });
    for (String request : done) {
      if (!entriesOf.containsKey(request)) {
        wrong.add(request + " was acknowledged, but is not in the journal");
      }
    }
    for (Call call : calls) {
      boolean known =
          calledAt.entrySet().stream()
              .anyMatch(
                  it ->
                      it.getKey().endsWith("-" + call.number())
                          && it.getValue().equals(call.window()));
      if (!known) {
        wrong.add(call + " was shown, but is not in the journal");
      }
    }
    return wrong;
  }
}
