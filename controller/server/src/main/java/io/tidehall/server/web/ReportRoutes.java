package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.protocol.Text;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.report.ClerkDay;
import io.tidehall.server.report.DayReport;
import io.tidehall.server.report.DayReportCsv;
import io.tidehall.server.report.DayReports;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

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
    projector.catchUp();
    String day = ctx.queryParam("day");
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
