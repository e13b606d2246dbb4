package io.tidehall.server.forecast;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which waiting tickets must now expect much longer than their holders were told: by the forecast
 * where it is told, else by the closed formula that they were told by.
 */
final class Worsening {
  private Worsening() {}

  /**
   * Looks again.
   *
   * @param before those of the last look
   */
  static Set<TicketId> after(
      Set<TicketId> before, HallState state, HallForecast forecast, Instant now) {
    Set<TicketId> worse = new TreeSet<>();
    state
        .queues()
        .lanes()
        .forEach(
            (lane, waiting) -> {
              if (lane.kind() == Lane.Kind.LINE) {
                double fresh = fresh(state, new LineId(lane.id()));
                int place = 0;
                for (TicketId id : waiting.values()) {
                  place++;
                  Ticket ticket = state.findTicket(id).orElseThrow();
                  Told told = ticket.told();
                  double rough = fresh * place / (waiting.size() + 1);
                  if (told != null
                      && told.worse(
                          waited(ticket, now) + left(forecast, id, rough), before.contains(id))) {
                    worse.add(id);
                  }
                }
              }
            });
    return worse;
  }

  private static double waited(Ticket ticket, Instant now) {
    return Duration.between(ticket.issuedAt(), now).toMillis() / 60e3;
  }

  private static double left(HallForecast forecast, TicketId ticket, double rough) {
    Map<TicketId, Promise.Minutes> forecasts = forecast.left();
    Promise.Minutes known = forecast.learned() ? forecasts.get(ticket) : null;
    return known == null ? rough : known.median();
  }

  /** The wait of a ticket taken now, in the middle of the rough range. */
  private static double fresh(HallState state, LineId line) {
    Optional<Outlook> fresh = state.outlook(line);
    return fresh.map(it -> (it.low() + it.high()) / 2.0).orElse(0.0);
  }
}
