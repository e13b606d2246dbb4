package io.tidehall.server.readmodel;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.PriorityClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of the hall that is over, as its journal has it: who came, who was called when and how long
 * that took, and which windows were manned.
 *
 * @param policy by which most were called
 * @param policies how many policies called that day
 * @param visits waits that ended in a call, in the order of coming
 * @param manned windows with a clerk and without a pause, by window and time
 */
public record RecordedDay(
    LocalDate day,
    PolicyPlan policy,
    int policies,
    List<Visit> visits,
    List<Manned> manned,
    Left left) {
  public RecordedDay {
    visits = List.copyOf(visits);
    manned = List.copyOf(manned);
  }

  /** Why a ticket waited. */
  public enum Cause {
    ISSUED,
    TRANSFERRED,
    REQUEUED,
    /** Its holder let others go first while it waited. */
    DELAYED
  }

  /**
   * A wait that ended in a call.
   *
   * @param priority its class: booked only who was checked in in time
   * @param came when it was there to be called: before {@code since}, who came early for a booking
   * @param since from when its wait counts
   * @param countsFrom the moment its age counts from: its slot's begin, or {@code since}
   * @param toOneWindow whether it stood before one window or clerk rather than in its line
   * @param noShow whether nobody came
   * @param handled how long the call kept the window, from the call until it was free again; null
   *     when the day ended first
   * @param stoodBack when its holder let others go first; null when never
   */
  public record Visit(
      LineId line,
      PriorityClass priority,
      Cause cause,
      boolean toOneWindow,
      Instant came,
      Instant since,
      Instant countsFrom,
      Instant called,
      WindowId window,
      boolean noShow,
      @Nullable Duration handled,
      @Nullable StoodBack stoodBack) {
    /**
     * Whether its wait counts in a report; the wait after a no-show or after standing back is the
     * visitor's own.
     */
    public boolean counts() {
      return cause == Cause.ISSUED || cause == Cause.TRANSFERRED;
    }
  }

  /** The holder of a ticket let so many go first. */
  public record StoodBack(Instant at, int places) {}

  /**
   * A window that could take tickets for a while.
   *
   * @param lines its scope then
   * @param free when it had no ticket in that time
   */
  public record Manned(
      WindowId window,
      WindowKind kind,
      List<LineId> lines,
      Instant from,
      Instant to,
      List<Idle> free) {
    public Manned {
      lines = List.copyOf(lines);
      free = List.copyOf(free);
    }
  }

  /** A stretch without a ticket. */
  public record Idle(Instant from, Instant to) {}

  /**
   * What did not become a visit.
   *
   * @param voided tickets given up while they waited
   * @param atEnd tickets that still waited when the day ended
   */
  public record Left(int voided, int atEnd) {}

  /** A past day that could be replayed. */
  public record Past(LocalDate day, int tickets) {}
}
