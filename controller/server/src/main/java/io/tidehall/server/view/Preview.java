package io.tidehall.server.view;

import io.tidehall.hall.Command;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.HallFloor;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.routing.Router;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.WaitRange;
import io.tidehall.server.view.Outlooks.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change would mean, before it is made: two states of the hall compared, of which the second
 * was never journalled. Waits are the hall's own forecast, both states run through the same
 * futures: a closing window ends its ticket, an opening one is manned some minutes later. While
 * nothing can be forecast they are the closed formula's, with a closing window already gone, an
 * opening one already staffed, and a clerk who moves already there with what is left of her ticket.
 * A pause counts as an end in both.
 *
 * @param forecast whether the waits were forecast
 * @param together the wait of everybody within the hour; null where nothing was forecast
 * @param lines every line, in the hall's order
 * @param next windows that would take another ticket next than they would now
 * @param warnings what would be unusual that is not now
 */
public record Preview(
    boolean forecast,
    Outlooks.@Nullable Together together,
    List<LineEffect> lines,
    List<NextTicket> next,
    List<Console.Warning> warnings) {
  private static final ClerkId SOMEBODY = new ClerkId("somebody");

  /** The wait of a ticket taken now, and the open windows that serve the line, before and after. */
  public record LineEffect(
      String line,
      int waiting,
      @Nullable WaitRange before,
      @Nullable WaitRange after,
      int windowsBefore,
      int windowsAfter) {}

  /** Numbers of the tickets; empty for none. */
  public record NextTicket(String window, String before, String after) {}

  /**
   * Compares the hall before and after a command.
   *
   * @param outlooks who forecasts the waits of both
   */
  public static Preview of(
      HallState before,
      HallState after,
      Command command,
      boolean open,
      Instant now,
      Outlooks outlooks) {
    HallState was = before;
    HallState then = after;
    HallState last = after;
    switch (command) {
      case Command.EndPause it -> was = gone(was, it.window());
      case Command.CloseWindow it -> then = gone(then, it.window());
      case Command.Pause it -> {
        then = gone(then, it.window());
        last = then;
      }
      case Command.OpenWindow it -> then = staffed(then, it.window(), now);
      case Command.BorrowClerk it
          when after.windows().get(it.from()) instanceof Window.Busy busy -> {
        last = leaving(then, it);
        then = moved(then, it, busy);
      }
      default -> {}
    }
    @Nullable Effect effect = outlooks.effect(was, last).orElse(null);
    return compared(before, was, then, open, now, effect);
  }

  private static Preview compared(
      HallState before,
      HallState was,
      HallState then,
      boolean open,
      Instant now,
      @Nullable Effect effect) {
    return new Preview(
        effect != null,
        effect == null ? null : effect.together(),
        before.plan().lines().stream().map(line -> effect(was, then, line, effect)).toList(),
        next(was, then, now),
        GuardRails.fresh(GuardRails.warnings(before, open), GuardRails.warnings(then, open)));
  }

  private static LineEffect effect(
      HallState before, HallState after, Line line, @Nullable Effect effect) {
    LineId id = line.id();
    return new LineEffect(
        id.value(),
        before.queues().waiting(Lane.of(id)),
        effect == null ? rough(before, id) : range(effect.before().get(id)),
        effect == null ? rough(after, id) : range(effect.after().get(id)),
        Outlook.serving(before.plan(), before.windows(), id).size(),
        Outlook.serving(after.plan(), after.windows(), id).size());
  }

  private static @Nullable WaitRange rough(HallState state, LineId line) {
    return WaitRanges.rough(state.outlook(line).orElse(null));
  }

  private static @Nullable WaitRange range(Promise.@Nullable Minutes minutes) {
    return minutes == null ? null : WaitRanges.of(minutes);
  }

  private static List<NextTicket> next(HallState before, HallState after, Instant now) {
    List<NextTicket> changed = new ArrayList<>();
    for (WindowId window : before.windows().keySet()) {
      String was = next(before, window, now);
      String then = next(after, window, now);
      if (!was.equals(then)) {
        changed.add(new NextTicket(window.value(), was, then));
      }
    }
    return changed;
  }

  /** The ticket that a window would take if it were free this moment. */
  private static String next(HallState state, WindowId id, Instant now) {
    if (!(state.windows().get(id) instanceof Window.Open open)) {
      return "";
    }
    HallFloor floor = state.floor(now);
    RoutingPolicy policy = Policies.of(state.steering().policy());
    Router.Pick pick = Router.pick(policy, floor, floor.stand(open));
    return pick != null && pick.queue() instanceof HallFloor.Standing standing
        ? standing.first().number()
        : "";
  }

  /** A clerk who moves after her ticket: her window ends, and the other is manned a while later. */
  private static HallState leaving(HallState state, Command.BorrowClerk borrow) {
    Window from = Objects.requireNonNull(state.windows().get(borrow.from()));
    Window to = Objects.requireNonNull(state.windows().get(borrow.window()));
    return state
        .with(from.with(from.plan().withInService(false)))
        .with(to.with(to.plan().withInService(true)));
  }

  /** As if she took her ticket with her: she is as busy there as here, and no freer by the way. */
  private static HallState moved(HallState state, Command.BorrowClerk borrow, Window.Busy busy) {
    HallState left = gone(state, borrow.from());
    return left.windows().get(borrow.window()) instanceof Window.Closed(WindowPlan to)
        ? left.with(
            new Window.Busy(to.withInService(true), busy.post(), busy.since(), busy.ticket()))
        : left;
  }

  private static HallState gone(HallState state, WindowId id) {
    Window window = state.windows().get(id);
    return window == null ? state : state.with(new Window.Closed(window.plan()));
  }

  private static HallState staffed(HallState state, WindowId id, Instant now) {
    return state.windows().get(id) instanceof Window.Closed closed
        ? state.with(new Window.Free(closed.plan(), new Post(SOMEBODY, null), now, false))
        : state;
  }
}
