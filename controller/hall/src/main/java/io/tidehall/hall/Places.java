package io.tidehall.hall;

import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The places of tickets that come back or are passed on. A rank is never given twice: it carries
 * the order of the ticket's issue, or a new one where it must stand behind all that came before.
 */
final class Places {
  private Places() {}

  /** Behind everyone, also behind who came in the same instant. */
  static Rank end(Draft draft) {
    return new Rank(draft.now(), draft.state().order() + 1);
  }

  /** Behind {@code places} others; at the end if there are no more. */
  static Rank after(Draft draft, Lane lane, int places) {
    List<Rank> ranks = new ArrayList<>(draft.state().queues().lane(lane).keySet());
    if (places <= 0 || ranks.size() <= places) {
      return end(draft);
    }
    return behind(draft, ranks, places);
  }

  /** Behind the nth of these, counted from one, and before the next if there is one. */
  private static Rank behind(Draft draft, List<Rank> ranks, int nth) {
    Instant before = ranks.get(nth - 1).since();
    Instant next = nth < ranks.size() ? ranks.get(nth).since() : before;
    return new Rank(
        before.plus(Duration.between(before, next).dividedBy(2)), draft.state().order() + 1);
  }

  /** A place further back, and how many who stood behind now stand before it. */
  record Back(Rank rank, int places) {}

  /**
   * Behind so many of those who stand behind the ticket now; behind them all if they are fewer. It
   * keeps as much of its age as that allows, and who comes later stays behind it. Those who came in
   * one instant let nobody in between: it stands before them if it may, else behind them.
   */
  static Back back(Draft draft, Ticket ticket, int places) {
    List<Rank> behind = behind(draft.state(), ticket);
    int nth = Math.min(places, behind.size());
    while (nth > 0 && !hasRoom(behind, nth)) {
      nth--;
    }
    if (nth == 0) {
      nth = Math.min(places, behind.size());
      while (!hasRoom(behind, nth)) {
        nth++;
      }
    }
    return new Back(behind(draft, behind, nth), nth);
  }

  /** Whether a new rank fits between the nth, counted from one, and the next. */
  private static boolean hasRoom(List<Rank> ranks, int nth) {
    return nth == ranks.size() || !ranks.get(nth).since().equals(ranks.get(nth - 1).since());
  }

  /** The ranks behind a waiting ticket in its lane, in order. */
  static List<Rank> behind(HallState state, Ticket ticket) {
    List<Rank> ranks = new ArrayList<>(state.queues().lane(ticket.lane()).keySet());
    return ranks.subList(ranks.indexOf(ticket.rank()) + 1, ranks.size());
  }

  /**
   * Before all who stand where the lane leads to: in the line, or in any lane that the window or
   * clerk takes tickets from. Never behind the ticket's own age, which the next to come could pass.
   */
  static Rank front(Draft draft, Lane lane, Ticket ticket) {
    return front(draft, lane, ticket.rank());
  }

  /** Likewise, for whoever would otherwise have this rank. */
  static Rank front(Draft draft, Lane lane, Rank own) {
    Instant since = own.since();
    for (Lane other : rivals(draft.state(), lane)) {
      var head = draft.state().queues().head(other);
      if (head.isPresent() && !head.get().getKey().since().isAfter(since)) {
        since = head.get().getKey().since().minusNanos(1);
      }
    }
    return new Rank(since, own.order());
  }

  private static SortedSet<Lane> rivals(HallState state, Lane lane) {
    var rivals = new TreeSet<Lane>();
    rivals.add(lane);
    if (lane.kind() != Lane.Kind.LINE) {
      for (Window window : state.windows().values()) {
        if (window instanceof Window.Open open && Eligibility.mayServe(state.plan(), open, lane)) {
          rivals.addAll(Eligibility.lanes(state.plan(), open));
        }
      }
    }
    return rivals;
  }
}
