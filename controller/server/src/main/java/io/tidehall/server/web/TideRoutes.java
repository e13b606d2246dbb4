package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tidehall.hall.Command;
import io.tidehall.server.view.TideCards;
import io.tidehall.server.writer.HallWriter;

/** What a manager does with the proposals of tidal rules. */
final class TideRoutes {
  private final HallWriter writer;
  private final Replies replies;
  private final Sessions sessions;

  TideRoutes(HallWriter writer, Replies replies, Sessions sessions) {
    this.writer = writer;
    this.replies = replies;
    this.sessions = sessions;
  }

  void routes(RoutesConfig routes) {
    routes.get(
        "/api/tides", ctx -> ctx.json(TideCards.tides(writer.state())), Role.MANAGER, Role.ADMIN);
    routes.post("/api/proposals/{proposal}/approve", this::approve, Role.MANAGER);
    routes.post("/api/proposals/{proposal}/refuse", this::refuse, Role.MANAGER);
  }

  private void approve(Context ctx) {
    replies.submit(ctx, sessions.actor(ctx), new Command.ApproveTide(ctx.pathParam("proposal")));
  }

  private void refuse(Context ctx) {
    replies.submit(
        ctx,
        sessions.actor(ctx),
        new Command.RefuseTide(ctx.pathParam("proposal"), DeskRoutes.reason(ctx)));
  }
}
