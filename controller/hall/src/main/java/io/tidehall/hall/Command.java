package io.tidehall.hall;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a hall. */
public sealed interface Command {
  /** What a clerk does at a window; the asking clerk must be the one who stands there. */
  sealed interface AtWindow extends Command {
    WindowId window();
  }

  /** Lays the hall out anew. */
  record Configure(HallPlan plan) implements Command {}

  /**
   * Lets time pass: the day rolls over, silent ratings lapse, automatic windows call, tidal rules
   * are asked.
   */
  record PassTime() implements Command {}

  /**
   * A citizen takes a ticket.
   *
   * @param printer the device that prints the slip, or null for none
   * @param language BCP 47 tag of the slip's language
   * @param promise the wait that was forecast for it outside the rules, or null
   */
  record IssueTicket(
      LineId line,
      List<String> items,
      @Nullable String greenReason,
      @Nullable String person,
      @Nullable String printer,
      String language,
      @Nullable Promise promise)
      implements Command {
    public IssueTicket {
      items = List.copyOf(items);
    }

    /** A ticket for which nothing was forecast. */
    public IssueTicket(
        LineId line,
        List<String> items,
        @Nullable String greenReason,
        @Nullable String person,
        @Nullable String printer,
        String language) {
      this(line, items, greenReason, person, printer, language, null);
    }
  }

  /** The slip of a live ticket is printed once more, marked 补打. */
  record ReprintSlip(TicketId ticket, String printer, String language) implements Command {}

  /** What an item needs is printed (一次性告知单), without a ticket. */
  record PrintList(String item, String printer, String language) implements Command {}

  /** A manager wants a day's figures on paper. */
  record PrintReport(DayFigures figures, String printer, String language) implements Command {}

  /** A printer prints a page that shows how it prints. */
  record PrintTestPage(String printer, String language) implements Command {}

  /** Somebody at a window needs help at once (紧急呼叫). */
  record RaiseEmergency(WindowId window) implements Command {}

  /** Somebody of another desk comes to help. */
  record AcceptEmergency(String emergency) implements Command {}

  /** The emergency is over, or was none. */
  record ClearEmergency(String emergency, String note) implements Command {}

  /**
   * A manager tells windows something.
   *
   * @param to the windows; empty for all
   */
  record SendMessage(List<WindowId> to, String text) implements Command {
    public SendMessage {
      to = List.copyOf(to);
    }
  }

  /** The clerk of a window has read a message. */
  record ReadMessage(WindowId window, String message) implements AtWindow {}

  /** A printer tells the end of a job. */
  record EndSlip(String job, SlipEnd end, String detail) implements Command {}

  /** A clerk signs in at a window, for herself or standing in for another. */
  record SignIn(WindowId window, ClerkId clerk, @Nullable ClerkId standingInFor)
      implements Command {}

  /** A clerk takes a window over from the one who stands there, whose work she may do (B 代 A). */
  record TakeOver(WindowId window, ClerkId clerk) implements Command {}

  /** The clerk leaves the window. */
  record SignOut(WindowId window) implements AtWindow {}

  /** The next ticket by the routing policy; with nobody waiting, as soon as one comes. */
  record CallNext(WindowId window) implements AtWindow {}

  /** A chosen waiting or missed ticket. */
  record CallTicket(WindowId window, TicketId ticket, String reason) implements AtWindow {}

  /** The called ticket once more. */
  record Recall(WindowId window) implements AtWindow {}

  /** The called visitor is at the window: service begins. */
  record Arrive(WindowId window) implements AtWindow {}

  /**
   * Service ends.
   *
   * @param reason why, where the outcome needs one
   * @param telling what the visitor is told in writing, or null for no notice
   */
  record Finish(WindowId window, Outcome outcome, String reason, @Nullable Telling telling)
      implements AtWindow {
    /** An end without a notice. */
    public Finish(WindowId window, Outcome outcome, String reason) {
      this(window, outcome, reason, null);
    }
  }

  /**
   * What a visitor is told in writing, once and completely.
   *
   * @param items the items it is about; those of the ticket when empty
   * @param list every paper that is missing, or everybody who handles it jointly
   * @param printer the device that prints the copies, or null for none
   */
  record Telling(List<String> items, List<String> list, @Nullable String printer, String language) {
    public Telling {
      items = List.copyOf(items);
      list = List.copyOf(list);
    }
  }

  /** The three copies of a notice of today are printed once more, marked 补打. */
  record ReprintNotice(String notice, String printer, String language) implements Command {}

  /** The called visitor did not come (过号). */
  record MarkNoShow(WindowId window) implements AtWindow {}

  /**
   * The present ticket goes on elsewhere, under the same number.
   *
   * @param at not before this time, with {@link Place#AT_TIME}; null otherwise
   */
  record Transfer(WindowId window, Destination to, Place place, @Nullable Instant at)
      implements AtWindow {
    public Transfer(WindowId window, Destination to, Place place) {
      this(window, to, place, null);
    }
  }

  /**
   * The present visitor has a further item in another line: a ticket of its own when this service
   * has ended.
   *
   * @param place keep the time, front or end
   * @param printer the device that prints its slip, or null for none
   */
  record Split(
      WindowId window,
      LineId line,
      List<String> items,
      Place place,
      @Nullable String printer,
      String language)
      implements AtWindow {
    public Split {
      items = List.copyOf(items);
    }
  }

  /** The further item is not wanted after all. */
  record DropSplit(WindowId window, LineId line) implements AtWindow {}

  /** The present service is interrupted. */
  record Hold(WindowId window, HoldKind kind) implements AtWindow {}

