package io.tidehall.hall.ticket;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live ticket.
 *
 * @param greenReason the green channel's reason, or null
 * @param person keyed hash of the person, or null
 * @param lane where it waits or was last called from; kept so that it can go back to it
 * @param rank its place by age; kept while it is called, so that it can go back to it
 * @param services how many services it has had
 * @param misses how often it was called in vain
 * @param patience how it has been kept waiting
 * @param told the range of the wait its holder was told; null when nothing could be said, or once
 *     it has gone on elsewhere
 * @param delayed whether its holder has stood back, which one may do once
 * @param sender the window that passed it on last, or null
 * @param further what becomes tickets of the same visitor when this one's service ends
 * @param also the further lines that its items are of, where it waits in one for all of them
 * @param booked the booking it came of, or null
 */
public record Ticket(
    TicketId id,
    LineId line,
    List<String> items,
    @Nullable String greenReason,
    @Nullable String person,
    Instant issuedAt,
    Lane lane,
    Rank rank,
    int services,
    int misses,
    TicketState state,
    Patience patience,
    @Nullable Told told,
    boolean delayed,
    @Nullable WindowId sender,
    List<Further> further,
    List<LineId> also,
    @Nullable Booked booked) {
  public Ticket {
    items = List.copyOf(items);
    further = List.copyOf(further);
    also = List.copyOf(also);
  }

  public String number() {
    return id.number();
  }

  public boolean green() {
    return greenReason != null;
  }

  public PriorityClass priority() {
    return PriorityClass.of(greenReason, booked);
  }

  /** The lines it is for: the one it waits in, and those of its other items. */
  public List<LineId> lines() {
    if (also.isEmpty()) {
      return List.of(line);
    }
    var lines = new ArrayList<LineId>();
    lines.add(line);
    lines.addAll(also);
    return lines;
  }

  public Ticket with(TicketState next) {
    return changed(line, lane, rank, services, misses, next, patience, told, delayed);
  }

  public Ticket withService() {
    return changed(line, lane, rank, services + 1, misses, state, patience, told, delayed);
  }

  public Ticket withMiss() {
    return changed(line, lane, rank, services, misses + 1, state, patience, told, delayed);
  }

  public Ticket withPlace(LineId newLine, Lane newLane, Rank newRank) {
    return changed(newLine, newLane, newRank, services, misses, state, patience, null, delayed);
  }

  public Ticket with(Patience next) {
    return changed(line, lane, rank, services, misses, state, next, told, delayed);
  }

  /** Stood back to another place in the same lane. */
  public Ticket delayedTo(Rank newRank) {
    var waiting = new TicketState.Waiting(lane, newRank);
    return changed(line, lane, newRank, services, misses, waiting, patience, null, true);
  }

  /** What was asked for when it was issued stays; everything else may change. */
  private Ticket changed(
      LineId newLine,
      Lane newLane,
      Rank newRank,
      int newServices,
      int newMisses,
      TicketState newState,
      Patience newPatience,
      @Nullable Told newTold,
      boolean nowDelayed) {
    return new Ticket(
        id,
        newLine,
        items,
        greenReason,
        person,
        issuedAt,
        newLane,
        newRank,
        newServices,
        newMisses,
        newState,
        newPatience,
        newTold,
        nowDelayed,
        sender,
        further,
        // Who was sent to another line is for that line alone.
        newLine.equals(line) ? also : List.of(),
        booked);
  }

  /** Passed on by a window. */
  public Ticket sentBy(WindowId window) {
    return with(window, further);
  }

  public Ticket with(List<Further> next) {
    return with(sender, next);
  }

  private Ticket with(@Nullable WindowId newSender, List<Further> newFurther) {
    return new Ticket(
        id,
        line,
        items,
        greenReason,
        person,
        issuedAt,
        lane,
        rank,
        services,
        misses,
        state,
        patience,
        told,
        delayed,
        newSender,
        newFurther,
        also,
        booked);
  }
}
