package io.tidehall.hall;

import io.tidehall.hall.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: kept with every journal entry as the audit's "who".
 *
 * @param id device id, badge number, account name, or the ticket of a visitor
 * @param standingInFor the clerk for whom this one acts ("B 代 A"), or null
 */
public record Actor(Kind kind, String id, @Nullable String standingInFor) {
  /** What kind of actor. */
  public enum Kind {
    DEVICE,
    CLERK,
    MANAGER,
    SYSTEM,
    /** Whoever holds a ticket's slip. */
    VISITOR,
    /** The booking platform above the hall. */
    PLATFORM
  }

  public static Actor device(String id) {
    return new Actor(Kind.DEVICE, id, null);
  }

  public static Actor clerk(String badge) {
    return new Actor(Kind.CLERK, badge, null);
  }

  public static Actor manager(String account) {
    return new Actor(Kind.MANAGER, account, null);
  }

  /** The holder of a ticket. Who that is the hall does not know. */
  public static Actor visitor(TicketId ticket) {
    return new Actor(Kind.VISITOR, ticket.value(), null);
  }

  /** The platform on which people book. */
  public static Actor platform() {
    return new Actor(Kind.PLATFORM, "platform", null);
  }

  /** The hall itself, as when time passes. */
  public static Actor system() {
    return new Actor(Kind.SYSTEM, "hall", null);
  }
}
