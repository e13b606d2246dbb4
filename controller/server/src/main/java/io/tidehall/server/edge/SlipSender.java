package io.tidehall.server.edge;

import io.tidehall.hall.DayFigures;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.hall.IssuedNotice;
import io.tidehall.hall.PendingSlip;
import io.tidehall.hall.notice.Notice;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.link.Link;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.Topics;
import io.tidehall.server.view.Printable;
import io.tidehall.server.view.Views;
import io.tidehall.server.view.Words;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends slips to their printers: once when queued, and again whenever printer or broker come back,
 * until the printer tells the job's end. The printer knows a job by its id and prints it once. A
 * slip that cannot be made is logged and holds up no other.
 */
public final class SlipSender {
  private static final Logger LOG = LoggerFactory.getLogger(SlipSender.class);

  private final Link link;
  private final Views views;
  private final TicketLinks links;
  private final Supplier<Catalogue> catalogue;

  public SlipSender(Link link, Views views, TicketLinks links, Supplier<Catalogue> catalogue) {
    this.link = link;
    this.views = views;
    this.links = links;
    this.catalogue = catalogue;
  }

  /** Sends the jobs that an entry has queued; a new ticket's slip says what the ticket was told. */
  void send(HallState state, Entry entry) {
    Event.TicketIssued issued = null;
    for (Event event : entry.events()) {
      if (event instanceof Event.TicketIssued it) {
        issued = it;
      } else if (event instanceof Event.ListQueued queued) {
        sendPending(state, queued.printer(), queued.job());
      } else if (event instanceof Event.TestPageQueued queued) {
        sendPending(state, queued.printer(), queued.job());
      } else if (event instanceof Event.ReportQueued queued) {
        sendPending(state, queued.printer(), queued.job());
      } else if (event instanceof Event.NoticeQueued queued) {
        sendPending(state, queued.printer(), queued.job());
      } else if (event instanceof Event.SlipQueued queued
          && state.slips().containsKey(queued.job())) {
        var slip =
            new PendingSlip(
                queued.job(),
                queued.printer(),
                queued.ticket(),
                queued.reprint(),
                queued.language(),
                queued.at());
        if (issued != null && issued.ticket().equals(queued.ticket())) {
          Event.TicketIssued told = issued;
          alone(slip, () -> send(state, slip, views.issued(state, told, entry.at())));
        } else {
          alone(slip, () -> send(state, slip));
        }
      }
    }
  }

  /** Sends a printer's jobs that have not ended. */
  void sendPending(HallState state, String printer) {
    for (PendingSlip slip : state.slips().values()) {
      if (slip.printer().equals(printer)) {
        alone(slip, () -> send(state, slip));
      }
    }
  }

  private void sendPending(HallState state, String printer, String job) {
    PendingSlip slip = state.slips().get(job);
    if (slip != null && slip.printer().equals(printer)) {
      alone(slip, () -> send(state, slip));
    }
  }

  /** Words in an old journal may be none that a slip takes: the others are still printed. */
  private static void alone(PendingSlip slip, Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException e) {
      LOG.error("job {} could not be sent to {}", slip.job(), slip.printer(), e);
    }
  }

  private void send(HallState state, PendingSlip slip) {
    TicketId of = slip.ticket();
    String notice = slip.notice();
    DayFigures figures = slip.figures();
    if (figures != null) {
      publish(slip, report(state, slip, figures));
    } else if (notice != null) {
      IssuedNotice issued = state.staff().notices().get(notice);
      if (issued != null) {
        publish(slip, notice(state, slip, issued.notice()));
      }
    } else if (of == null && slip.item() == null) {
      publish(slip, testPage(state, slip));
    } else if (of == null) {
      catalogue.get().items().stream()
          .filter(item -> item.id().equals(slip.item()))
          .findFirst()
          .ifPresent(item -> publish(slip, list(state, slip, item)));
    } else {
      state.findTicket(of).ifPresent(ticket -> send(state, slip, views.live(state, ticket)));
    }
  }

  private static Slip testPage(HallState state, PendingSlip slip) {
    return new Slip(
        Slip.Purpose.TEST_PAGE,
        language(slip),
        Views.name(state.plan()),
        null,
        state.plan().local(slip.at()),
        null,
        List.of());
  }

  private static Slip list(HallState state, PendingSlip slip, Catalogue.Item item) {
    return new Slip(
        Slip.Purpose.LIST,
        language(slip),
        Views.name(state.plan()),
        null,
        state.plan().local(slip.at()),
        null,
        List.of(Words.text("slip.list")),
        item,
        null);
  }

  private static Slip report(HallState state, PendingSlip slip, DayFigures it) {
    return new Slip(
        Slip.Purpose.DAY_REPORT,
        language(slip),
        Views.name(state.plan()),
        null,
        state.plan().local(slip.at()),
        null,
        List.of(),
        null,
        null,
        new Slip.Report(
            it.day(),
            state.plan().local(it.asOf()),
            it.issued(),
            it.green(),
            it.finished(),
            it.noShows(),
            it.voids(),
            it.waits(),
            it.meanSeconds(),
            it.medianSeconds(),
            it.p90Seconds(),
            it.targetMinutes(),
            it.aboveTarget(),
            it.invited(),
            it.rated(),
            it.levels(),
            it.satisfiedPermille(),
            it.idlePermille()));
  }

  private Slip notice(HallState state, PendingSlip slip, Notice notice) {
    return new Slip(
        Slip.Purpose.NOTICE,
        language(slip),
        Views.name(state.plan()),
        null,
        state.plan().local(notice.at()),
        null,
        List.of(),
        null,
        new Slip.Notice(
            notice.number(),
            Slip.Notice.Kind.valueOf(notice.outcome().name()),
            Slip.Notice.Copy.valueOf(String.valueOf(slip.copy())),
            slip.reprint(),
            notice.ticket().number(),
            Views.lineName(state.plan(), notice.line()),
            notice.items().stream().map(item -> views.itemName(state.plan(), item)).toList(),
            notice.list().stream().map(Printable::of).toList(),
            Printable.of(notice.reason()),
            notice.window().value(),
            notice.clerk().value(),
            notice.due(),
            Notice.WORKING_DAYS));
  }

  private void send(HallState state, PendingSlip slip, TicketView ticket) {
    publish(
        slip,
        new Slip(
            slip.reprint() ? Slip.Purpose.REPRINT : Slip.Purpose.TICKET,
            language(slip),
            Views.name(state.plan()),
            ticket,
            state.plan().local(ticket.issuedAt()),
            links.link(new TicketId(ticket.id())),
            List.of(Words.text("slip.keep"))));
  }

  private static Language language(PendingSlip slip) {
    return slip.language().equals(Language.EN.tag()) ? Language.EN : Language.ZH;
  }

  private void publish(PendingSlip slip, Slip content) {
    link.publish(
        Topics.job(slip.printer()), Codec.encode(new PrintJob(slip.job(), slip.at(), content)));
  }
}
