package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.Command.Destination;
import io.tidehall.hall.booking.Slot;
import io.tidehall.hall.booking.Slots;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a hall through a sequence of steps that chance has chosen, sensible ones and wild ones. */
final class Walk {
  private final List<Entry> journal = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();
  private HallState state = HallState.empty();
  private Instant now = LocalDateTime.parse("2026-11-23T09:00").atZone(HallStory.ZONE).toInstant();

  /** A step: which act, on what, and how much time passes before it. */
  record Step(int act, int a, int b, int seconds) {}

  /** A request, what was decided, and the hall before and after. */
  record Seen(HallState before, Request request, Instant now, Decision decision, HallState after) {
    List<Event> events() {
      return decision instanceof Decision.Accepted(List<Event> events, boolean repeated)
              && !repeated
          ? events
          : List.of();
    }
  }

  static Walk through(HallPlan plan, List<Step> steps) {
    var walk = new Walk();
    walk.asks(new Request("plan", Actor.system(), new Command.Configure(plan)));
    int clerks = Math.min(plan.clerks().size(), plan.windows().size());
    for (int i = 0; i < clerks; i++) {
      walk.asks(
          new Request(
              "in" + i,
              Actor.system(),
              new Command.SignIn(plan.windows().get(i).id(), plan.clerks().get(i).id(), null)));
    }
    for (int i = 0; i < steps.size(); i++) {
      walk.step(i, steps.get(i));
    }
    return walk;
  }

  List<Seen> seen() {
    return seen;
  }

  List<Entry> journal() {
    return journal;
  }

  HallState state() {
    return state;
  }

  private void step(int i, Step step) {
    now = now.plusSeconds(step.seconds());
    Request request =
        step.b() % 41 == 0
            ? seen.get(step.a() % seen.size()).request()
            : new Request("r" + i, actor(step), command(step));
    asks(request);
  }

  private void asks(Request request) {
    HallState before = state;
    Decision decision = Hall.decide(before, request, now);
    if (decision instanceof Decision.Accepted(List<Event> events, boolean repeated) && !repeated) {
      var entry =
          new Entry(before.seq() + 1, Hall.at(before, now), request.id(), request.actor(), events);
      journal.add(entry);
      state = Hall.apply(before, entry);
    }
    Hall.Step step = Hall.step(before, request, now);
    assertEquals(decision, step.decision());
    if (step.entry() != null) {
      assertEquals(state, step.after());
    }
    seen.add(new Seen(before, request, now, decision, state));
  }

  private Actor actor(Step step) {
    if (step.act() == 50 || step.act() == 45 || step.act() == 42) {
      return Actor.manager("chen");
    }
    return step.b() % 29 == 0 ? Actor.clerk("c" + step.a() % 3) : Actor.device("pad");
  }

  private Command command(Step step) {
    int a = step.a();
    int b = step.b();
    return switch (step.act()) {
      case 0, 1, 2, 3, 4, 5 -> issue(a, b);
      case 6, 7, 8, 9, 10, 11 -> new Command.CallNext(window(a, Window.Free.class));
      case 12, 13, 14, 15 -> new Command.Arrive(windowWith(a, TicketState.Called.class));
      case 16, 17, 46, 47, 48 -> finish(windowWith(a, TicketState.Serving.class), a, b);
      case 18, 19 -> new Command.Recall(windowWith(a, TicketState.Called.class));
      case 20, 21, 22 -> new Command.MarkNoShow(windowWith(a, TicketState.Called.class));
      case 23, 24 -> new Command.Requeue(ticket(a, TicketState.Missed.class));
      case 25, 26, 49 -> transfer(windowWith(a, TicketState.Serving.class), a, b);
      case 27, 28 ->
          new Command.Hold(windowWith(a, TicketState.Serving.class), of(HoldKind.values(), b));
      case 29, 30 ->
          new Command.Resume(window(a, Window.Free.class), ticket(b, TicketState.Held.class));
      case 31, 32, 33, 34 ->
          new Command.SignIn(
              window(a, Window.Closed.class), clerk(b), b % 4 == 0 ? clerk(a) : null);
      case 35 ->
          b % 2 == 0
              ? takeOver(window(a, Window.Free.class), b)
              : new Command.SignOut(window(a, Window.Open.class));
      case 36 ->
          b % 2 == 0
              ? new Command.RaiseEmergency(window(a, Window.Open.class))
              : new Command.Pause(window(a, Window.Free.class), "tea", a % 2 == 0 ? now : null);
      case 37, 38 -> new Command.EndPause(window(a, Window.Paused.class));
      case 39 ->
          new Command.CallTicket(
              window(a, Window.Free.class),
              ticket(b, a % 2 == 0 ? TicketState.Missed.class : TicketState.Waiting.class),
              b % 5 == 0 ? "" : "why");
      case 40 ->
          b % 2 == 0
              ? new Command.VoidTicket(ticket(a, TicketState.class), "left")
              : new Command.DelayTicket(ticket(a, TicketState.Waiting.class));
      case 41 -> rate(a, b);
      case 42 -> b % 2 == 0 ? new Command.DeclineRating(service(a)) : staff(a, b / 2);
      case 43 ->
          b % 2 == 0
              ? new Command.ReprintSlip(ticket(a, TicketState.class), "printer", "en")
              : b % 3 == 0
                  ? new Command.ReprintNotice(
                      pick(state.staff().notices().keySet(), a, "none"), "printer", "en")
                  : printing(a, b);
      case 44 ->
          new Command.EndSlip(
              pick(state.slips().keySet(), a, "none"), of(Command.SlipEnd.values(), b), "");
      case 45 -> proposals().isEmpty() || a % 2 == 0 ? manager(a, b) : tide(a, b);
      case 50 -> a % 3 == 0 ? borrow(a / 3, b) : tide(a, b);
      case 52 -> booking(a, b);
      default -> new Command.PassTime();
    };
  }

