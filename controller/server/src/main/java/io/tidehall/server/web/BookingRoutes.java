package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.HallState;
import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.booking.Slots;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.server.booking.BookingFile;
import io.tidehall.server.booking.Problem;
import io.tidehall.server.booking.Wish;
import io.tidehall.server.booking.WishReader;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.view.Views;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.HallWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bookings, for the platform on which people book, for clerks, and as a file. A repeat of any of it
 * is harmless: a booking is known by its id.
 */
public final class BookingRoutes {
  private final HallWriter writer;
  private final Views views;
  private final WishReader reader;
  private final Devices devices;
  private final InstantSource clock;

  /** Makes the routes. */
  public BookingRoutes(
      HallWriter writer, Views views, WishReader reader, Devices devices, InstantSource clock) {
    this.writer = writer;
    this.views = views;
    this.reader = reader;
    this.devices = devices;
    this.clock = clock;
  }

  void routes(RoutesConfig routes, Replies replies, Sessions sessions) {
    Role[] all = {Role.CLERK, Role.MANAGER, Role.PLATFORM};
    routes.get("/api/slots", this::slots, all);
    routes.get("/api/bookings", this::list, Role.CLERK, Role.MANAGER);
    routes.get("/api/bookings/{booking}", this::one, all);
    routes.put("/api/bookings/{booking}", ctx -> book(ctx, replies, sessions.actor(ctx)), all);
    routes.delete("/api/bookings/{booking}", ctx -> cancel(ctx, replies, sessions.actor(ctx)), all);
    routes.post("/api/bookings", ctx -> file(ctx, replies, sessions.actor(ctx)), all);
    routes.post(
        "/api/bookings/{booking}/check-in",
        ctx ->
            replies.submit(
                ctx,
                sessions.actor(ctx),
                new Command.CheckIn(id(ctx), devices.slipPrinter().orElse(null), "zh-CN", null)),
        Role.CLERK,
        Role.MANAGER);
  }

  private void book(Context ctx, Replies replies, Actor actor) {
    Api.NewBooking body = ctx.bodyAsClass(Api.NewBooking.class);
    var wish =
        new Wish(
            id(ctx),
            body.line(),
            body.items() == null ? List.of() : body.items(),
            body.from(),
            body.idNumber(),
            body.phone());
    WishReader.Reading read = reader.read(writer.state(), wish, 0);
    Command.Book book = read.book();
    if (book == null) {
      problems(ctx, "BAD_BOOKING", "booking.bad-wish", read.problems());
      return;
    }
    replies.submit(ctx, actor, book, answer -> told(answer.state(), book.booking()));
  }

  private void cancel(Context ctx, Replies replies, Actor actor) {
    String id = id(ctx);
    replies.submit(ctx, actor, new Command.CancelBooking(id), answer -> told(answer.state(), id));
  }

  private void file(Context ctx, Replies replies, Actor actor) {
    HallState before = writer.state();
    BookingFile.Reading read =
        new BookingFile(reader).read(before, ctx.body(), actor, clock.instant());
    Command.BookAll all = read.all();
    if (all == null) {
      problems(ctx, "BAD_FILE", "booking.bad-file", read.problems());
      return;
    }
    replies.submit(
        ctx,
        actor,
        all,
        answer -> all.bookings().stream().map(it -> told(answer.state(), it.booking())).toList());
  }

  private void one(Context ctx) {
    HallState state = writer.state();
    state
        .bookings()
        .meant(state.plan(), state.day(), id(ctx))
        .ifPresentOrElse(
            booking -> ctx.json(told(state, booking)),
            () ->
                Replies.problem(
                    ctx,
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_BOOKING",
                    Words.text("refusal.UNKNOWN_BOOKING"),
                    "Expected a booking of today or later, but there is no " + id(ctx)));
  }

  private void list(Context ctx) {
    HallState state = writer.state();
    ctx.json(
        state.bookings().on(state.plan(), day(ctx, state)).stream()
            .map(booking -> told(state, booking))
            .toList());
  }

  /** The days and slots of a line, with what is left of them. */
  private void slots(Context ctx) {
    HallState state = writer.state();
    HallPlan plan = state.plan();
    String asked = String.valueOf(ctx.queryParam("line"));
    Line line =
        plan.lines().stream()
            .filter(it -> it.id().value().equals(asked) || it.prefix().equals(asked))
            .findFirst()
            .orElseThrow(
                () ->
                    new Json.BadBodyException(
                        "Expected a line of this hall, but there is no '%s'".formatted(asked),
                        null));
    BookingPlan rules = plan.rules().bookings();
    Instant now = clock.instant();
    int quota = rules.quota(line.id());
    ctx.json(
        Slots.days(plan, plan.dayAt(now)).stream()
            .map(
                day ->
                    new Api.SlotDay(
                        day,
                        Slots.on(plan, day).stream()
                            .filter(
                                it ->
                                    it.from()
                                        .atZone(ZoneId.of(plan.zone()))
                                        .toInstant()
                                        .isAfter(now))
                            .map(
                                it ->
                                    new Api.Slot(
                                        it.from(),
                                        it.to(),
                                        Math.max(
                                            0,
                                            quota - state.bookings().taken(line.id(), it.from())),
                                        quota))
                            .toList()))
            .toList());
  }

  private Api.@Nullable Booking told(HallState state, String id) {
    return state.bookings().find(id).map(booking -> told(state, booking)).orElse(null);
  }

  private Api.Booking told(HallState state, Booking booking) {
    var ticket = Optional.ofNullable(booking.ticket());
    return new Api.Booking(
        booking.id(),
        booking.line().value(),
        Views.lineName(state.plan(), booking.line()),
        booking.items().stream().map(item -> views.itemName(state.plan(), item)).toList(),
        booking.from(),
        booking.to(),
        booking.code(),
        booking.stage().name(),
        ticket.map(it -> it.number()).orElse(null));
  }

  private static LocalDate day(Context ctx, HallState state) {
    String day = ctx.queryParam("day");
    if (day == null || day.isBlank()) {
      return state.day();
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new Json.BadBodyException(
          "Expected day to be a date such as 2026-11-23, but it is '%s'".formatted(day), e);
    }
  }

  private static void problems(Context ctx, String code, String words, List<Problem> problems) {
    ctx.status(HttpStatus.BAD_REQUEST)
        .json(new Api.BookingProblems(code, Words.text(words), problems));
  }

  private static String id(Context ctx) {
    return ctx.pathParam("booking");
  }
}
