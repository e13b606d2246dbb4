package io.tidehall.server.readmodel;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every duration, straight from journal entries and by another way than the read model: a service
 * is the sum of its stretches here, and the whole without its holds there.
 */
final class JournalDurations {
  final List<String> waits = new ArrayList<>();
  final List<String> walks = new ArrayList<>();
  final List<String> services = new ArrayList<>();
  long longestService;
  long longestHold;

  private final Map<TicketId, Instant> waitingSince = new HashMap<>();
  private final Map<TicketId, Instant> calledAt = new HashMap<>();
  private final Map<TicketId, ServiceId> serving = new HashMap<>();
  private final Map<ServiceId, Instant> stretchSince = new HashMap<>();
  private final Map<ServiceId, Instant> heldSince = new HashMap<>();
  private final Map<ServiceId, Duration> handled = new HashMap<>();
  private final Map<ServiceId, Duration> held = new HashMap<>();

  JournalDurations(List<Entry> entries) {
    entries.forEach(entry -> entry.events().forEach(event -> add(entry.at(), event)));
    waits.sort(null);
    walks.sort(null);
    services.sort(null);
  }

  private void add(Instant at, Event event) {
    switch (event) {
      case Event.TicketIssued e -> waitingSince.put(e.ticket(), at);
      case Event.TicketDelayed e -> waitingSince.put(e.ticket(), at);
      case Event.TicketRequeued e -> waitingSince.putIfAbsent(e.ticket(), at);
      case Event.TicketCalled e -> {
        Instant since = waitingSince.remove(e.ticket());
        if (since != null) {
          waits.add(e.ticket() + " " + seconds(since, at));
        }
        calledAt.put(e.ticket(), at);
      }
      case Event.ServiceStarted e -> {
        walks.add(e.ticket() + " " + seconds(calledAt.getOrDefault(e.ticket(), at), at));
        serving.put(e.ticket(), e.service());
        stretchSince.put(e.service(), at);
      }
      case Event.ServiceHeld e -> {
        endStretch(e.service(), at);
        heldSince.put(e.service(), at);
      }
      case Event.ServiceResumed e -> {
        endHold(e.service(), at);
        stretchSince.put(e.service(), at);
      }
      case Event.ServiceFinished e -> end(e.ticket(), at);
      case Event.TicketTransferred e -> {
        end(e.ticket(), at);
        waitingSince.put(e.ticket(), at);
      }
      case Event.TicketVoided e -> {
        waitingSince.remove(e.ticket());
        end(e.ticket(), at);
      }
      default -> {}
    }
  }

  private void end(TicketId ticket, Instant at) {
    ServiceId service = serving.remove(ticket);
    if (service != null) {
      endStretch(service, at);
      endHold(service, at);
      long seconds = handled.getOrDefault(service, Duration.ZERO).toSeconds();
      long holding = held.getOrDefault(service, Duration.ZERO).toSeconds();
      services.add(service + " " + seconds + " " + holding);
      longestService = Math.max(longestService, seconds);
      longestHold = Math.max(longestHold, holding);
    }
  }

  private void endStretch(ServiceId service, Instant at) {
    Instant since = stretchSince.remove(service);
    if (since != null) {
      handled.merge(service, Duration.between(since, at), Duration::plus);
    }
  }

  private void endHold(ServiceId service, Instant at) {
    Instant since = heldSince.remove(service);
    if (since != null) {
      held.merge(service, Duration.between(since, at), Duration::plus);
    }
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }
}