  /** A held service goes on here. */
  record Resume(WindowId window, TicketId ticket) implements AtWindow {}

  /**
   * The window pauses, with a reason and perhaps a planned end. A clerk ends her ticket before she
   * asks; when a manager asks, the pause begins after it.
   */
  record Pause(WindowId window, String reason, @Nullable Instant until) implements AtWindow {}

  /** The pause is over. */
  record EndPause(WindowId window) implements AtWindow {}

  /** A missed ticket comes back into its queue, at the place the hall's rule gives. */
  record Requeue(TicketId ticket) implements Command {}

  /** The holder of a waiting ticket lets some of those behind go first: once a ticket. */
  record DelayTicket(TicketId ticket) implements Command {}

  /** A waiting, missed or held ticket is given up; its holder may give up a waiting one. */
  record VoidTicket(TicketId ticket, String reason) implements Command {}

  /**
   * Another kind or scope for a window, at once.
   *
   * @param fields its home and second fields, or null to keep those it has
   */
  record ChangeWindow(
      WindowId window, WindowKind kind, List<LineId> lines, @Nullable WindowFields fields)
      implements Command {
    public ChangeWindow {
      lines = List.copyOf(lines);
    }

    public ChangeWindow(WindowId window, WindowKind kind, List<LineId> lines) {
      this(window, kind, lines, null);
    }
  }

  /**
   * How a window gets its next ticket: the clerk presses call-next, or it is called by itself
   * (自动叫号).
   *
   * @param autoAfter how long after a ticket the next is called; null for call-next
   */
  record ChangeCalling(WindowId window, @Nullable Duration autoAfter) implements Command {}

  /** Another routing policy, at once. */
  record ChangePolicy(PolicyPlan policy) implements Command {}

  /**
   * Free words are said and shown.
   *
   * @param id of the announcement, unique for ever
   * @param zone where; empty for everywhere
   */
  record Announce(String id, String zone, String text) implements Command {}

  /**
   * A manager changes what is a device of the hall; the rules keep who it was, not the device.
   *
   * @param device its id, or its code when it was refused
   * @param detail in words, such as role and place
   */
  record ChangeDevice(String device, DeviceChange change, String detail) implements Command {}

  /** How fast windows are at their lines, learned from their services outside the core. */
  record LearnSpeeds(List<WindowSpeeds> windows) implements Command {
    public LearnSpeeds {
      windows = List.copyOf(windows);
    }
  }

  /** A window may be staffed from now on: a tidal window opens. */
  record OpenWindow(WindowId window, String reason) implements Command {}

  /** A window closes, after the ticket it has. */
  record CloseWindow(WindowId window, String reason) implements Command {}

  /**
   * The clerk of another window moves here, all of it or nothing; this window opens if it must. Who
   * has a ticket ends it first.
   *
   * @param closes whether the window she leaves goes out of service, as it does when the move here
   *     takes back an earlier one that opened it
   */
  record BorrowClerk(WindowId window, WindowId from, boolean closes, String reason)
      implements Command {}

  /** What was arranged for the time after a clerk's ticket is taken back: she goes on there. */
  record StayAtWindow(WindowId window) implements Command {}

  /** A manager follows a proposal of a tidal rule. */
  record ApproveTide(String proposal) implements Command {}

  /** A manager does not. */
  record RefuseTide(String proposal, String reason) implements Command {}

  /** What a proposal will change, worked out outside the core. */
  record EstimateTide(String proposal, io.tidehall.hall.tide.TideEffect effect)
      implements Command {}

  /** What today is expected to bring, in place of the hall file's mean day. */
  record ForecastDemand(io.tidehall.hall.tide.DemandForecast forecast) implements Command {}

  /** A citizen rates a service. */
  record Rate(ServiceId service, int level, List<String> reasons, String text, Channel channel)
      implements Command {
    public Rate {
      reasons = List.copyOf(reasons);
    }
  }

  /** The pad waited in vain for a rating. */
  record DeclineRating(ServiceId service) implements Command {}

  /**
   * Somebody books, or moves a booking. The same once more changes nothing.
   *
   * @param booking its id
   * @param from when its slot begins, by the hall's clock
   * @param person keyed hash of the person's number
   * @param draw a number drawn at random, from which its code is made
   */
  record Book(
      String booking, LineId line, List<String> items, LocalDateTime from, String person, int draw)
      implements Command {
    public Book {
      items = List.copyOf(items);
    }
  }

  /** All of these bookings, or none. */
  record BookAll(List<Book> bookings) implements Command {
    public BookAll {
      bookings = List.copyOf(bookings);
    }
  }

  record CancelBooking(String booking) implements Command {}

  /**
   * Whoever booked is here.
   *
   * @param booking the id or, on its day, the code of the booking
   * @param printer the device that prints the slip, or null for none
   */
  record CheckIn(
      String booking, @Nullable String printer, String language, @Nullable Promise promise)
      implements Command {}

  /** Where a transferred ticket goes. */
  sealed interface Destination {
    /** To a line. */
    record ToLine(LineId line) implements Destination {}

    /** To one window. */
    record ToWindow(WindowId window) implements Destination {}

    /** To one clerk, wherever she stands. */
    record ToClerk(ClerkId clerk) implements Destination {}
  }

  /** Which place a transferred ticket gets. */
  enum Place {
    /** By its age, as if it had waited there from the start. */
    KEEP_TIME,
    FRONT,
    END,
    /** By its age, but not before a time. */
    AT_TIME
  }

  /** How a print job ended. */
  enum SlipEnd {
    PRINTED,
    FAILED,
    UNKNOWN
  }
}
