package io.tidehall.hall;

import java.util.Map;
import org.pcollections.TreePMap;

/**
 * What the staff have among themselves beside tickets.
 *
 * @param notices the notices of today by number
 */
public record StaffState(TreePMap<String, IssuedNotice> notices) {
  static final StaffState EMPTY = new StaffState(TreePMap.empty());

  StaffState with(IssuedNotice notice) {
    return new StaffState(notices.plus(notice.notice().number(), notice));
  }

  /** What outlives a day. */
  StaffState nextDay() {
    return new StaffState(TreePMap.empty());
  }

  StaffState slipQueued(Event.NoticeQueued e) {
    IssuedNotice issued = ((Map<String, IssuedNotice>) notices).get(e.notice());
    return issued == null ? this : with(issued.with(e.copy(), e.job()));
  }

  StaffState slipEnded(PendingSlip slip, Command.SlipEnd end) {
    String number = slip.notice();
    IssuedNotice issued = number == null ? null : ((Map<String, IssuedNotice>) notices).get(number);
    return issued == null ? this : with(issued.ended(slip.job(), end));
  }
}
