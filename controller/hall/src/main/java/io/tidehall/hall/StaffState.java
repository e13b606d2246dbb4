package io.tidehall.hall;

import io.tidehall.hall.staff.Emergency;
import io.tidehall.hall.staff.StaffMessage;
import java.util.Map;
import java.util.Objects;
import org.pcollections.TreePMap;

/**
 * What the staff have among themselves beside tickets.
 *
 * @param notices the notices of today by number
 * @param emergencies the emergency calls that have not been cleared, by id
 * @param messages the messages of today, by id
 */
public record StaffState(
    TreePMap<String, IssuedNotice> notices,
    TreePMap<String, Emergency> emergencies,
    TreePMap<String, StaffMessage> messages) {
  static final StaffState EMPTY =
      new StaffState(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

  StaffState with(IssuedNotice notice) {
    return new StaffState(notices.plus(notice.notice().number(), notice), emergencies, messages);
  }

  StaffState with(Emergency emergency) {
    return new StaffState(notices, emergencies.plus(emergency.id(), emergency), messages);
  }

  StaffState with(StaffMessage message) {
    return new StaffState(notices, emergencies, messages.plus(message.id(), message));
  }

  StaffState cleared(String emergency) {
    return new StaffState(notices, emergencies.minus(emergency), messages);
  }

  /** An emergency call that must be there: a bug if it is not. */
  Emergency emergency(String id) {
    return Objects.requireNonNull(emergencies.get(id), () -> "no emergency " + id);
  }

  /** A message that must be there: a bug if it is not. */
  StaffMessage message(String id) {
    return Objects.requireNonNull(messages.get(id), () -> "no message " + id);
  }

  /** What outlives a day: an emergency does, until somebody clears it. */
  StaffState nextDay() {
    return new StaffState(TreePMap.empty(), emergencies, TreePMap.empty());
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
