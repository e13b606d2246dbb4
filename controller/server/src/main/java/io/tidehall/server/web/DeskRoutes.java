package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.view.Printable;
import io.tidehall.server.view.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a clerk does at a window. */
final class DeskRoutes {
  private static final int MOST_POINTS = 40;
  private static final int MOST_ITEMS = 10;
  private static final int LONGEST = 200;

  private final Replies replies;
  private final Sessions sessions;
  private final Devices devices;

  DeskRoutes(Replies replies, Sessions sessions, Devices devices) {
    this.replies = replies;
    this.sessions = sessions;
    this.devices = devices;
  }

  void routes(RoutesConfig routes) {
    routes.post("/api/windows/{window}/sign-in", this::signIn, Role.CLERK);
    routes.post("/api/windows/{window}/take-over", this::takeOver, Role.CLERK);
    act(routes, "sign-out", (_, window) -> new Command.SignOut(window));
    act(routes, "next", (_, window) -> new Command.CallNext(window));
    act(routes, "recall", (_, window) -> new Command.Recall(window));
    act(routes, "arrive", (_, window) -> new Command.Arrive(window));
    act(routes, "no-show", (_, window) -> new Command.MarkNoShow(window));
    act(routes, "end-pause", (_, window) -> new Command.EndPause(window));
    act(routes, "finish", this::finish);
    routes.post("/api/notices/{notice}/reprint", this::reprintNotice, Role.CLERK, Role.MANAGER);
    routes.post("/api/items/{item}/list", this::printList, Role.CLERK, Role.MANAGER);
    act(routes, "transfer", DeskRoutes::transfer);
    act(routes, "split", this::split);
    act(routes, "drop-split", DeskRoutes::dropSplit);
    act(routes, "hold", DeskRoutes::hold);
    act(routes, "pause", DeskRoutes::pause);
    act(
        routes,
        "call/{ticket}",
        (ctx, window) -> new Command.CallTicket(window, ticket(ctx), reason(ctx)));
    act(routes, "resume/{ticket}", (ctx, window) -> new Command.Resume(window, ticket(ctx)));
  }

  static WindowId window(Context ctx) {
    return new WindowId(ctx.pathParam("window"));
  }

  static TicketId ticket(Context ctx) {
    return new TicketId(ctx.pathParam("ticket"));
  }

  static String reason(Context ctx) {
    if (ctx.body().isBlank()) {
      return "";
    }
    String reason = ctx.bodyAsClass(Api.WithReason.class).reason();
    return reason == null ? "" : limited(reason);
  }

  /** A word of an enum in kebab-case or as it is spelled in Java. */
  static <E extends Enum<E>> E word(Class<E> type, String field, @Nullable String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> word != null && it.name().equalsIgnoreCase(word.replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new Json.BadBodyException(
                    "Expected %s to be one of %s, but it is '%s'"
                        .formatted(field, Arrays.toString(type.getEnumConstants()), word),
                    null));
  }

  private void signIn(Context ctx) {
    Account account = sessions.account(ctx).orElseThrow();
    String asked = ctx.body().isBlank() ? null : ctx.bodyAsClass(Api.StandIn.class).standingInFor();
    ClerkId away = asked == null || asked.isBlank() ? null : new ClerkId(asked);
    replies.submit(
        ctx,
        new Actor(Actor.Kind.CLERK, account.id(), away == null ? null : away.value()),
        new Command.SignIn(window(ctx), new ClerkId(account.id()), away));
  }

  private void takeOver(Context ctx) {
    Account account = sessions.account(ctx).orElseThrow();
    replies.submit(
        ctx, sessions.actor(ctx), new Command.TakeOver(window(ctx), new ClerkId(account.id())));
  }

  private void act(
      RoutesConfig routes, String path, BiFunction<Context, WindowId, Command> command) {
    routes.post(
        "/api/windows/{window}/" + path,
        ctx -> replies.submit(ctx, sessions.actor(ctx), command.apply(ctx, window(ctx))),
        Role.CLERK,
        Role.MANAGER);
  }

  private Command finish(Context ctx, WindowId window) {
    Api.Finish body = ctx.bodyAsClass(Api.Finish.class);
    Outcome outcome = word(Outcome.class, "outcome", body.outcome());
    String reason = body.reason() == null ? "" : limited(body.reason());
    return new Command.Finish(
        window,
        outcome,
        reason,
        outcome.notified() ? telling(body, window, outcome, reason) : null);
  }

