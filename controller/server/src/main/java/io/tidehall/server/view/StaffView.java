package io.tidehall.server.view;

import io.tidehall.hall.Command.SlipEnd;
import io.tidehall.hall.HallState;
import io.tidehall.hall.IssuedNotice;
import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.staff.Emergency;
import io.tidehall.hall.staff.StaffMessage;
import java.util.Comparator;
import java.util.List;

/** What the staff have among themselves, as pages show it. */
final class StaffView {
  private StaffView() {}

  static Console.Staff staff(HallState state) {
    return new Console.Staff(
        state.staff().notices().values().stream()
            .map(StaffView::notice)
            .sorted(Comparator.comparing(Console.NoticeRow::at).reversed())
            .toList(),
        state.staff().emergencies().values().stream()
            .map(it -> emergency(state, it))
            .sorted(Comparator.comparing(Console.EmergencyRow::at))
            .toList(),
        state.staff().messages().values().stream()
            .map(it -> message(state, it))
            .sorted(Comparator.comparing(Console.MessageRow::at).reversed())
            .toList());
  }

  private static Console.EmergencyRow emergency(HallState state, Emergency it) {
    String accepted = it.acceptedBy();
    return new Console.EmergencyRow(
        it.id(),
        it.window().value(),
        name(state, it.raisedBy()),
        it.raisedAt(),
        accepted == null ? "" : name(state, accepted),
        accepted == null ? "" : accepted);
  }

  private static Console.MessageRow message(HallState state, StaffMessage it) {
    return new Console.MessageRow(
        it.id(),
        name(state, it.from()),
        it.at(),
        it.to().stream().map(WindowId::value).toList(),
        it.text(),
        it.readBy().stream().map(ClerkId::value).toList());
  }

  /** The name of a clerk, or what else acts under an id. */
  private static String name(HallState state, String id) {
    return state.plan().findClerk(new ClerkId(id)).map(Clerk::name).orElse(id);
  }

  private static Console.NoticeRow notice(IssuedNotice issued) {
    Notice notice = issued.notice();
    return new Console.NoticeRow(
        notice.number(),
        notice.outcome().name(),
        notice.ticket().number(),
        notice.window().value(),
        notice.at(),
        notice.list(),
        notice.due(),
        print(issued.copies()));
  }

  /** How the copies stand together: the worst of them counts. */
  private static String print(List<IssuedNotice.Print> copies) {
    if (copies.size() < Copy.values().length) {
      return "none";
    }
    if (copies.stream().anyMatch(it -> it.end() == SlipEnd.FAILED || it.end() == SlipEnd.UNKNOWN)) {
      return "doubtful";
    }
    return copies.stream().allMatch(it -> it.end() == SlipEnd.PRINTED) ? "printed" : "printing";
  }
}
