package io.tidehall.server.view;

import io.tidehall.hall.Command;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.hall.PeopleAhead;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Booked;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.ticket.Told;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.WaitRange;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules' state in the words of the wire. Every screen's content comes from here, so that no two
 * can disagree.
 */
public final class Views {
  private static final int NEXT_SHOWN = 3;

  private final Supplier<Map<String, Text>> items;
  private final Outlooks outlooks;
  private final Supplier<Map<String, WindowState.Card>> cards;
  private final Predicate<HallState> timeless;
  private final Invitations invitations = new Invitations();

  /**
   * Makes the views of a hall.
   *
   * @param items names of the catalogue's items by id, as it is now
   * @param outlooks what is forecast of the waits
   * @param cards what is made public of clerks, by badge, as it is now
   * @param timeless whether the hall's clock is wrong, so that no wait can be told
   */
  public Views(
      Supplier<Map<String, Text>> items,
      Outlooks outlooks,
      Supplier<Map<String, WindowState.Card>> cards,
      Predicate<HallState> timeless) {
    this.items = items;
    this.outlooks = outlooks;
    this.cards = cards;
    this.timeless = timeless;
  }

  /** Views of a hall that makes nothing public of its clerks. */
  public Views(Map<String, Text> items, Outlooks outlooks) {
    this(() -> items, outlooks, Map::of, _ -> false);
  }

  /** Views of a hall where nothing is forecast. */
  public Views(Map<String, Text> items) {
    this(items, Outlooks.NONE);
  }

  /** What is forecast of the waits. */
  public Outlooks outlooks() {
    return outlooks;
  }

  /** The command with what is forecast for its ticket, which costs no time; others as they are. */
  public Command promised(Command command) {
    return command instanceof Command.IssueTicket it && it.promise() == null
        ? new Command.IssueTicket(
            it.line(),
            it.items(),
            it.greenReason(),
            it.person(),
            it.printer(),
            it.language(),
            outlooks.promise(it.line(), it.greenReason() != null).orElse(null))
        : command;
  }

  /** The slot that a ticket was booked for, by the hall's clock; null for a walk-in's. */
  static TicketView.@Nullable Booked booked(HallPlan plan, @Nullable Booked booked) {
    return booked == null
        ? null
        : new TicketView.Booked(
            plan.local(booked.from()).toLocalTime(),
            plan.local(booked.to()).toLocalTime(),
            booked.late());
  }

  public static Text name(HallPlan plan) {
    return Text.of(plan.zh(), plan.en());
  }

  public static Text name(WindowPlan window) {
    return Text.of(window.zh(), window.en());
  }

  public static Text name(WindowKind kind) {
    return Text.of(kind.zh(), kind.en());
  }

  public static Text lineName(HallPlan plan, LineId line) {
    return plan.findLine(line).map(it -> Text.of(it.zh(), it.en())).orElse(Text.zh(line.value()));
  }

  /** How kiosks recognise who takes a ticket; null when they do not ask. */
  public static @Nullable List<Identity> identity(Rules rules) {
    return rules.identity().isEmpty()
        ? null
        : rules.identity().stream().map(it -> Identity.valueOf(it.name())).toList();
  }

  /** The name of an item, or of a line where the id is a line's. */
  public Text itemName(HallPlan plan, String id) {
    Text item = items.get().get(id);
    return item != null ? item : lineName(plan, new LineId(id));
  }

  /** A ticket as its slip tells it: with the outlook given when it was issued. */
  public TicketView issued(HallState state, Event.TicketIssued event, Instant at) {
    return view(
        state,
        event.ticket(),
        event.line(),
        event.items(),
        event.greenReason() != null,
        at,
        event.ahead(),
        told(state, event),
        event.booked());
  }

  private @Nullable WaitRange told(HallState state, Event.TicketIssued event) {
    if (timeless.test(state)) {
      return null;
    }
    Promise promise = event.promise();
    return promise != null && promise.told()
        ? WaitRanges.of(promise.held())
        : WaitRanges.rough(event.outlook());
  }

  /** A live ticket as it stands now. */
  public TicketView live(HallState state, Ticket ticket) {
    int ahead =
        ticket.state() instanceof TicketState.Waiting waiting ? ahead(state, ticket, waiting) : 0;
    return view(
        state,
        ticket.id(),
        ticket.line(),
        ticket.items(),
        ticket.green(),
        ticket.issuedAt(),
        ahead,
        rest(state, ticket),
        ticket.booked());
  }

  /** Whether a waiting ticket must now expect much longer than its holder was told. */
  public boolean worse(Ticket ticket) {
    return ticket.state() instanceof TicketState.Waiting && outlooks.worse(ticket.id());
  }

