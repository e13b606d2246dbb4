package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.protocol.Text;
import io.tidehall.server.reload.HallFileReload;
import io.tidehall.server.reload.HallFileReload.Look;
import io.tidehall.server.reload.HallFileReload.Outcome;
import io.tidehall.server.view.Words;
import java.util.Objects;

/** The hall file of the running hall: looking at what it would change, and taking it over. */
final class HallFileRoutes {
  private final HallFileReload reload;
  private final Sessions sessions;

  HallFileRoutes(HallFileReload reload, Sessions sessions) {
    this.reload = reload;
    this.sessions = sessions;
  }

  void routes(RoutesConfig routes) {
    routes.get("/api/hall-file", ctx -> ctx.json(reload.look()), Role.MANAGER, Role.ADMIN);
    routes.post("/api/hall-file", this::take, Role.MANAGER, Role.ADMIN);
  }

  private void take(Context ctx) throws InterruptedException {
    String version = ctx.bodyAsClass(Api.HallFile.class).version();
    switch (reload.take(sessions.actor(ctx), String.valueOf(version))) {
      case Outcome.Taken(long seq) -> ctx.json(new Api.Done(seq, ""));
      case Outcome.NotTaken(Look look) ->
          Replies.problem(
              ctx, HttpStatus.CONFLICT, "HALL_FILE_" + look.status(), words(look), detail(look));
    }
  }

  private static Text words(Look look) {
    return look.status() == HallFileReload.Status.REFUSED
        ? Objects.requireNonNull(look.refusal())
        : Words.text("hall-file." + look.status());
  }

  private static String detail(Look look) {
    return switch (look.status()) {
      case NONE -> "Expected a hall that runs from a hall file, but it came with the program";
      case SAME -> "Expected a hall file with changes, but it says what is in use already";
      case CHANGED ->
          "Expected the hall file that was looked at, but it has changed since: look again";
      case WRONG -> io.tidehall.server.hallfile.Problem.text(look.problems());
      case REFUSED -> look.detail();
    };
  }
}
