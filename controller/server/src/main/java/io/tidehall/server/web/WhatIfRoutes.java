package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.Line;
import io.tidehall.protocol.Text;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.report.SkillReports;
import io.tidehall.server.whatif.Question;
import io.tidehall.server.whatif.WhatIfs;
import io.tidehall.server.writer.HallWriter;
import java.util.Optional;

/** Past days under other policies, staffing and tidal rules, and what windows should learn. */
public final class WhatIfRoutes {
  private final WhatIfs whatIfs;
  private final ReadModel model;
  private final Projector projector;
  private final HallWriter writer;

  public WhatIfRoutes(WhatIfs whatIfs, ReadModel model, Projector projector, HallWriter writer) {
    this.whatIfs = whatIfs;
    this.model = model;
    this.projector = projector;
    this.writer = writer;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/api/what-if", this::overview, Role.MANAGER, Role.ADMIN);
    routes.post("/api/what-if", this::ask, Role.MANAGER, Role.ADMIN);
    routes.get("/api/what-if/{job}", this::find, Role.MANAGER, Role.ADMIN);
    routes.delete("/api/what-if/{job}", this::cancel, Role.MANAGER, Role.ADMIN);
    routes.get("/api/second-skills", this::skills, Role.MANAGER, Role.ADMIN);
  }

  private void overview(Context ctx) {
    projector.catchUp();
    HallState state = writer.state();
    ctx.json(
        new Api.WhatIf(
            whatIfs.days(),
            state.windows().values().stream()
                .map(
                    it ->
                        new Api.WhatIfWindow(
                            it.id().value(),
                            Text.of(it.plan().zh(), it.plan().en()),
                            it.plan().kind().name(),
                            it.plan().kind().specialised(),
                            it.plan().home(),
                            it.plan().second()))
                .toList(),
            state.plan().lines().stream().map(Line::field).distinct().toList(),
            whatIfs.latest().orElse(null)));
  }

  private void ask(Context ctx) {
    projector.catchUp();
    switch (whatIfs.ask(ctx.bodyAsClass(Question.class))) {
      case WhatIfs.Started it -> ctx.status(HttpStatus.ACCEPTED).json(it.job());
      case WhatIfs.Refused it ->
          Replies.problem(
              ctx,
              switch (it.code()) {
                case WhatIfs.Refused.NO_SUCH_DAY -> HttpStatus.NOT_FOUND;
                case WhatIfs.Refused.RUNNING -> HttpStatus.CONFLICT;
                default -> HttpStatus.BAD_REQUEST;
              },
              it.code(),
              it.words(),
              it.detail());
    }
  }

  private void find(Context ctx) {
    answer(ctx, whatIfs.find(ctx.pathParam("job")));
  }

  private void cancel(Context ctx) {
    answer(ctx, whatIfs.cancel(ctx.pathParam("job")));
  }

  private static void answer(Context ctx, Optional<WhatIfs.Job> job) {
    job.ifPresentOrElse(
        ctx::json,
        () ->
            Replies.problem(
                ctx,
                HttpStatus.NOT_FOUND,
                "NO_SUCH_JOB",
                Text.of("没有这个推演，可能已被新的代替", "There is no such what-if; a newer one may stand"),
                "Expected the id of the last job"));
  }

  private void skills(Context ctx) {
    projector.catchUp();
    ctx.json(SkillReports.of(model, writer.state()));
  }
}
