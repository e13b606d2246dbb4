package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.LineId;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.edge.StorageGuard;
import io.tidehall.server.view.Views;
import io.tidehall.server.view.Words;
import java.util.List;

/** What every member of staff may do for a visitor, and the accounts. */
final class ManageRoutes {
  private final Replies replies;
  private final Sessions sessions;
  private final Accounts accounts;
  private final StorageGuard storage;
  private final Devices devices;
  private final Views views;

  ManageRoutes(
      Replies replies,
      Sessions sessions,
      Accounts accounts,
      StorageGuard storage,
      Devices devices,
      Views views) {
    this.replies = replies;
    this.sessions = sessions;
    this.accounts = accounts;
    this.storage = storage;
    this.devices = devices;
    this.views = views;
  }

  void routes(RoutesConfig routes) {
    routes.post("/api/tickets", this::issue, Role.CLERK, Role.MANAGER);
    routes.post("/api/tickets/{ticket}/void", this::voidTicket, Role.CLERK, Role.MANAGER);
    routes.post("/api/tickets/{ticket}/requeue", this::requeue, Role.CLERK, Role.MANAGER);
    routes.post("/api/tickets/{ticket}/reprint/{printer}", this::reprint, Role.CLERK, Role.MANAGER);
    routes.get("/api/accounts", this::listAccounts, Role.ADMIN);
    routes.post("/api/accounts/{account}/reset", this::reset, Role.ADMIN);
  }

  private void issue(Context ctx) {
    if (storage.low()) {
      Replies.problem(
          ctx,
          HttpStatus.INSUFFICIENT_STORAGE,
          "STORAGE_LOW",
          Words.text("edge.STORAGE_LOW"),
          "Expected more free disk, but only %d bytes are free".formatted(storage.free()));
      return;
    }
    Api.NewTicket body = ctx.bodyAsClass(Api.NewTicket.class);
    replies.submit(
        ctx,
        sessions.actor(ctx),
        views.promised(
            new Command.IssueTicket(
                new LineId(String.valueOf(body.line())),
                body.items() == null ? List.of() : body.items(),
                body.greenReason(),
                null,
                body.printer() == null ? devices.slipPrinter().orElse(null) : body.printer(),
                "zh-CN")));
  }

  private void voidTicket(Context ctx) {
    replies.submit(
        ctx,
        sessions.actor(ctx),
        new Command.VoidTicket(DeskRoutes.ticket(ctx), DeskRoutes.reason(ctx)));
  }

  private void requeue(Context ctx) {
    replies.submit(ctx, sessions.actor(ctx), new Command.Requeue(DeskRoutes.ticket(ctx)));
  }

  /** A slip is for the visitor who stands there: one that came out later would help nobody. */
  private void reprint(Context ctx) {
    String printer = ctx.pathParam("printer");
    boolean down = devices.find(printer).filter(it -> !it.readyToPrint()).isPresent();
    if (down && !replies.answered(ctx, sessions.actor(ctx))) {
      Replies.problem(
          ctx,
          HttpStatus.CONFLICT,
          "PRINTER_NOT_READY",
          Words.text("desk.NO_REPRINT"),
          "Expected a printer that is ready, but %s is offline, out of paper or faulty"
              .formatted(printer));
      return;
    }
    replies.submit(
        ctx,
        sessions.actor(ctx),
        new Command.ReprintSlip(DeskRoutes.ticket(ctx), printer, "zh-CN"));
  }

  private void listAccounts(Context ctx) {
    ctx.json(
        accounts.all().stream()
            .map(
                it ->
                    new Api.Choice(
                        it.id(), io.tidehall.protocol.Text.zh(it.name()), it.mustChange()))
            .toList());
  }

  private void reset(Context ctx) {
    accounts
        .reset(ctx.pathParam("account"))
        .ifPresentOrElse(
            account ->
                ctx.json(new Api.SignIn(account.id(), account.firstPassword(), account.firstPin())),
            () ->
                Replies.problem(
                    ctx,
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_ACCOUNT",
                    Words.text("refusal.UNKNOWN_CLERK"),
                    "Expected an account, but there is no " + ctx.pathParam("account")));
  }
}
