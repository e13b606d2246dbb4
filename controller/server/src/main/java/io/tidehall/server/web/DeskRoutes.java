package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.TicketId;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a clerk does at a window. */
final class DeskRoutes {
  private final Replies replies;
  private final Sessions sessions;

  DeskRoutes(Replies replies, Sessions sessions) {
    this.replies = replies;
    this.sessions = sessions;
  }

  void routes(RoutesConfig routes) {
    routes.post("/api/windows/{window}/sign-in", this::signIn, Role.CLERK);
    act(routes, "sign-out", (_, window) -> new Command.SignOut(window));
    act(routes, "next", (_, window) -> new Command.CallNext(window));
    act(routes, "recall", (_, window) -> new Command.Recall(window));
    act(routes, "arrive", (_, window) -> new Command.Arrive(window));
    act(routes, "no-show", (_, window) -> new Command.MarkNoShow(window));
    act(routes, "end-pause", (_, window) -> new Command.EndPause(window));
    act(routes, "finish", DeskRoutes::finish);
    act(routes, "transfer", DeskRoutes::transfer);
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

  private void act(
      RoutesConfig routes, String path, BiFunction<Context, WindowId, Command> command) {
    routes.post(
        "/api/windows/{window}/" + path,
        ctx -> replies.submit(ctx, sessions.actor(ctx), command.apply(ctx, window(ctx))),
        Role.CLERK,
        Role.MANAGER);
  }

  private static Command finish(Context ctx, WindowId window) {
    Api.Finish body = ctx.bodyAsClass(Api.Finish.class);
    return new Command.Finish(
        window,
        word(Outcome.class, "outcome", body.outcome()),
        body.reason() == null ? "" : limited(body.reason()));
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
    return new Command.Transfer(window, to, word(Command.Place.class, "place", body.place()));
  }

  static String limited(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }
}
