package io.tidehall.hall.window;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A window is in exactly one of these states; what may happen next depends on which. */
public sealed interface Window {
  WindowPlan plan();

  default WindowId id() {
    return plan().id();
  }

  /** The same state under another plan. */
  Window with(WindowPlan plan);

  /** Who stands here, unless closed. */
  default Optional<Post> findPost() {
    return switch (this) {
      case Closed _ -> Optional.empty();
      case Open open -> Optional.of(open.post());
    };
  }

  /** The ticket called or served here, if any. */
  default Optional<TicketId> findTicket() {
    return this instanceof Busy busy ? Optional.of(busy.ticket()) : Optional.empty();
  }

  /** Nobody has signed in. */
  record Closed(WindowPlan plan) implements Window {
    @Override
    public Closed with(WindowPlan next) {
      return new Closed(next);
    }
  }

  /** A clerk has signed in. */
  sealed interface Open extends Window {
    Post post();

    Instant since();

    /** The same window with what its clerk does next. */
    Open with(Post next);
  }

  /**
   * Ready for the next ticket.
   *
   * @param asked whether the next eligible ticket is called here as soon as it comes: the clerk has
   *     pressed call-next, or the window calls by itself, and nobody was waiting
   */
  record Free(WindowPlan plan, Post post, Instant since, boolean asked) implements Open {
    @Override
    public Free with(WindowPlan next) {
      return new Free(next, post, since, asked);
    }

    @Override
    public Free with(Post next) {
      return new Free(plan, next, since, asked);
    }

    /**
     * When it calls by itself; empty when the clerk calls, and once it has asked. A clerk who was
     * sent here needs the time to come.
     */
    public Optional<Instant> callsAt() {
      if (asked || plan.autoAfter() == null) {
        return Optional.empty();
      }
      Instant usual = since.plus(plan.autoAfter());
      Instant expected = post.expected();
      return Optional.of(expected == null || expected.isBefore(usual) ? usual : expected);
    }
  }

  /** Paused: 暂停服务. */
  record Paused(WindowPlan plan, Post post, Instant since, String reason, @Nullable Instant until)
      implements Open {
    @Override
    public Paused with(WindowPlan next) {
      return new Paused(next, post, since, reason, until);
    }

    @Override
    public Paused with(Post next) {
      return new Paused(plan, next, since, reason, until);
    }
  }

  /** With a ticket, called or being served: the ticket's state tells which. */
  record Busy(WindowPlan plan, Post post, Instant since, TicketId ticket) implements Open {
    @Override
    public Busy with(WindowPlan next) {
      return new Busy(next, post, since, ticket);
    }

    @Override
    public Busy with(Post next) {
      return new Busy(plan, next, since, ticket);
    }
  }
}