  private Command booking(int a, int b) {
    String known = pick(state.bookings().byId().keySet(), a, "none");
    return switch (b % 6) {
      case 0 -> new Command.CancelBooking(known);
      case 1, 2 -> new Command.CheckIn(known, a % 2 == 0 ? "printer" : null, "zh-CN", null);
      case 3 -> new Command.BookAll(List.of(book(a, b), book(a + 1, b + 6)));
      default -> book(a, b);
    };
  }

  private Command.Book book(int a, int b) {
    List<Slot> slots =
        Slots.on(state.plan(), state.day()).stream()
            .filter(it -> it.from().isAfter(state.plan().local(now)))
            .toList();
    LocalDateTime from =
        slots.isEmpty() ? state.plan().local(now) : slots.get(a % 3 * b % slots.size()).from();
    return new Command.Book("b" + a % 50, line(a), List.of(), from, "p" + b % 40, a);
  }

  private Command.@Nullable Telling telling(int a, int b) {
    List<String> list = b % 5 == 0 ? List.of() : List.of("paper " + b % 3);
    @Nullable String printer = a % 2 == 0 ? "printer" : null;
    return a % 3 == 0 ? null : new Command.Telling(List.of(), list, printer, "zh-CN");
  }

  private String item(int a) {
    return pick(
        state.plan().lines().stream().flatMap(it -> it.items().stream()).toList(), a, "none");
  }

  private Command manager(int a, int b) {
    WindowId window = window(a, Window.class);
    return switch (b % 6) {
      case 0 ->
          new Command.ChangeWindow(
              window, of(WindowKind.values(), a + b), lines(1 + a % 7), fields(a, b));
      case 4 -> new Command.ChangeCalling(window, a % 3 == 0 ? null : Duration.ofSeconds(a % 40));
      case 5 ->
          new Command.ChangePolicy(
              PolicyPlan.of(Policies.names().get(a % Policies.names().size())));
      case 1 -> new Command.OpenWindow(window, "peak");
      case 2 -> new Command.CloseWindow(window, "over");
      default ->
          b % 4 == 3
              ? new Command.Announce("n-" + a, a % 3 == 0 ? "nowhere" : "", "words")
              : b % 5 == 2
                  ? new Command.ChangeDevice("device-" + a % 3, of(DeviceChange.values(), a), "")
                  : b % 5 == 1
                      ? new Command.PrintReport(SlipTest.FIGURES, "printer", "en")
                      : new Command.Configure(otherPlan(a, b / 4));
    };
  }

  private Command printing(int a, int b) {
    return b % 5 == 0
        ? new Command.PrintTestPage("printer", "en")
        : new Command.PrintList(item(a), "printer", "en");
  }

  private Optional<Ticket> present(WindowId window) {
    return Optional.ofNullable(state.windows().get(window))
        .flatMap(Window::findTicket)
        .map(state::ticket);
  }