  /** What the holder of a ticket was told of the wait; null when nothing could be said. */
  public @Nullable WaitRange told(Ticket ticket) {
    Told told = ticket.told();
    return told == null ? null : WaitRanges.told(told);
  }

  private @Nullable WaitRange rest(HallState state, Ticket ticket) {
    Optional<Promise.Minutes> forecast = outlooks.left(ticket.id());
    Rank rank = ticket.state() instanceof TicketState.Waiting it ? it.rank() : Rank.LAST;
    return forecast.isPresent()
        ? WaitRanges.of(forecast.get())
        : ofNew(state, ticket.line(), ticket.green(), rank);
  }

  private static int ahead(HallState state, Ticket ticket, TicketState.Waiting waiting) {
    return waiting.lane().kind() == Lane.Kind.LINE
        ? PeopleAhead.of(state, ticket.line(), waiting.rank())
        : state.queues().lane(waiting.lane()).headMap(waiting.rank()).size();
  }

  /** How busy each line is. {@code shut} tells why a line takes no ticket now, or nothing. */
  public LinesState lines(
      HallState state, Instant now, long seq, Function<LineId, Optional<Text>> shut) {
    return new LinesState(
        seq,
        state.plan().lines().stream()
            .map(line -> load(state, now, line.id(), shut.apply(line.id())))
            .toList());
  }

  /** What the board shows at a time. */
  public BoardState board(HallState state, Instant now, long seq) {
    List<BoardState.Call> calls =
        state.windows().values().stream()
            .flatMap(window -> call(state, window).stream())
            .sorted(Comparator.comparing(BoardState.Call::at).reversed())
            .toList();
    List<BoardState.Window> windows =
        state.windows().values().stream()
            .map(
                window ->
                    new BoardState.Window(
                        window.id().value(),
                        name(window.plan()),
                        name(window.plan().kind()),
                        stage(state, window),
                        number(window),
                        window.plan().kind() == WindowKind.TIDAL,
                        tide(state, window),
                        TideCards.opensAt(state, window),
                        window.plan().zone(),
                        pause(window),
                        duty(state, window.id(), now)))
            .toList();
    return new BoardState(seq, calls, windows);
  }

  /** One window as its devices see it at a time. */
  public WindowState window(HallState state, WindowId id, Instant now, long seq) {
    Window window = state.windows().get(id);
    if (window == null) {
      throw new IllegalArgumentException("no window " + id);
    }
    Optional<TicketState.Called> called = called(state, window);
    return new WindowState(
        seq,
        id.value(),
        name(window.plan()),
        name(window.plan().kind()),
        window.plan().kind() == WindowKind.TIDAL,
        Eligibility.scope(state.plan(), window.plan()).stream()
            .map(line -> lineName(state.plan(), line.id()))
            .toList(),
        stage(state, window),
        number(window),
        window.findTicket().map(ticket -> callId(state, ticket)).orElse(""),
        called.map(TicketState.Called::calls).orElse(0),
        called.map(TicketState.Called::last).orElse(null),
        window.findPost().map(Post::clerk).map(ClerkId::value).orElse(""),
        pause(window),
        window instanceof Window.Open open ? waiting(state, open) : 0,
        invitation(state, id).orElse(null),
        tide(state, window),
        TideCards.opensAt(state, window),
        window.findPost().map(post -> cards.get().get(post.clerk().value())).orElse(null),
        duty(state, id, now));
  }

  private static WindowState.@Nullable Pause pause(Window window) {
    return window instanceof Window.Paused paused
        ? new WindowState.Pause(Text.zh(Printable.of(paused.reason())), paused.until())
        : null;
  }

  private static @Nullable Boolean duty(HallState state, WindowId id, Instant now) {
    return state.plan().keepsOpen(id, now) ? true : null;
  }

  /** What a window with a tidal rule has been asked to do and has not done yet. */
  private static WindowState.@Nullable Tide tide(HallState state, Window window) {
    if (state.plan().tides().find(window.id()).isEmpty()) {
      return null;
    }
    return switch (TideCards.stage(window)) {
      case "OPENING" -> WindowState.Tide.OPENING;
      case "CLOSING" -> WindowState.Tide.CLOSING;
      default -> null;
    };
  }

  /** People waiting whom a window may serve. */
  public static int waiting(HallState state, Window.Open window) {
    return Eligibility.lanes(state.plan(), window).stream().mapToInt(state.queues()::waiting).sum();
  }

  /** The wait of a ticket taken now; null when nothing can be said. */
  private @Nullable WaitRange ofNew(HallState state, LineId line) {
    return ofNew(state, line, false, Rank.LAST);
  }

  private @Nullable WaitRange ofNew(HallState state, LineId line, boolean green, Rank rank) {
    if (timeless.test(state)) {
      return null;
    }
    Optional<Promise.Minutes> forecast = outlooks.ofNew(line, green);
    return forecast.isPresent()
        ? WaitRanges.of(forecast.get())
        : WaitRanges.rough(state.outlook(line, rank).orElse(null));
  }

