package io.tidehall.hall;

import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.routing.Reason;
import io.tidehall.hall.ticket.Booked;
import io.tidehall.hall.ticket.Further;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.AfterTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened. Events are for ever: their names and fields stay, and fields are only added.
 * When it happened and who asked stands in the {@link Entry}.
 */
public sealed interface Event {
  /** The hall was laid out. */
  record HallConfigured(HallPlan plan) implements Event {}

  /** A day of the hall began; what waited from the day before was voided before. */
  record DayBegun(LocalDate day) implements Event {}

  /**
   * A ticket was issued. What the slip says is the promise if it was told, else the outlook.
   *
   * @param ahead the tickets before it that the windows of its line may take
   * @param outlook the rough range; null when nothing could be said
   * @param promise what was forecast, or null; older journals lack it
   * @param booked the booking it comes of, or null; older journals lack it
   */
  record TicketIssued(
      TicketId ticket,
      LineId line,
      List<String> items,
      @Nullable String greenReason,
      @Nullable String person,
      Rank rank,
      int ahead,
      @Nullable Outlook outlook,
      @Nullable Promise promise,
      @Nullable Booked booked)
      implements Event {
    public TicketIssued {
      items = List.copyOf(items);
    }

    /** A walk-in's ticket. */
    public TicketIssued(
        TicketId ticket,
        LineId line,
        List<String> items,
        @Nullable String greenReason,
        @Nullable String person,
        Rank rank,
        int ahead,
        @Nullable Outlook outlook,
        @Nullable Promise promise) {
      this(ticket, line, items, greenReason, person, rank, ahead, outlook, promise, null);
    }

    /** A ticket for which nothing was forecast. */
    public TicketIssued(
        TicketId ticket,
        LineId line,
        List<String> items,
        @Nullable String greenReason,
        @Nullable String person,
        Rank rank,
        int ahead,
        @Nullable Outlook outlook) {
      this(ticket, line, items, greenReason, person, rank, ahead, outlook, null);
    }
  }

  /** A slip is to be printed. */
  record SlipQueued(
      String job, String printer, TicketId ticket, boolean reprint, String language, Instant at)
      implements Event {}

  /** What an item needs is to be printed (一次性告知单); it belongs to no ticket. */
  record ListQueued(String job, String printer, String item, String language, Instant at)
      implements Event {}

  /** A day's figures are to be printed. */
  record ReportQueued(String job, String printer, DayFigures figures, String language, Instant at)
      implements Event {}

  /** A page that shows how a printer prints is to be printed; it belongs to no ticket. */
  record TestPageQueued(String job, String printer, String language, Instant at) implements Event {}

  /** A notice was made out at the end of a service; its copies follow as events of their own. */
  record NoticeIssued(Notice notice) implements Event {}

  /** A copy of a notice is to be printed. */
  record NoticeQueued(
      String job,
      String printer,
      String notice,
      Copy copy,
      boolean reprint,
      String language,
      Instant at)
      implements Event {}

  /** Somebody at a window needs help at once (紧急呼叫). */
  record EmergencyRaised(String emergency, WindowId window, String by) implements Event {}

  /** Somebody of another desk comes to help. */
  record EmergencyAccepted(String emergency, WindowId window, String by) implements Event {}

  record EmergencyCleared(String emergency, WindowId window, String by, String note)
      implements Event {}

  /** A manager told windows something; to all when {@code to} is empty. */
  record MessageSent(String message, String by, List<WindowId> to, String text) implements Event {
    public MessageSent {
      to = List.copyOf(to);
    }
  }

  record MessageRead(String message, WindowId window, ClerkId clerk) implements Event {}

  /** A print job ended. */
  record SlipEnded(String job, Command.SlipEnd end, String detail) implements Event {}

  /**
   * A clerk is at a window.
   *
   * @param expected when somebody whom another sent there should have come; null when she signed in
   *     herself
   */
  record ClerkSignedIn(
      WindowId window, ClerkId clerk, @Nullable ClerkId standingInFor, @Nullable Instant expected)
      implements Event {}

  record ClerkSignedOut(WindowId window, ClerkId clerk) implements Event {}

