package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import io.tidehall.server.edge.TicketLinks;
import io.tidehall.server.view.Console;
import io.tidehall.server.view.Views;
import io.tidehall.server.writer.HallWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A ticket by its slip's link: what its holder sees, and may do without signing in. Who has the
 * link is taken for the holder; a mark that nobody can guess stands for a password, and no cookie
 * is asked for, so that no other site can act in the holder's name.
 */
final class PhoneRoutes {
  /** Why a ticket is void that its holder gave up. */
  static final String BY_VISITOR = "by the visitor";

  /** A ticket is given up once, so that every attempt at it is the same one. */
  private static final String CANCEL = "cancel";

  private static final int BAD = 2;
  private static final int MOST_SERVICES = 30;

  private final HallWriter writer;
  private final Views views;
  private final ConsoleFeed feed;
  private final Supplier<Catalogue> catalogue;
  private final TicketLinks links;
  private final Replies replies;
  private final Buckets acts;
  private final Buckets misses;

  PhoneRoutes(
      HallWriter writer,
      Views views,
      ConsoleFeed feed,
      Supplier<Catalogue> catalogue,
      TicketLinks links,
      Replies replies) {
    this(writer, views, feed, catalogue, links, replies, System::nanoTime);
  }

  /** For tests that drive time. */
  PhoneRoutes(
      HallWriter writer,
      Views views,
      ConsoleFeed feed,
      Supplier<Catalogue> catalogue,
      TicketLinks links,
      Replies replies,
      LongSupplier nanos) {
    this.writer = writer;
    this.views = views;
    this.feed = feed;
    this.catalogue = catalogue;
    this.links = links;
    this.replies = replies;
    acts = new Buckets(6, Duration.ofSeconds(5), nanos);
    misses = new Buckets(20, Duration.ofSeconds(3), nanos);
  }

  void routes(RoutesConfig routes) {
    routes.get("/api/slips/{token}", known((ctx, ticket) -> ctx.json(look(ticket))), Role.ANYONE);
    routes.post("/api/slips/{token}/cancel", act(this::cancel), Role.ANYONE);
    routes.post("/api/slips/{token}/delay", act(this::delay), Role.ANYONE);
    routes.post("/api/slips/{token}/rate", act(this::rate), Role.ANYONE);
  }

  /** What is done with the ticket of a link. */
  private interface WithTicket {
    void handle(Context ctx, TicketId ticket) throws Exception;
  }

  /** Looks the link up; who has tried too many wrong ones is not even told whether it is right. */
  private Handler known(WithTicket then) {
    return ctx -> {
      long wait = misses.wait(ctx.ip());
      if (wait > 0) {
        tooMany(ctx, wait);
        return;
      }
      Optional<TicketId> ticket = links.ticket(ctx.pathParam("token"));
      if (ticket.isPresent()) {
        then.handle(ctx, ticket.get());
      } else {
        misses.take(ctx.ip());
        Replies.problem(
            ctx,
            HttpStatus.NOT_FOUND,
            "UNKNOWN_LINK",
            Text.of(
                "这个链接不完整，请重新扫一次号票上的二维码", "The link is not whole: scan the code on the slip again"),
            "Expected a link as slips carry it, but it is not one");
      }
    };
  }

  private Handler act(WithTicket then) {
    return known(
        (ctx, ticket) -> {
          long wait = acts.take(ticket.value());
          if (wait > 0) {
            tooMany(ctx, wait);
          } else {
            then.handle(ctx, ticket);
          }
        });
  }

  private static void tooMany(Context ctx, long seconds) {
    ctx.header("Retry-After", Long.toString(seconds));
    Replies.problem(
        ctx,
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY",
        Text.of("操作太快，请稍等再试", "Too many tries; please wait a moment"),
        "Expected fewer requests: try again in " + seconds + " s");
  }

  private void cancel(Context ctx, TicketId ticket) {
    replies.submit(ctx, Actor.visitor(ticket), new Command.VoidTicket(ticket, BY_VISITOR), CANCEL);
  }

  private void delay(Context ctx, TicketId ticket) {
    replies.submit(ctx, Actor.visitor(ticket), new Command.DelayTicket(ticket));
  }

