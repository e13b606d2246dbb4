package io.tidehall.hall;

import io.tidehall.hall.plan.Fairness;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Reason;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState.Waiting;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches the fairness contract. A breach changes nothing in the order of service: it is told, once
 * for a ticket and rule, with the reason why the promise could not be kept.
 */
final class Fair {
  static final String LONGEST_WAIT = "longest-wait";
  static final String MOST_OVERTAKES = "most-overtakes";

  private Fair() {}

  /** When the next ticket will have waited longer than promised; empty if none can. */
  static Optional<Instant> nextDeadline(HallState state) {
    Fairness promised = state.plan().rules().fairness();
    if (promised.longestWaits().isEmpty()) {
      return Optional.empty();
    }
    return state.tickets().values().stream()
        .flatMap(ticket -> lateAt(promised, ticket).stream())
        .min(Instant::compareTo);
  }

  /** Tells of every ticket that has waited longer than promised. */
  static void watch(Draft draft) {
    Fairness promised = draft.state().plan().rules().fairness();
    if (promised.longestWaits().isEmpty()) {
      return;
    }
    for (Ticket ticket : List.copyOf(draft.state().tickets().values())) {
      if (lateAt(promised, ticket).filter(at -> !at.isAfter(draft.now())).isPresent()) {
        draft.emit(late(draft, promised, ticket));
      }
    }
  }

  /** Tells of every ticket that the call of another has now passed over too often. */
  static void tellOvertaken(Draft draft, Ticket called, WindowId window, Reason reason) {
    int most = draft.state().plan().rules().fairness().mostOvertakes();
    if (most == 0) {
      return;
    }
    for (Ticket ticket : List.copyOf(draft.state().tickets().values())) {
      if (ticket.patience().overtaken() > most
          && !ticket.patience().overtakenTold()
          && ticket.state() instanceof Waiting) {
        String by = called.number();
        int times = ticket.patience().overtaken();
        draft.emit(
            new Event.FairnessBroken(
                ticket.id(),
                ticket.line(),
                MOST_OVERTAKES,
                ticket.number()
                    + " 被越过 "
                    + times
                    + " 次，承诺不超过 "
                    + most
                    + " 次："
                    + window
                    + " 号窗口先办 "
                    + by
                    + "（"
                    + reason.zh()
                    + "）",
                ticket.number()
                    + " was passed over "
                    + times
                    + " times, and at most "
                    + most
                    + " were promised: window "
                    + window
                    + " took "
                    + by
                    + " first ("
                    + reason.en()
                    + ")"));
      }
    }
  }

  /** Counts the older tickets that a window leaves waiting when it calls this one. */
  static HallState overtaken(HallState state, Window.Open window, Ticket called) {
    if (state.plan().rules().fairness().mostOvertakes() == 0) {
      return state;
    }
    List<TicketId> older = new ArrayList<>();
    for (Lane lane : Eligibility.lanes(state.plan(), window)) {
      for (TicketId id : state.queues().lane(lane).headMap(called.rank()).values()) {
        if (Eligibility.mayServe(state.plan(), window, state.ticket(id))) {
          older.add(id);
        }
      }
    }
    HallState next = state;
    for (TicketId id : older) {
      Ticket ticket = next.ticket(id);
      next = next.with(ticket.with(ticket.patience().overtakenOnce()));
    }
    return next;
  }

  static HallState told(HallState state, Event.FairnessBroken event) {
    Ticket ticket = state.ticket(event.ticket());
    return state.with(
        ticket.with(
            event.rule().equals(LONGEST_WAIT)
                ? ticket.patience().toldLate()
                : ticket.patience().toldOvertaken()));
  }

  private static Optional<Instant> lateAt(Fairness promised, Ticket ticket) {
    return ticket.state() instanceof Waiting && !ticket.patience().lateTold()
        ? promised.longestWait(ticket.priority().id()).map(ticket.patience().since()::plus)
        : Optional.empty();
  }

  private static Event late(Draft draft, Fairness promised, Ticket ticket) {
    long waited = Duration.between(ticket.patience().since(), draft.now()).toMinutes();
    long limit = promised.longestWait(ticket.priority().id()).orElseThrow().toMinutes();
    Standing standing = Standing.of(draft.state(), ticket);
    return new Event.FairnessBroken(
        ticket.id(),
        ticket.line(),
        LONGEST_WAIT,
        ticket.number()
            + " 已等候 "
            + waited
            + " 分钟，"
            + ticket.priority().zh()
            + "承诺不超过 "
            + limit
            + " 分钟："
            + standing.zh(),
        ticket.number()
            + " has waited "
            + waited
            + " min, and at most "
            + limit
            + " were promised to the class "
            + ticket.priority().en()
            + ": "
            + standing.en());
  }

  /** What stands between a ticket and a window: who may serve it, and what they do. */
  private record Standing(int windows, int busy, int paused, List<WindowId> free, int ahead) {
    static Standing of(HallState state, Ticket ticket) {
      int windows = 0;
      int busy = 0;
      int paused = 0;
      List<WindowId> free = new ArrayList<>();
      for (Window window : state.windows().values()) {
        if (window instanceof Window.Open open
            && Eligibility.mayServe(state.plan(), open, ticket)) {
          windows++;
          switch (open) {
            case Window.Busy _ -> busy++;
            case Window.Paused _ -> paused++;
            case Window.Free it -> free.add(it.id());
          }
        }
      }
      int ahead = state.queues().lane(ticket.lane()).headMap(ticket.rank()).size();
      return new Standing(windows, busy, paused, free, ahead);
    }

    String zh() {
      if (windows == 0) {
        return "没有开放的窗口可以办理";
      }
      return "可办窗口 "
          + windows
          + " 个，"
          + busy
          + " 个在办，"
          + paused
          + " 个暂停"
          + (free.isEmpty() ? "" : "，窗口 " + list() + " 空闲未叫号")
          + "；同队前面还有 "
          + ahead
          + " 人";
    }

    String en() {
      if (windows == 0) {
        return "no open window may serve it";
      }
      return windows
          + " windows may serve it, "
          + busy
          + " busy, "
          + paused
          + " paused"
          + (free.isEmpty() ? "" : ", and window " + list() + " is free and has not called")
          + "; "
          + ahead
          + " stand before it in the queue";
    }

    private String list() {
      return String.join(", ", free.stream().map(WindowId::value).toList());
    }
  }
}
