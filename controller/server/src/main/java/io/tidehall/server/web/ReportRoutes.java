package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.Command;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Text;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.report.ClerkDay;
import io.tidehall.server.report.DayReport;
import io.tidehall.server.report.DayReportCsv;
import io.tidehall.server.report.DayReports;
import io.tidehall.server.report.PrintedDay;
import io.tidehall.server.view.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The day report as JSON and CSV. */
public final class ReportRoutes {
  private final ReadModel model;
  private final Projector projector;
  private final Supplier<ZoneId> zone;

  /**
   * Makes the routes.
   *
   * @param zone the hall's time zone
   */
  public ReportRoutes(ReadModel model, Projector projector, Supplier<ZoneId> zone) {
    this.model = model;
    this.projector = projector;
    this.zone = zone;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/api/report", this::json, Role.CLERK, Role.MANAGER, Role.ADMIN);
    routes.get("/api/report.csv", this::csv, Role.CLERK, Role.MANAGER, Role.ADMIN);
    routes.get("/api/report/days", this::days, Role.CLERK, Role.MANAGER, Role.ADMIN);
  }

  /** A clerk's own figures. */
  public void clerkRoutes(RoutesConfig routes, Sessions sessions) {
    routes.get(
        "/api/my-day",
        ctx -> {
          projector.catchUp();
          ctx.json(ClerkDay.of(model, sessions.account(ctx).orElseThrow().id()));
        },
        Role.CLERK);
  }

  /** Printing a day's figures on a slip. */
  public void printRoutes(
      RoutesConfig routes, Sessions sessions, Replies replies, Devices devices) {
    routes.post(
        "/api/report/print",
        ctx -> {
          Api.PrintReport body = ctx.bodyAsClass(Api.PrintReport.class);
          Optional<DayReport> report = find(body.day());
          if (report.isEmpty()) {
            missing(ctx);
            return;
          }
          Optional<Devices.Known> printer =
              Optional.ofNullable(body.printer())
                  .or(devices::slipPrinter)
                  .flatMap(devices::find)
                  .filter(it -> it.place().role() == DeviceRole.TICKET_PRINTER);
          if (printer.isEmpty() || !printer.get().readyToPrint()) {
            notPrinted(ctx, body.printer(), printer);
            return;
          }
          String language = "en".equals(body.language()) ? "en" : "zh-CN";
          replies.submit(
              ctx,
              sessions.actor(ctx),
              new Command.PrintReport(
                  PrintedDay.of(report.get()), printer.get().place().id(), language));
        },
        Role.MANAGER,
        Role.ADMIN);
  }

  private static void notPrinted(
      Context ctx, @Nullable String asked, Optional<Devices.Known> printer) {
    if (printer.isEmpty()) {
      Replies.problem(
          ctx,
          HttpStatus.CONFLICT,
          "NO_PRINTER",
          Words.text("edge.NO_PRINTER"),
          "Expected a ticket-printer of this hall, but %s is none"
              .formatted(asked == null ? "there" : asked));
    } else {
      Replies.problem(
          ctx,
          HttpStatus.CONFLICT,
          "PRINTER_NOT_READY",
          Words.text("report.PRINTER_NOT_READY"),
          "Expected a printer that is ready, but %s is offline, out of paper or faulty"
              .formatted(printer.get().place().id()));
    }
  }

  private void json(Context ctx) {
    find(ctx).ifPresentOrElse(ctx::json, () -> missing(ctx));
  }

  private void csv(Context ctx) {
    Locale locale =
        "en".equals(ctx.queryParam("language")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    find(ctx)
        .ifPresentOrElse(
            report ->
                ctx.contentType("text/csv; charset=utf-8")
                    .header(
                        "Content-Disposition",
                        "attachment; filename=\"tidehall-%s.csv\"".formatted(report.day()))
                    .result(DayReportCsv.write(report, zone.get(), locale)),
            () -> missing(ctx));
  }

  private void days(Context ctx) {
    projector.catchUp();
    ctx.json(DayReports.days(model));
  }

  private Optional<DayReport> find(Context ctx) {
    return find(ctx.queryParam("day"));
  }

  private Optional<DayReport> find(@Nullable String day) {
    projector.catchUp();
    if (day == null || day.isBlank()) {
      return newest();
    }
    try {
      return DayReports.of(model, LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      throw new Json.BadBodyException(
          "Expected day to be a date such as 2026-11-23, but it is '%s'".formatted(day), e);
    }
  }

  /** The report of the last day there was, as far as the journal goes. */
  public Optional<DayReport> latest() {
    projector.catchUp();
    return newest();
  }

  private Optional<DayReport> newest() {
    List<LocalDate> days = DayReports.days(model);
    return days.isEmpty() ? Optional.empty() : DayReports.of(model, days.getFirst());
  }

  private static void missing(Context ctx) {
    Replies.problem(
        ctx,
        HttpStatus.NOT_FOUND,
        "NO_SUCH_DAY",
        Text.of("这一天没有记录", "There are no records of that day"),
        "Expected a day that the hall has served");
  }
}