  /** What is left to a waiting ticket, by its place in its line where it is not forecast. */
  @Nullable WaitRange left(TicketId ticket, int place, LinesState.@Nullable Load load) {
    Optional<Promise.Minutes> forecast = outlooks.left(ticket);
    if (forecast.isPresent()) {
      return WaitRanges.of(forecast.get());
    }
    WaitRange fresh = load == null ? null : load.outlook();
    return load == null || fresh == null ? null : WaitRanges.left(fresh, place, load.waiting());
  }

  public static WindowState.Stage stage(HallState state, Window window) {
    return switch (window) {
      case Window.Closed _ -> WindowState.Stage.NOT_OPEN;
      case Window.Free _ -> WindowState.Stage.IDLE;
      case Window.Paused _ -> WindowState.Stage.PAUSED;
      case Window.Busy _ ->
          called(state, window).isPresent() ? WindowState.Stage.CALLED : WindowState.Stage.SERVING;
    };
  }

  /** Changes with each call and recall of a ticket, and never comes back. */
  public static String callId(HallState state, TicketId id) {
    return state
        .findTicket(id)
        .map(
            ticket ->
                id
                    + "."
                    + ticket.services()
                    + "."
                    + ticket.misses()
                    + "."
                    + (ticket.state() instanceof TicketState.Called called ? called.calls() : 0))
        .orElse(id.value());
  }

  private TicketView view(
      HallState state,
      TicketId id,
      LineId line,
      List<String> itemIds,
      boolean green,
      Instant issuedAt,
      int ahead,
      @Nullable WaitRange outlook,
      @Nullable Booked booked) {
    return new TicketView(
        id.value(),
        id.number(),
        line.value(),
        lineName(state.plan(), line),
        itemIds.stream().map(item -> itemName(state.plan(), item)).toList(),
        ahead,
        outlook,
        servingWindows(state, line),
        green,
        issuedAt,
        booked(state.plan(), booked));
  }

  private LinesState.Load load(HallState state, Instant now, LineId line, Optional<Text> shut) {
    var lane = state.queues().lane(Lane.of(line));
    int worse = (int) lane.values().stream().filter(outlooks::worse).count();
    return new LinesState.Load(
        line.value(),
        lane.size(),
        ofNew(state, line),
        servingWindows(state, line),
        lane.values().stream().limit(NEXT_SHOWN).map(TicketId::number).toList(),
        shut.isEmpty(),
        shut.orElse(null),
        PeopleAhead.ofNew(state, line),
        worse == 0 ? null : worse,
        green(state, now, line));
  }

  private LinesState.@Nullable Green green(HallState state, Instant now, LineId line) {
    if (state.plan().greenReasons().isEmpty()) {
      return null;
    }
    Rank rank = PriorityClass.GREEN.rank(state.plan().rules(), now, Long.MAX_VALUE);
    return new LinesState.Green(PeopleAhead.of(state, line, rank), ofNew(state, line, true, rank));
  }

  private static List<String> servingWindows(HallState state, LineId line) {
    return Outlook.serving(state.plan(), state.windows(), line).stream()
        .map(window -> window.id().value())
        .toList();
  }

  private static Optional<BoardState.Call> call(HallState state, Window window) {
    if (!(window instanceof Window.Busy busy)) {
      return Optional.empty();
    }
    Optional<TicketState.Called> called = called(state, window);
    return Optional.of(
        new BoardState.Call(
            callId(state, busy.ticket()),
            busy.ticket().number(),
            window.id().value(),
            name(window.plan()),
            window.plan().zone(),
            called.map(TicketState.Called::calls).orElse(1),
            called.map(TicketState.Called::last).orElse(busy.since())));
  }

  private static String number(Window window) {
    return window.findTicket().map(TicketId::number).orElse("");
  }

  private static Optional<TicketState.Called> called(HallState state, Window window) {
    return window
        .findTicket()
        .flatMap(state::findTicket)
        .map(Ticket::state)
        .filter(TicketState.Called.class::isInstance)
        .map(TicketState.Called.class::cast);
  }

  private Optional<WindowState.RatingInvitation> invitation(HallState state, WindowId window) {
    return invitations
        .at(state, window)
        .map(
            it ->
                new WindowState.RatingInvitation(
                    it.service().value(),
                    numberOf(it),
                    itemName(state.plan(), it.item()),
                    it.clerk().value(),
                    it.silentAt()));
  }

  private static String numberOf(OpenRating rating) {
    String[] parts = rating.service().value().split("-");
    return parts.length > 1 ? parts[1] : rating.service().value();
  }
}
