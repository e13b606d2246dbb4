package io.tidehall.hall.routing;

import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The oldest effective age first: time since issue plus the head start of the green channel. An
 * arriving ticket goes to a specialised window before a comprehensive one, then to the one with the
 * narrowest scope, then to the one that has been free the longest.
 */
public record LongestWaitFirst() implements RoutingPolicy {
  /** The name hall files use. */
  public static final String NAME = "longest-wait";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<TicketChoice> ticketFor(Window.Free window, Queues queues, Instant now) {
    Map.@org.jspecify.annotations.Nullable Entry<Rank, TicketId> oldest = null;
    Lane from = Lane.of(window.id());
    for (Lane lane : Eligibility.lanes(window)) {
      var head = queues.head(lane);
      if (head.isPresent()
          && (oldest == null || head.get().getKey().compareTo(oldest.getKey()) < 0)) {
        oldest = head.get();
        from = lane;
      }
    }
    if (oldest == null) {
      return Optional.empty();
    }
    return Optional.of(new TicketChoice(oldest.getValue(), because(from, oldest.getKey(), now)));
  }

  @Override
  public WindowChoice windowFor(Lane lane, List<Window.Free> ready, Instant now) {
    Window.Free chosen =
        ready.stream()
            .min(
                Comparator.comparing((Window.Free it) -> !it.plan().kind().specialised())
                    .thenComparing(it -> it.plan().lines().size())
                    .thenComparing(Window.Free::since)
                    .thenComparing(Window::id))
            .orElseThrow();
    return new WindowChoice(chosen, because(chosen, ready));
  }

  private static Reason because(Window.Free chosen, List<Window.Free> ready) {
    if (ready.size() == 1) {
      return new Reason(NAME, "only-free", "唯一空闲的可办窗口", "the only free window that may serve it");
    }
    boolean special = chosen.plan().kind().specialised();
    if (special && ready.stream().anyMatch(it -> !it.plan().kind().specialised())) {
      return new Reason(
          NAME,
          "specialised-first",
          ready.size() + " 个空闲窗口中专属窗口优先",
          "specialised before the others of " + ready.size() + " free windows");
    }
    int scope = chosen.plan().lines().size();
    if (ready.stream()
        .anyMatch(
            it -> it.plan().kind().specialised() == special && it.plan().lines().size() > scope)) {
      return new Reason(
          NAME,
          "narrowest-scope",
          ready.size() + " 个空闲窗口中受理范围最小",
          "the narrowest scope of " + ready.size() + " free windows");
    }
    return new Reason(
        NAME,
        "longest-free",
        ready.size() + " 个空闲窗口中空闲最久",
        "the longest free of " + ready.size() + " windows");
  }

  private static Reason because(Lane lane, Rank rank, Instant now) {
    if (lane.kind() != Lane.Kind.LINE) {
      return new Reason(
          NAME, "transferred-here", "转至本窗口，候时最长", "sent here, and the longest waiting");
    }
    long minutes = Math.max(0, Duration.between(rank.since(), now).toMinutes());
    return new Reason(
        NAME,
        "oldest",
        "可办业务中等候最久（计 " + minutes + " 分钟）",
        "the longest effective wait this window may serve (" + minutes + " min)");
  }
}