  private Command finish(WindowId window, int a, int b) {
    Optional<LineId> further =
        present(window).flatMap(it -> it.further().stream().findFirst()).map(it -> it.line());
    if (further.isPresent() && b % 2 == 0) {
      return new Command.DropSplit(window, further.get());
    }
    return new Command.Finish(
        window, of(Outcome.values(), b), b % 3 == 0 ? "" : "why", telling(a, b));
  }

  private Command split(WindowId window, int a, int b) {
    List<LineId> others =
        state.plan().lines().stream()
            .map(it -> it.id())
            .filter(it -> present(window).map(Ticket::line).filter(it::equals).isEmpty())
            .toList();
    return new Command.Split(
        window,
        pick(others, a, new LineId("unknown")),
        List.of(),
        of(Command.Place.values(), b),
        "printer",
        "zh-CN");
  }

  private Command transfer(WindowId window, int a, int b) {
    if (b % 3 == 0) {
      return split(window, a, b);
    }
    Command.Place place = of(Command.Place.values(), a + b);
    return new Command.Transfer(
        window,
        destination(b),
        place,
        place == Command.Place.AT_TIME ? now.plusSeconds(60L * (a % 50)) : null);
  }

  /** By somebody who may stand in for whoever is there, if there is such a clerk. */
  private Command takeOver(WindowId window, int b) {
    Window at = state.windows().get(window);
    ClerkId clerk =
        at == null
            ? clerk(b)
            : at.findPost()
                .flatMap(
                    post ->
                        state.plan().clerks().stream()
                            .filter(it -> it.standsInFor().contains(post.clerk()))
                            .map(it -> it.id())
                            .findFirst())
                .orElseGet(() -> clerk(b));
    return new Command.TakeOver(window, clerk);
  }

  private Command staff(int a, int b) {
    String emergency = pick(state.staff().emergencies().keySet(), a, "none");
    WindowId window = window(a, Window.Open.class);
    if (a % 3 != 0 && !state.staff().emergencies().isEmpty()) {
      return b % 2 == 0
          ? new Command.AcceptEmergency(emergency)
          : new Command.ClearEmergency(emergency, "");
    }
    return b % 2 == 0
        ? new Command.SendMessage(a % 2 == 0 ? List.of() : List.of(window), "tea at ten")
        : new Command.ReadMessage(window, pick(state.staff().messages().keySet(), a, "none"));
  }

  private List<String> proposals() {
    return state.tides().windows().values().stream()
        .flatMap(it -> Stream.ofNullable(it.proposal()))
        .map(TideProposal::id)
        .toList();
  }

  private Command borrow(int a, int b) {
    boolean arranged = state.windows().values().stream().anyMatch(Walk::arranged);
    if (arranged && a % 2 == 0) {
      return new Command.StayAtWindow(window(b, Walk::arranged));
    }
    var from = a % 4 == 1 ? Window.Free.class : Window.Busy.class;
    return new Command.BorrowClerk(
        window(b, Window.Closed.class), window(a, from), b % 2 == 0, "peak");
  }

  private static boolean arranged(Window window) {
    return window.findPost().filter(post -> post.after() != null).isPresent();
  }

  private Command tide(int a, int b) {
    String proposal = pick(proposals(), a, "tide-0");
    return switch (proposals().isEmpty() ? 3 : b % 4) {
      case 0 -> new Command.ApproveTide(proposal);
      case 1 -> new Command.RefuseTide(proposal, a % 5 == 0 ? "" : "why");
      case 2 -> new Command.EstimateTide(proposal, new TideEffect(30, 10, now, true));
      default ->
          a % 2 == 0
              ? new Command.LearnSpeeds(
                  List.of(
                      new WindowSpeeds(
                          window(a, Window.class),
                          List.of(new LineSpeed(line(a), 0.8 + a % 5 / 10.0)))))
              : new Command.ForecastDemand(
                  new DemandForecast(
                      List.of(new DemandForecast.LineDemand(line(a).value(), a)), List.of()));
    };
  }

  private Command issue(int a, int b) {
    @Nullable String person = b % 3 == 0 ? null : "p" + b % 5;
    List<String> items =
        switch (b % 7) {
          case 0 -> List.of("a1");
          case 1, 2 -> several(line(a), line(b));
          default -> List.of();
        };
    @Nullable String printer = b % 2 == 0 ? "printer" : null;
    return new Command.IssueTicket(
        line(a), items, b % 5 == 0 ? "elderly" : null, person, printer, "zh-CN");
  }

