package io.tidehall.server.view;

import io.tidehall.hall.Command.SlipEnd;
import io.tidehall.hall.HallState;
import io.tidehall.hall.IssuedNotice;
import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
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
            .toList());
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