  private void rate(Context ctx, TicketId ticket) {
    Api.Rate body = ctx.bodyAsClass(Api.Rate.class);
    ServiceId service =
        rating(writer.state(), ticket)
            .map(OpenRating::service)
            .orElseGet(() -> ServiceId.of(ticket, 1));
    replies.submit(
        ctx,
        Actor.visitor(ticket),
        new Command.Rate(
            service,
            body.level(),
            Objects.requireNonNullElse(body.reasons(), List.of()),
            Objects.requireNonNullElse(body.text(), "").strip(),
            Channel.QR_CODE));
  }

  private Api.Position look(TicketId id) {
    HallState state = writer.state();
    Optional<Ticket> ticket = state.findTicket(id);
    if (ticket.isPresent()) {
      Console console = feed.console();
      for (Console.Ticket row : console.tickets()) {
        if (row.id().equals(id.value())) {
          return live(state, ticket.get(), row);
        }
      }
    }
    return ended(writer.state(), id);
  }

  private Api.Position live(HallState state, Ticket ticket, Console.Ticket row) {
    TicketView view = views.live(state, ticket);
    boolean waits = ticket.state() instanceof TicketState.Waiting;
    return new Api.Position(
        view.number(),
        view.lineName(),
        row.state(),
        view.ahead(),
        row.outlook(),
        row.window(),
        view.windows(),
        Views.name(state.plan()),
        views.told(ticket),
        views.worse(ticket),
        feed.hall().notices(),
        waits ? behind(state, ticket) : 0,
        waits && !ticket.delayed() ? state.plan().rules().phoneDelay() : 0,
        ticket.delayed(),
        null);
  }

  private static int behind(HallState state, Ticket ticket) {
    var lane = state.queues().lane(ticket.lane());
    return lane.size() - lane.headMap(ticket.rank()).size() - 1;
  }

  private Api.Position ended(HallState state, TicketId id) {
    Optional<OpenRating> rating = rating(state, id);
    boolean open =
        rating.filter(it -> it.stage() != OpenRating.Stage.RATED && !over(it)).isPresent();
    return new Api.Position(
        id.number(),
        line(state.plan(), id),
        open ? "rate" : ending(state, id, rating),
        0,
        null,
        "",
        List.of(),
        Views.name(state.plan()),
        null,
        false,
        feed.hall().notices(),
        0,
        0,
        false,
        open ? rating.map(it -> rating(state.plan(), it)).orElse(null) : null);
  }

  private String ending(HallState state, TicketId id, Optional<OpenRating> rating) {
    if (rating.isPresent()) {
      return rating.get().stage() == OpenRating.Stage.RATED ? "rated" : "over";
    }
    Actor holder = Actor.visitor(id);
    if (Hall.answered(state, holder, Replies.id(holder, CANCEL))) {
      return "cancelled";
    }
    HallPlan plan = state.plan();
    LocalDate day =
        LocalDate.parse(
            id.value().substring(0, id.value().indexOf('-')), DateTimeFormatter.BASIC_ISO_DATE);
    LocalDate last = plan.workingDays().plus(day, plan.rules().ratingDays());
    return plan.local(feed.now()).toLocalDate().isAfter(last) ? "over" : "ended";
  }

  private boolean over(OpenRating rating) {
    return !rating.closesAt().isAfter(feed.now());
  }

  /** The rating of a ticket that has been served: of its last service, as the others were none. */
  private static Optional<OpenRating> rating(HallState state, TicketId ticket) {
    return IntStream.rangeClosed(1, MOST_SERVICES)
        .mapToObj(nth -> Optional.ofNullable(state.ratings().get(ServiceId.of(ticket, nth))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Api.Rating rating(HallPlan plan, OpenRating open) {
    return new Api.Rating(
        open.window().value(),
        open.closesAt().minusSeconds(1).atZone(ZoneId.of(plan.zone())).toLocalDate(),
        catalogue.get().ratings().stream()
            .map(
                it ->
                    it.level() <= BAD
                        ? it
                        : new Catalogue.RatingLevel(it.level(), it.name(), List.of()))
            .toList());
  }

  /** The line of a number that is no longer alive, by its prefix. */
  private static Text line(HallPlan plan, TicketId id) {
    Optional<Line> line =
        plan.lines().stream().filter(it -> id.number().matches(it.prefix() + "[0-9]+")).findFirst();
    return line.map(it -> Views.lineName(plan, it.id())).orElse(Text.of("", ""));
  }
}