  private static List<String> several(LineId line, LineId other) {
    return line.equals(other)
        ? List.of()
        : List.of(RandomHall.item(line.value()), RandomHall.item(other.value()));
  }

  private Command rate(int a, int b) {
    List<String> reasons = b % 3 == 0 ? List.of("214") : List.of();
    return new Command.Rate(
        service(a), b % 7, reasons, b % 2 == 0 ? "" : "text", of(Channel.values(), b));
  }

  private Destination destination(int b) {
    return switch (b % 3) {
      case 0 -> new Destination.ToLine(line(b / 3));
      case 1 -> new Destination.ToWindow(window(b / 3, Window.class));
      default -> new Destination.ToClerk(clerk(b / 3));
    };
  }

  /** The plan without a window, a line or a clerk, or with a window out of service. */
  private HallPlan otherPlan(int a, int b) {
    HallPlan plan = state.plan();
    var lines = new ArrayList<>(plan.lines());
    var windows = new ArrayList<>(plan.windows());
    var clerks = new ArrayList<>(plan.clerks());
    int w = a % windows.size();
    switch (b % 5) {
      case 0 -> windows.remove(windows.size() > 1 ? w : -1 + windows.size());
      case 1 -> lines.remove(a % Math.max(1, lines.size()));
      case 2 -> clerks.remove(a % Math.max(1, clerks.size()));
      default -> {
        WindowPlan window = windows.get(w);
        windows.set(w, window.withInService(!window.inService()));
      }
    }
    if (lines.isEmpty() || windows.isEmpty() || clerks.isEmpty()) {
      return plan;
    }
    return new HallPlan(
            plan.id(),
            plan.zh(),
            plan.en(),
            plan.zone(),
            plan.trial(),
            lines,
            windows,
            clerks,
            plan.hours(),
            plan.workingDays(),
            plan.rules(),
            plan.greenReasons(),
            plan.labels())
        .with(plan.tides(), plan.duties());
  }

  private @Nullable WindowFields fields(int a, int b) {
    List<String> fields = state.plan().lines().stream().map(Line::field).toList();
    String second = fields.isEmpty() || b % 5 == 0 ? "unknown" : fields.get(b % fields.size());
    return a % 3 == 0 ? null : new WindowFields(null, a % 2 == 0 ? List.of() : List.of(second));
  }

  private List<LineId> lines(int bits) {
    var lines = new ArrayList<LineId>();
    for (int i = 0; i < state.plan().lines().size(); i++) {
      if ((bits >> i & 1) == 1) {
        lines.add(state.plan().lines().get(i).id());
      }
    }
    return lines;
  }

  private LineId line(int n) {
    return pick(
        state.plan().lines().stream().map(it -> it.id()).toList(), n, new LineId("unknown"));
  }

  /** A window that is in a state, or any if none is. */
  private WindowId window(int n, Class<? extends Window> wanted) {
    return window(n, wanted::isInstance);
  }

  /** A window whose ticket is in a state, or any if none is. */
  private WindowId windowWith(int n, Class<? extends TicketState> wanted) {
    return window(n, it -> it.findTicket().filter(id -> wanted.isInstance(state(id))).isPresent());
  }

  private WindowId window(int n, Predicate<Window> wanted) {
    List<WindowId> fit = state.windows().values().stream().filter(wanted).map(Window::id).toList();
    return pick(fit.isEmpty() ? state.windows().keySet() : fit, n, new WindowId("99"));
  }

  private ClerkId clerk(int n) {
    return pick(
        state.plan().clerks().stream().map(it -> it.id()).toList(), n, new ClerkId("nobody"));
  }

  private TicketId ticket(int n, Class<? extends TicketState> wanted) {
    List<TicketId> fit =
        state.tickets().keySet().stream().filter(id -> wanted.isInstance(state(id))).toList();
    return pick(fit.isEmpty() ? state.tickets().keySet() : fit, n, new TicketId("20261123-Z999"));
  }

  private TicketState state(TicketId id) {
    return state.ticket(id).state();
  }

  private ServiceId service(int n) {
    return pick(state.ratings().keySet(), n, new ServiceId("20261123-Z999-1"));
  }

  /** One of them, and now and then the unknown. */
  private static <T> T pick(Collection<T> from, int n, T unknown) {
    int at = n % (12 * from.size() + 1);
    return at == 12 * from.size() ? unknown : List.copyOf(from).get(at % from.size());
  }

  private static <T> T of(T[] values, int n) {
    return values[n % values.length];
  }
}
