package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.WindowId;
import java.util.List;

/** Emergency calls and messages among the staff. */
final class StaffRoutes {
  private final Replies replies;
  private final Sessions sessions;

  StaffRoutes(Replies replies, Sessions sessions) {
    this.replies = replies;
    this.sessions = sessions;
  }

  void routes(RoutesConfig routes) {
    routes.post("/api/windows/{window}/emergency", this::raise, Role.CLERK, Role.MANAGER);
    routes.post("/api/emergencies/{emergency}/accept", this::accept, Role.CLERK, Role.MANAGER);
    routes.post("/api/emergencies/{emergency}/clear", this::clear, Role.CLERK, Role.MANAGER);
    routes.post("/api/messages", this::send, Role.MANAGER);
    routes.post("/api/windows/{window}/messages/{message}/read", this::read, Role.CLERK);
  }

  private void raise(Context ctx) {
    replies.submit(ctx, sessions.actor(ctx), new Command.RaiseEmergency(DeskRoutes.window(ctx)));
  }

  private void accept(Context ctx) {
    replies.submit(
        ctx, sessions.actor(ctx), new Command.AcceptEmergency(ctx.pathParam("emergency")));
  }

  private void clear(Context ctx) {
    replies.submit(
        ctx,
        sessions.actor(ctx),
        new Command.ClearEmergency(ctx.pathParam("emergency"), DeskRoutes.reason(ctx)));
  }

  private void send(Context ctx) {
    Api.Message body = ctx.bodyAsClass(Api.Message.class);
    List<String> to = body.to() == null ? List.of() : body.to();
    replies.submit(
        ctx,
        sessions.actor(ctx),
        new Command.SendMessage(
            to.stream().map(WindowId::new).toList(),
            body.text() == null ? "" : DeskRoutes.limited(body.text())));
  }

  private void read(Context ctx) {
    replies.submit(
        ctx,
        sessions.actor(ctx),
        new Command.ReadMessage(DeskRoutes.window(ctx), ctx.pathParam("message")));
  }
}
