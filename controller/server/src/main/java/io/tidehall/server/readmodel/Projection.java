package io.tidehall.server.readmodel;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What each event does to the tables. */
final class Projection {
  private Projection() {}

  /** Writes entries and the number of the last, all in the handle's transaction. */
  static void write(Handle handle, List<Entry> entries) {
    LocalDate day =
        handle.createQuery("SELECT hall_day FROM progress").mapTo(LocalDate.class).one();
    for (Entry entry : entries) {
      int nth = 0;
      for (Event event : entry.events()) {
        if (event instanceof Event.DayBegun begun) {
          day = begun.day();
        }
        var writing = new Writing(handle, entry.at(), day);
        write(writing, event);
        Audit.write(writing, entry, ++nth, event);
      }
    }
    Entry last = entries.getLast();
    new Writing(handle, last.at(), day)
        .run("UPDATE progress SET seq = ?, at = ?, hall_day = ?", last.seq(), last.at(), day);
  }

  private static void write(Writing to, Event event) {
    switch (event) {
      case Event.HallConfigured e -> WindowRows.configured(to, e.plan());
      case Event.DayBegun e -> WindowRows.dayBegun(to, e);
      case Event.ClerkSignedIn e -> WindowRows.signedIn(to, e);
      case Event.ClerkSignedOut e -> WindowRows.signedOut(to, e.window());
      case Event.WindowAsked e -> WindowRows.now(to, e.window(), "ASKED", null, null);
      case Event.WindowPaused e -> WindowRows.now(to, e.window(), "PAUSED", null, e.reason());
      case Event.PauseEnded e -> WindowRows.free(to, e.window());
      case Event.WindowChanged e -> WindowRows.changed(to, e);
      case Event.WindowOpened _, Event.WindowClosed _ -> {}
      case Event.AfterTicketArranged _,
          Event.CallingChanged _,
          Event.SpeedsLearned _,
          Event.PolicyChanged _,
          Event.Announced _,
          Event.DeviceChanged _,
          Event.FairnessBroken _ -> {}
      case Event.TicketIssued e -> TicketRows.issued(to, e);
      case Event.TicketCalled e -> {
        TicketRows.called(to, e);
        WindowRows.now(to, e.window(), "CALLED", e.ticket(), null);
      }
      case Event.TicketRecalled e -> TicketRows.recalled(to, e);
      case Event.ServiceStarted e -> {
        TicketRows.started(to, e);
        WindowRows.now(to, e.window(), "SERVING", e.ticket(), null);
      }
      case Event.ServiceFinished e -> {
        TicketRows.finished(to, e);
        WindowRows.free(to, e.window());
      }
      case Event.ServiceHeld e -> {
        TicketRows.held(to, e);
        WindowRows.free(to, e.window());
      }
      case Event.ServiceResumed e -> {
        TicketRows.resumed(to, e);
        WindowRows.now(to, e.window(), "SERVING", e.ticket(), null);
      }
      case Event.TicketMissed e -> {
        TicketRows.missed(to, e);
        WindowRows.free(to, e.window());
      }
      case Event.TicketRequeued e -> TicketRows.requeued(to, e);
      case Event.TicketTransferred e -> {
        TicketRows.transferred(to, e);
        WindowRows.free(to, e.from());
      }
      case Event.TicketDelayed e -> TicketRows.delayed(to, e);
      case Event.TicketVoided e -> TicketRows.voided(to, e);
      case Event.SlipQueued e -> SlipRows.queued(to, e);
      case Event.NoticeIssued e -> NoticeRows.issued(to, e);
      case Event.NoticeQueued e -> NoticeRows.queued(to, e);
      case Event.SlipEnded e -> {
        SlipRows.ended(to, e);
        NoticeRows.ended(to, e);
      }
      case Event.RatingInvited e -> RatingRows.invited(to, e);
      case Event.ServiceRated e -> RatingRows.rated(to, e);
      case Event.RatingSilent e -> RatingRows.silent(to, e);
      case Event.RatingClosed e -> RatingRows.closed(to, e);
      case Event.TideProposed e -> TideRows.proposed(to, e);
      case Event.TideProposalEnded e -> TideRows.ended(to, e);
      case Event.TideTurned e -> TideRows.turned(to, e);
      case Event.BookingMade e -> BookingRows.made(to, e);
      case Event.BookingCancelled e -> BookingRows.cancelled(to, e);
      case Event.BookingCheckedIn e -> BookingRows.checkedIn(to, e);
      case Event.BookingMissed e -> BookingRows.missed(to, e);
      // A list belongs to no ticket, and the table of slips is one of tickets: the audit tells it.
      case Event.ListQueued _, Event.TestPageQueued _, Event.ReportQueued _ -> {}
      case Event.EmergencyRaised _, Event.EmergencyAccepted _, Event.EmergencyCleared _ -> {}
      case Event.ItemSplit _, Event.SplitDropped _, Event.SplitIssued _ -> {}
      case Event.MessageSent _, Event.MessageRead _ -> {}
      case Event.TidesWatched _, Event.TideEstimated _, Event.DemandForecast _ -> {}
    }
  }
}
