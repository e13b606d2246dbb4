package io.tidehall.server.readmodel;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.AfterTicket;
import io.tidehall.server.journal.EventCodec;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who did what and when: one row an event, with nothing in it about the visitor. */
final class Audit {
  private Audit() {}

  /** What an event was about. */
  private record About(
      @Nullable WindowId window, @Nullable TicketId ticket, @Nullable Object detail) {}

  static void write(Writing to, Entry entry, int nth, Event event) {
    About about = about(event);
    to.run(
        """
        INSERT INTO audit (seq, nth, hall_day, at, actor_kind, actor, standing_in_for, what,
            window_id, ticket, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry.seq(),
        nth,
        to.day(),
        to.at(),
        entry.actor().kind(),
        entry.actor().id(),
        entry.actor().standingInFor(),
        EventCodec.name(event),
        about.window(),
        about.ticket(),
        about.detail() == null ? null : about.detail().toString());
  }

  private static String arranged(@Nullable AfterTicket after) {
    return after == null
        ? "STAY"
        : (after.window() == null ? "PAUSE" : after.window()) + ": " + after.reason();
  }

  private static About about(Event event) {
    return switch (event) {
      case Event.HallConfigured e -> new About(null, null, e.plan().id());
      case Event.DayBegun e -> new About(null, null, e.day());
      case Event.TicketIssued e -> new About(null, e.ticket(), e.line());
      case Event.SlipQueued e -> new About(null, e.ticket(), e.job());
      case Event.ReportQueued e -> new About(null, null, e.figures().day() + " " + e.job());
      case Event.ListQueued e -> new About(null, null, e.item() + " " + e.job());
      case Event.TestPageQueued e -> new About(null, null, e.printer() + " " + e.job());
      case Event.NoticeIssued e ->
          new About(
              e.notice().window(),
              e.notice().ticket(),
              "%s %s: %s"
                  .formatted(
                      e.notice().number(),
                      e.notice().outcome(),
                      String.join("；", e.notice().list())));
      case Event.NoticeQueued e ->
          new About(null, null, e.notice() + " " + e.copy() + " " + e.job());
      case Event.EmergencyRaised e -> new About(e.window(), null, e.emergency() + " " + e.by());
      case Event.EmergencyAccepted e -> new About(e.window(), null, e.emergency() + " " + e.by());
      case Event.EmergencyCleared e ->
          new About(e.window(), null, e.emergency() + " " + e.by() + " " + e.note());
      case Event.MessageSent e ->
          new About(null, null, e.message() + " " + e.to() + ": " + e.text());
      case Event.MessageRead e -> new About(e.window(), null, e.message() + " " + e.clerk());
      case Event.SlipEnded e -> new About(null, null, e.job() + " " + e.end());
      case Event.ClerkSignedIn e -> new About(e.window(), null, e.clerk());
      case Event.ClerkSignedOut e -> new About(e.window(), null, e.clerk());
      case Event.WindowAsked e -> new About(e.window(), null, null);
      case Event.TicketCalled e -> new About(e.window(), e.ticket(), e.reason().rule());
      case Event.TicketRecalled e -> new About(e.window(), e.ticket(), e.times());
      case Event.ServiceStarted e -> new About(e.window(), e.ticket(), e.service());
      case Event.ServiceFinished e -> new About(e.window(), e.ticket(), e.outcome());
      case Event.ServiceHeld e -> new About(e.window(), e.ticket(), e.kind());
      case Event.ServiceResumed e -> new About(e.window(), e.ticket(), e.service());
      case Event.TicketMissed e -> new About(e.window(), e.ticket(), e.calls());
      case Event.TicketRequeued e -> new About(null, e.ticket(), e.lane().id());
      case Event.TicketTransferred e ->
          new About(
              e.from(),
              e.ticket(),
              e.lane().kind()
                  + " "
                  + e.lane().id()
                  + (e.notBefore() == null ? "" : " not before " + e.notBefore()));
      case Event.ItemSplit e ->
          new About(e.window(), e.ticket(), e.further().line() + " " + e.further().place());
      case Event.SplitDropped e -> new About(null, e.ticket(), e.line());
      case Event.SplitIssued e -> new About(null, e.from(), e.ticket());
      case Event.TicketDelayed e -> new About(null, e.ticket(), e.places());
      case Event.TicketVoided e -> new About(null, e.ticket(), e.reason());
      case Event.WindowPaused e -> new About(e.window(), null, e.reason());
      case Event.PauseEnded e -> new About(e.window(), null, null);
      case Event.AfterTicketArranged e -> new About(e.window(), null, arranged(e.after()));
      case Event.WindowChanged e -> new About(e.window(), null, e.kind() + " " + e.lines());
      case Event.WindowOpened e -> new About(e.window(), null, e.reason());
      case Event.WindowClosed e -> new About(e.window(), null, e.reason());
      case Event.CallingChanged e ->
          new About(e.window(), null, e.autoAfter() == null ? "CALL_NEXT" : e.autoAfter());
      case Event.SpeedsLearned e ->
          new About(
              e.window(),
              null,
              e.speeds().stream()
                  .map(it -> it.line() + "=" + it.factor())
                  .collect(Collectors.joining(" ")));
      case Event.PolicyChanged e -> new About(null, null, e.policy());
      case Event.Announced e -> new About(null, null, (e.zone() + " " + e.text()).strip());
      case Event.DeviceChanged e ->
          new About(null, null, (e.device() + " " + e.change() + " " + e.detail()).strip());
      case Event.FairnessBroken e -> new About(null, e.ticket(), e.rule());
      case Event.RatingInvited e -> new About(e.window(), null, e.service());
      case Event.ServiceRated e -> new About(null, null, e.service() + " " + e.level());
      case Event.RatingSilent e -> new About(null, null, e.service());
      case Event.RatingClosed e -> new About(null, null, e.service());
      case Event.TidesWatched e -> new About(null, null, e.minute());
      case Event.TideProposed e ->
          new About(
              e.window(),
              null,
              e.proposal().id() + " " + e.proposal().act() + " " + e.proposal().reason().en());
      case Event.TideEstimated e -> new About(e.window(), null, e.proposal());
      case Event.TideProposalEnded e ->
          new About(e.window(), null, e.proposal() + " " + e.end() + " " + e.reason());
      case Event.TideTurned e ->
          new About(e.window(), null, e.act() + " by " + by(e.by()) + ": " + e.reason().en());
      case Event.BookingMade e ->
          new About(null, null, e.booking() + " " + e.line() + " " + e.from());
      case Event.BookingCancelled e -> new About(null, null, e.booking());
      case Event.BookingCheckedIn e ->
          new About(null, e.ticket(), e.booking() + (e.late() ? " late" : ""));
      case Event.BookingMissed e ->
          new About(null, null, e.booking() + (e.counts() ? "" : " not counted"));
      case Event.DemandForecast e -> new About(null, null, e.forecast().lines().size());
    };
  }

  private static String by(String account) {
    return account.isEmpty() ? "rule" : account;
  }
}
