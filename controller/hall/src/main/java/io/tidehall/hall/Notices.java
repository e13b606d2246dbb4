package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notices: what they must say, their numbers, and their three copies. */
final class Notices {
  private Notices() {}

  /** Why a notice cannot be made out as asked; empty when it can. */
  static Optional<Decision> missing(Draft draft, Ticket ticket, Command.Finish finish) {
    Command.Telling telling = finish.telling();
    if (telling == null) {
      return Optional.empty();
    }
    if (!finish.outcome().notified()) {
      return Optional.of(
          refused(
              Refusal.NO_NOTICE,
              ticket.id(),
              "Expected an outcome with a notice, but %s has none",
              finish.outcome()));
    }
    Set<String> known = itemsOf(draft.state().plan(), ticket);
    for (String item : telling.items()) {
      if (!known.contains(item)) {
        return Optional.of(
            refused(
                Refusal.UNKNOWN_ITEM,
                "Expected items of line %s or of ticket %s, but neither has item %s",
                ticket.line(),
                ticket.number(),
                item));
      }
    }
    boolean empty = telling.list().stream().allMatch(String::isBlank);
    return finish.outcome() == Outcome.SUPPLEMENT && empty
        ? Optional.of(
            refused(
                Refusal.LIST_MISSING,
                ticket.id(),
                "Expected all that %s still has to bring, but the list is empty",
                ticket.number()))
        : Optional.empty();
  }

  /** What a ticket may be about: the items of its line, and those it was taken for elsewhere. */
  private static Set<String> itemsOf(HallPlan plan, Ticket ticket) {
    var items = new TreeSet<>(ticket.items());
    plan.findLine(ticket.line()).map(Line::items).ifPresent(items::addAll);
    return items;
  }

  /** Makes the notice of a service out, and has its copies printed where there is a printer. */
  static void issue(
      Draft draft, Window.Busy window, Ticket ticket, ServiceId service, Command.Finish finish) {
    Command.Telling telling = finish.telling();
    if (telling == null) {
      return;
    }
    HallPlan plan = draft.state().plan();
    var today = plan.local(draft.now()).toLocalDate();
    var notice =
        new Notice(
            nextNumber(draft.state()),
            finish.outcome(),
            ticket.id(),
            ticket.line(),
            service,
            window.id(),
            window.post().clerk(),
            telling.items().isEmpty() ? ticket.items() : telling.items(),
            telling.list().stream().filter(it -> !it.isBlank()).distinct().toList(),
            finish.reason(),
            plan.workingDays().plus(today, Notice.WORKING_DAYS),
            draft.now());
    draft.emit(new Event.NoticeIssued(notice));
    print(draft, notice.number(), telling.printer(), false, telling.language());
  }

  static Decision reprint(Draft draft, Command.ReprintNotice command) {
    Map<String, IssuedNotice> today = draft.state().staff().notices();
    if (!today.containsKey(command.notice())) {
      return refused(
          Refusal.UNKNOWN_NOTICE,
          "Expected a notice of today, but there is no %s",
          command.notice());
    }
    print(draft, command.notice(), command.printer(), true, command.language());
    return draft.accepted();
  }

  /** A number is never given twice: notices of a day stay until the day ends. */
  private static String nextNumber(HallState state) {
    return String.format(
        Locale.ROOT,
        "%s-%03d",
        state.day().toString().replace("-", ""),
        state.staff().notices().size() + 1);
  }

  private static void print(
      Draft draft, String notice, @Nullable String printer, boolean reprint, String language) {
    if (printer == null) {
      return;
    }
    for (Copy copy : List.of(Copy.values())) {
      String job =
          String.format(
              Locale.ROOT,
              "notice-%s-%s-%d",
              notice,
              copy.name().toLowerCase(Locale.ROOT),
              draft.state().seq() + 1);
      draft.emit(
          new Event.NoticeQueued(job, printer, notice, copy, reprint, language, draft.now()));
    }
  }
}
