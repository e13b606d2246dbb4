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
 * @param rolls the paper of each printer whose roll was ever said to be changed
 */
public record StaffState(
    TreePMap<String, IssuedNotice> notices,
    TreePMap<String, Emergency> emergencies,
    TreePMap<String, StaffMessage> messages,
    TreePMap<String, PaperRoll> rolls) {
  static final StaffState EMPTY =
      new StaffState(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

  StaffState with(IssuedNotice notice) {
    return new StaffState(
        notices.plus(notice.notice().number(), notice), emergencies, messages, rolls);
  }

  StaffState with(Emergency emergency) {
    return new StaffState(notices, emergencies.plus(emergency.id(), emergency), messages, rolls);
  }

  StaffState with(StaffMessage message) {
    return new StaffState(notices, emergencies, messages.plus(message.id(), message), rolls);
  }

  StaffState cleared(String emergency) {
    return new StaffState(notices, emergencies.minus(emergency), messages, rolls);
  }

  /** An emergency call that must be there: a bug if it is not. */
  Emergency emergency(String id) {
    return Objects.requireNonNull(emergencies.get(id), () -> "no emergency " + id);
  }

  /** A message that must be there: a bug if it is not. */
  StaffMessage message(String id) {
    return Objects.requireNonNull(messages.get(id), () -> "no message " + id);
  }

  StaffState withRoll(String printer, PaperRoll roll) {
    return new StaffState(notices, emergencies, messages, rolls.plus(printer, roll));
  }

  /** What outlives a day: a roll of paper, and an emergency until somebody clears it. */
  StaffState nextDay() {
    return new StaffState(TreePMap.empty(), emergencies, TreePMap.empty(), rolls);
  }

  StaffState slipQueued(Event.NoticeQueued e) {
    IssuedNotice issued = ((Map<String, IssuedNotice>) notices).get(e.notice());
    return issued == null ? this : with(issued.with(e.copy(), e.job()));
  }

  StaffState slipEnded(PendingSlip slip, Command.SlipEnd end) {
    String number = slip.notice();
    IssuedNotice issued = number == null ? null : ((Map<String, IssuedNotice>) notices).get(number);
    PaperRoll roll = ((Map<String, PaperRoll>) rolls).get(slip.printer());
    StaffState counted =
        roll == null || end != Command.SlipEnd.PRINTED
            ? this
            : withRoll(slip.printer(), roll.withSlip());
    return issued == null ? counted : counted.with(issued.ended(slip.job(), end));
  }
}