  /** A free window's clerk asked for the next ticket, and nobody was waiting. */
  record WindowAsked(WindowId window) implements Event {}

  /**
   * A ticket was called, and why this one; {@code ahead} others in its lane were passed over.
   *
   * @param score what the policy compared it by, in minutes
   * @param runnersUp the next best, at most three: the first tickets of other queues
   */
  record TicketCalled(
      TicketId ticket,
      LineId line,
      WindowId window,
      ClerkId clerk,
      Reason reason,
      int ahead,
      double score,
      List<RunnerUp> runnersUp)
      implements Event {
    public TicketCalled {
      // Journals from before there were runners-up lack them.
      runnersUp = runnersUp == null ? List.of() : List.copyOf(runnersUp);
    }
  }

  /**
   * A ticket that could have been called instead.
   *
   * @param ageSeconds its effective age, the head start of its class included
   * @param score what the policy compared it by, in minutes
   */
  record RunnerUp(TicketId ticket, long ageSeconds, double score) {}

  /** It was called again; {@code times} counts all calls of this visit. */
  record TicketRecalled(TicketId ticket, WindowId window, int times) implements Event {}

  /** The visitor came, and service began. */
  record ServiceStarted(
      TicketId ticket, LineId line, WindowId window, ClerkId clerk, ServiceId service)
      implements Event {}

  record ServiceFinished(
      TicketId ticket,
      LineId line,
      WindowId window,
      ClerkId clerk,
      ServiceId service,
      Outcome outcome,
      String reason)
      implements Event {}

  record ServiceHeld(TicketId ticket, WindowId window, ServiceId service, HoldKind kind)
      implements Event {}

  record ServiceResumed(TicketId ticket, WindowId window, ClerkId clerk, ServiceId service)
      implements Event {}

  /** The visitor did not come (过号). */
  record TicketMissed(TicketId ticket, WindowId window, int calls) implements Event {}

  /** A missed ticket waits again, or one whose window closed waits in its line instead. */
  record TicketRequeued(TicketId ticket, Lane lane, Rank rank) implements Event {}

  /**
   * A ticket went on to another lane under the same number.
   *
   * @param notBefore it waits there from this time on; null at once, as in older journals
   */
  record TicketTransferred(
      TicketId ticket,
      WindowId from,
      Lane lane,
      LineId line,
      Rank rank,
      String mode,
      @Nullable Instant notBefore)
      implements Event {
    public TicketTransferred(
        TicketId ticket, WindowId from, Lane lane, LineId line, Rank rank, String mode) {
      this(ticket, from, lane, line, rank, mode, null);
    }
  }

  /** The visitor of a ticket has a further item; it becomes a ticket when this service ends. */
  record ItemSplit(TicketId ticket, WindowId window, Further further) implements Event {}

  /** A further item was given up, by the clerk or because its person holds a ticket there. */
  record SplitDropped(TicketId ticket, LineId line) implements Event {}

  /** A further item has become the ticket issued just before. */
  record SplitIssued(TicketId from, TicketId ticket) implements Event {}

  /**
   * The holder of a waiting ticket stood back.
   *
   * @param places how many who stood behind it now stand before it
   */
  record TicketDelayed(TicketId ticket, Rank rank, int places) implements Event {}

  record TicketVoided(TicketId ticket, String reason) implements Event {}

  record WindowPaused(WindowId window, String reason, @Nullable Instant until) implements Event {}

  record PauseEnded(WindowId window) implements Event {}

  /**
   * What the clerk of a window does once her ticket is gone.
   *
   * @param after null when she goes on there after all
   */
  record AfterTicketArranged(WindowId window, @Nullable AfterTicket after) implements Event {}

  /**
   * @param fields its home and second fields; null when they stay
   * @param scope all lines it may serve from now on, those of its second fields included
   */
  record WindowChanged(
      WindowId window,
      WindowKind kind,
      List<LineId> lines,
      @Nullable WindowFields fields,
      List<LineId> scope)
      implements Event {
    public WindowChanged {
      lines = List.copyOf(lines);
      // Before there were second fields the lines were the scope.
      scope = scope == null ? lines : List.copyOf(scope);
    }
  }