  /** What the notice says; a reason alone is all that is missing, in one sentence. */
  private Command.Telling telling(
      Api.Finish body, WindowId window, Outcome outcome, String reason) {
    List<String> list = texts("list", body.list(), MOST_POINTS);
    boolean said = list.isEmpty() && outcome == Outcome.SUPPLEMENT && !reason.isBlank();
    return new Command.Telling(
        texts("items", body.items(), MOST_ITEMS),
        said ? List.of(reason) : list,
        devices.slipPrinter(window.value()).orElse(null),
        body.language() == null ? "zh-CN" : body.language());
  }

  private void reprintNotice(Context ctx) {
    String notice = ctx.pathParam("notice");
    print(ctx, printer -> new Command.ReprintNotice(notice, printer, "zh-CN"));
  }

  /** A list is for the visitor who stands there: one that came out later would help nobody. */
  private void printList(Context ctx) {
    String item = ctx.pathParam("item");
    Optional<Devices.Known> printer = printer(ctx).flatMap(devices::find);
    if (printer.isPresent()
        && !printer.get().readyToPrint()
        && !replies.answered(ctx, sessions.actor(ctx))) {
      Replies.problem(
          ctx,
          HttpStatus.CONFLICT,
          "PRINTER_NOT_READY",
          Words.text("desk.PRINTER_NOT_READY"),
          "Expected a printer that is ready, but %s is offline, out of paper or faulty"
              .formatted(printer.get().place().id()));
      return;
    }
    print(ctx, it -> new Command.PrintList(item, it, "zh-CN"));
  }

  private Optional<String> printer(Context ctx) {
    String window = ctx.queryParam("window");
    return window == null ? devices.slipPrinter() : devices.slipPrinter(window);
  }

  /** Something is printed at the window's printer, or at the hall's. */
  private void print(Context ctx, Function<String, Command> command) {
    Optional<String> printer = printer(ctx);
    if (printer.isEmpty()) {
      Replies.problem(
          ctx,
          HttpStatus.CONFLICT,
          "NO_PRINTER",
          Words.text("edge.NO_PRINTER"),
          "Expected a ticket-printer in this hall, but there is none");
      return;
    }
    replies.submit(ctx, sessions.actor(ctx), command.apply(printer.get()));
  }

  private static List<String> texts(String field, @Nullable List<String> texts, int most) {
    List<String> all = texts == null ? List.of() : texts;
    if (all.size() > most || all.stream().anyMatch(it -> it.length() > LONGEST)) {
      throw new Json.BadBodyException(
          "Expected at most %d %s of at most %d characters, but there are %d"
              .formatted(most, field, LONGEST, all.size()),
          null);
    }
    return all.stream().map(Printable::of).map(String::strip).toList();
  }

  private static Command hold(Context ctx, WindowId window) {
    return new Command.Hold(
        window, word(HoldKind.class, "kind", ctx.bodyAsClass(Api.Hold.class).kind()));
  }

  private static Command pause(Context ctx, WindowId window) {
    Api.Pause body =
        ctx.body().isBlank() ? new Api.Pause(null, null) : ctx.bodyAsClass(Api.Pause.class);
    return new Command.Pause(
        window,
        body.reason() == null || body.reason().isBlank() ? "暂停服务" : limited(body.reason()),
        body.until());
  }

  private Command split(Context ctx, WindowId window) {
    Api.Split body = ctx.bodyAsClass(Api.Split.class);
    return new Command.Split(
        window,
        new LineId(String.valueOf(body.line())),
        texts("items", body.items(), MOST_ITEMS),
        word(Command.Place.class, "place", body.place()),
        devices.slipPrinter(window.value()).orElse(null),
        "zh-CN");
  }

  private static Command dropSplit(Context ctx, WindowId window) {
    return new Command.DropSplit(
        window, new LineId(String.valueOf(ctx.bodyAsClass(Api.DropSplit.class).line())));
  }

  private static Command transfer(Context ctx, WindowId window) {
    Api.Transfer body = ctx.bodyAsClass(Api.Transfer.class);
    Command.Destination to;
    if (body.line() != null) {
      to = new Command.Destination.ToLine(new LineId(body.line()));
    } else if (body.window() != null) {
      to = new Command.Destination.ToWindow(new WindowId(body.window()));
    } else if (body.clerk() != null) {
      to = new Command.Destination.ToClerk(new ClerkId(body.clerk()));
    } else {
      throw new Json.BadBodyException(
          "Expected a line, a window or a clerk to transfer to, but there is none", null);
    }
    return new Command.Transfer(
        window, to, word(Command.Place.class, "place", body.place()), body.at());
  }

  /** Words as slips and displays take them: not too long, and printable. */
  static String limited(String text) {
    return Printable.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }
}
