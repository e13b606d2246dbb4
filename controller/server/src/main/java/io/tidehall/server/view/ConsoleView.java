package io.tidehall.server.view;

import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.WindowDay;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.AfterTicket;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Console} document from the rules' state. */
public final class ConsoleView {
  private final Views views;

  public ConsoleView(Views views) {
    this.views = views;
  }

  /** The word of a window kind in hall files and in the HTTP interface. */
  public static String word(WindowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Makes the document.
   *
   * @param calls the last calls of live tickets, as far as known
   * @param alarms the broken promises of today
   */
  public Console console(
      HallState state,
      Instant now,
      HallStatus hall,
      LinesState lines,
      Map<TicketId, Event.TicketCalled> calls,
      List<Console.Alarm> alarms) {
    return new Console(
        state.seq(),
        now,
        hall,
        state.windows().values().stream().map(window -> row(state, window, now)).toList(),
        lines.lines(),
        state.plan().lines().stream()
            .map(
                line ->
                    new Console.LineName(
                        line.id().value(),
                        line.prefix(),
                        Text.of(line.zh(), line.en()),
                        line.field()))
            .toList(),
        tickets(state, lines, calls),
        today(state),
        TideCards.tides(state),
        policy(state),
        GuardRails.idle(state).stream().map(WindowId::value).toList(),
        alarms,
        GuardRails.warnings(state, hall.open()),
        StaffView.staff(state));
  }

  private static Console.Policy policy(HallState state) {
    var plan = state.steering().policy();
    return new Console.Policy(
        plan.name(),
        plan.parameters().stream()
            .collect(
                Collectors.toMap(
                    PolicyPlan.Parameter::name, PolicyPlan.Parameter::value, (a, _) -> a)));
  }

  private static double use(HallState state, Window window, Instant now) {
    WindowDay day = state.steering().days().get(window.id());
    return day == null ? 0 : Math.round(1000 * day.plus(window, now).use()) / 1000.0;
  }

  private static Console.Row row(HallState state, Window window, Instant now) {
    Window.Open open = window instanceof Window.Open it ? it : null;
    Window.Paused paused = window instanceof Window.Paused it ? it : null;
    String home = window.plan().home();
    Duration auto = window.plan().autoAfter();
    String clerk = window.findPost().map(Post::clerk).map(ClerkId::value).orElse("");
    return new Console.Row(
        window.id().value(),
        Views.name(window.plan()),
        word(window.plan().kind()),
        Views.name(window.plan().kind()),
        Eligibility.scope(state.plan(), window.plan()).stream()
            .map(line -> line.id().value())
            .toList(),
        window.plan().zone(),
        window.plan().inService(),
        Views.stage(state, window),
        clerk,
        window
            .findPost()
            .flatMap(post -> state.plan().findClerk(post.clerk()))
            .map(Clerk::name)
            .orElse(""),
        window.findPost().map(Post::standingInFor).map(ClerkId::value).orElse(""),
        window.findTicket().map(TicketId::value).orElse(""),
        open == null ? null : open.since(),
        window instanceof Window.Free free && free.asked(),
        paused == null ? "" : paused.reason(),
        paused == null ? null : paused.until(),
        open == null ? 0 : Views.waiting(state, open),
        home == null ? "" : home,
        window.plan().second(),
        auto == null ? null : auto.toSeconds(),
        window instanceof Window.Free free ? free.callsAt().orElse(null) : null,
        window.plan().lines().stream().map(LineId::value).toList(),
        use(state, window, now),
        speeds(state, window.plan()),
        window.findPost().map(Post::after).map(ConsoleView::after).orElse(null));
  }

  private static Console.After after(AfterTicket after) {
    return new Console.After(after.window() == null ? "" : after.window().value(), after.reason());
  }

  private static Map<String, Double> speeds(HallState state, WindowPlan window) {
    Map<String, Double> speeds = new TreeMap<>();
    for (Line line : Eligibility.scope(state.plan(), window)) {
      double speed = window.speed(line.id());
      if (speed != 1) {
        speeds.put(line.id().value(), speed);
      }
    }
    return speeds;
  }

  private List<Console.Ticket> tickets(
      HallState state, LinesState lines, Map<TicketId, Event.TicketCalled> calls) {
    Map<String, LinesState.Load> loads = new HashMap<>();
    lines.lines().forEach(load -> loads.put(load.line(), load));
    Map<TicketId, Integer> places = new HashMap<>();
    for (Map.Entry<Lane, org.pcollections.TreePMap<Rank, TicketId>> lane :
        state.queues().lanes().entrySet()) {
      int place = 0;
      for (TicketId id : lane.getValue().values()) {
        places.put(id, ++place);
      }
    }
    List<Console.Ticket> tickets = new ArrayList<>();
    for (var ticket : state.tickets().values()) {
      tickets.add(
          ticket(
              state,
              ticket,
              places.getOrDefault(ticket.id(), 0),
              loads.get(ticket.line().value()),
              calls.get(ticket.id())));
    }
    tickets.sort(Comparator.comparing(Console.Ticket::issuedAt));
    return tickets;
  }

  private Console.Ticket ticket(
      HallState state,
      io.tidehall.hall.ticket.Ticket ticket,
      int place,
      LinesState.@Nullable Load load,
      Event.@Nullable TicketCalled call) {
    TicketState now = ticket.state();
    TicketState.Called called = now instanceof TicketState.Called it ? it : null;
    return new Console.Ticket(
        ticket.id().value(),
        ticket.number(),
        ticket.line().value(),
        ticket.items().stream().map(item -> views.itemName(state.plan(), item)).toList(),
        word(now),
        window(now),
        since(ticket),
        switch (now) {
          case TicketState.Serving serving -> serving.before().toSeconds();
          case TicketState.Held held -> held.before().toSeconds();
          default -> 0;
        },
        ticket.issuedAt(),
        ticket.green(),
        called == null ? 0 : called.calls(),
        called == null ? null : called.last(),
        ticket.misses(),
        place,
        (now instanceof TicketState.Waiting || now instanceof TicketState.Due)
                && ticket.lane().kind() != Lane.Kind.LINE
            ? ticket.lane().id()
            : "",
        now instanceof TicketState.Held held ? held.kind().name() : "",
        place == 0 ? null : views.left(ticket.id(), place, load),
        call == null ? null : Text.of(call.reason().zh(), call.reason().en()),
        call == null ? List.of() : runnersUp(call),
        ticket.items(),
        ticket.sender() == null ? "" : ticket.sender().value(),
        ticket.further().stream().map(it -> it.line().value()).toList(),
        now instanceof TicketState.Due(_, _, var at) ? at : null,
        ticket.priority() == PriorityClass.BOOKED && ticket.booked() != null
            ? ticket.booked().from()
            : null);
  }

  private static List<Console.RunnerUp> runnersUp(Event.TicketCalled call) {
    return call.runnersUp().stream()
        .map(it -> new Console.RunnerUp(it.ticket().number(), it.ageSeconds() / 60))
        .toList();
  }

  private static String word(TicketState state) {
    return switch (state) {
      case TicketState.Waiting _ -> "waiting";
      case TicketState.Due _ -> "due";
      case TicketState.Called _ -> "called";
      case TicketState.Serving _ -> "serving";
      case TicketState.Held _ -> "held";
      case TicketState.Missed _ -> "missed";
    };
  }

  private static String window(TicketState state) {
    return switch (state) {
      case TicketState.Waiting _, TicketState.Due _ -> "";
      case TicketState.Called it -> it.window().value();
      case TicketState.Serving it -> it.window().value();
      case TicketState.Held it -> it.window().value();
      case TicketState.Missed it -> it.window().value();
    };
  }

  private static Instant since(io.tidehall.hall.ticket.Ticket ticket) {
    return switch (ticket.state()) {
      case TicketState.Waiting _, TicketState.Due _ -> ticket.issuedAt();
      case TicketState.Called it -> it.first();
      case TicketState.Serving it -> it.since();
      case TicketState.Held it -> it.since();
      case TicketState.Missed it -> it.since();
    };
  }

  private static Console.Today today(HallState state) {
    Map<String, Integer> counts = new HashMap<>();
    for (var ticket : state.tickets().values()) {
      counts.merge(word(ticket.state()), 1, Integer::sum);
    }
    return new Console.Today(
        state.issued().values().stream().mapToInt(Integer::intValue).sum(),
        counts.getOrDefault("waiting", 0),
        counts.getOrDefault("called", 0),
        counts.getOrDefault("serving", 0),
        counts.getOrDefault("held", 0),
        counts.getOrDefault("missed", 0));
  }
}
