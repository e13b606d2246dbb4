package io.tidehall.hall.notice;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A notice as it was made out. It tells all at once (一次性告知): what is not listed is not asked for
 * later.
 *
 * @param number unique for ever: the hall's day and a running number, such as 20261128-001
 * @param outcome the outcome it tells of, one with {@link Outcome#notified}
 * @param items ids of the items it is about; may be empty
 * @param list every paper that is missing, or everybody who handles it jointly
 * @param reason why, or a remark; may be empty
 * @param due the last day on which the hall may add to it or must report on it, by its calendar
 */
public record Notice(
    String number,
    Outcome outcome,
    TicketId ticket,
    LineId line,
    ServiceId service,
    WindowId window,
    ClerkId clerk,
    List<String> items,
    List<String> list,
    String reason,
    LocalDate due,
    Instant at) {
  /** The working days within which all must have been told, the day itself not counted. */
  public static final int WORKING_DAYS = 5;

  public Notice {
    items = List.copyOf(items);
    list = List.copyOf(list);
  }
}