  /** The window calls by itself from now on, so long after a ticket; null: the clerk calls. */
  record CallingChanged(WindowId window, @Nullable Duration autoAfter) implements Event {}

  /** How fast the window is at its lines, as its services have shown; others are usual. */
  record SpeedsLearned(WindowId window, List<LineSpeed> speeds) implements Event {
    public SpeedsLearned {
      speeds = List.copyOf(speeds);
    }
  }

  /** Tickets are routed by this policy from now on. */
  record PolicyChanged(PolicyPlan policy) implements Event {}

  /**
   * A promise of the hall's fairness contract was not kept: told once for a ticket and rule.
   *
   * @param rule {@code longest-wait} or {@code most-overtakes}
   * @param zh why it could not be kept, in Chinese
   * @param en the same in English
   */
  record FairnessBroken(TicketId ticket, LineId line, String rule, String zh, String en)
      implements Event {}

  /** Free words were to be said and shown in a zone; an empty zone is everywhere. */
  record Announced(String id, String zone, String text) implements Event {}

  /** A device was paired, refused, moved or revoked by whoever acted. */
  record DeviceChanged(String device, DeviceChange change, String detail) implements Event {}

  /** The window may be staffed. */
  record WindowOpened(WindowId window, String reason) implements Event {}

  /** The window may no longer be staffed; a ticket it has is still finished. */
  record WindowClosed(WindowId window, String reason) implements Event {}

  /** A finished service may be rated. */
  record RatingInvited(
      ServiceId service,
      WindowId window,
      ClerkId clerk,
      String item,
      Instant silentAt,
      Instant closesAt)
      implements Event {}

  record ServiceRated(
      ServiceId service, int level, List<String> reasons, String text, Channel channel)
      implements Event {
    public ServiceRated {
      reasons = List.copyOf(reasons);
    }
  }

  /** The pad's time passed without a word: 未评价. It may still be rated in other ways. */
  record RatingSilent(ServiceId service) implements Event {}

  /** The time for rating is over. */
  record RatingClosed(ServiceId service) implements Event {}

  /** The rules of the tidal windows were asked at a minute of the day; what has changed in them. */
  record TidesWatched(double minute, List<Noted> noted) implements Event {
    public TidesWatched {
      noted = List.copyOf(noted);
    }

    /** What the rule of a window remembers from now on. */
    public record Noted(WindowId window, TideMemory memory) {}
  }

  /** A rule asks a manager to open or close a tidal window. */
  record TideProposed(WindowId window, TideProposal proposal) implements Event {}

  /** What a proposal will change was worked out anew. */
  record TideEstimated(WindowId window, String proposal, TideEffect effect) implements Event {}

  /** A proposal was refused, withdrawn or not answered in time; {@code by} whom, or empty. */
  record TideProposalEnded(
      WindowId window, String proposal, TideProposal.End end, String by, String reason)
      implements Event {}

  /**
   * A tidal window was asked to open or close; what that does to it follows as an event of its own.
   *
   * @param by who approved or asked; empty when the hall did so by itself
   * @param proposal the proposal that was approved, or empty
   */
  record TideTurned(
      WindowId window, TideWish.Act act, TideReason reason, String by, String proposal)
      implements Event {}

  /**
   * Somebody has booked, or a booking was moved: the newest of an id holds.
   *
   * @param person keyed hash of the person's number
   * @param code four digits, given to no other booking of that day
   */
  record BookingMade(
      String booking,
      LineId line,
      List<String> items,
      LocalDateTime from,
      LocalDateTime to,
      String person,
      String code)
      implements Event {
    public BookingMade {
      items = List.copyOf(items);
    }
  }

  record BookingCancelled(String booking) implements Event {}

  /**
   * Whoever booked has come; the ticket was issued by an event before.
   *
   * @param late whether it was too late for the slot
   */
  record BookingCheckedIn(String booking, TicketId ticket, boolean late) implements Event {}

  /**
   * The day of a booking ended and nobody came.
   *
   * @param counts whether the person is held to it; not when the hall itself was not there that day
   */
  record BookingMissed(String booking, boolean counts) implements Event {}

  /** What today is expected to bring, until the day ends. */
  record DemandForecast(io.tidehall.hall.tide.DemandForecast forecast) implements Event {}
}
