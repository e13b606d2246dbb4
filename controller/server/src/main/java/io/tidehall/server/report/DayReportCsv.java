package io.tidehall.server.report;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A day report as a file for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, since Excel
 * reads Chinese wrongly without it. One figure a line, so that a new figure is a new line and never
 * moves a column.
 */
public final class DayReportCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** As spreadsheets read it, in the hall's own time. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final ResourceBundle texts;
  private final ZoneId zone;
  private final boolean chinese;
  private final StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);

  private DayReportCsv(ZoneId zone, Locale locale) {
    this.zone = zone;
    this.texts = texts(locale);
    this.chinese = locale.getLanguage().equals("zh");
  }

  /**
   * The file's bytes.
   *
   * @param zone of the hall
   * @param locale zh-CN or en, the language of headers and names
   */
  public static byte[] write(DayReport report, ZoneId zone, Locale locale) {
    var csv = new DayReportCsv(zone, locale);
    csv.header();
    csv.hall(report);
    report.lines().forEach(csv::line);
    report.windows().forEach(csv::window);
    report
        .outcomes()
        .forEach(
            (outcome, count) ->
                csv.row(
                    "outcome",
                    outcome.name(),
                    csv.chinese ? outcome.zh() : outcome.en(),
                    "services",
                    count));
    csv.ratings(report.ratings());
    report.tides().forEach(csv::tide);
    csv.row("forecast", "", "", "waited", report.forecasts().waited());
    csv.row("forecast", "", "", "told", report.forecasts().told());
    report.forecasts().rows().forEach(csv::forecast);
    csv.notices(report.notices());
    csv.bookings(report.bookings());
    return csv.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ResourceBundle texts(Locale locale) {
    return ResourceBundle.getBundle(
        "io.tidehall.server.report.texts",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private void header() {
    fields("column.section", "column.id", "column.name", "column.figure", "column.value");
  }

  private void fields(String... keys) {
    for (int i = 0; i < keys.length; i++) {
      out.append(i == 0 ? "" : ",").append(quoted(texts.getString(keys[i])));
    }
    out.append("\r\n");
  }

  private void hall(DayReport report) {
    String name = chinese ? report.hallZh() : report.hallEn();
    row("hall", "", name, "day", report.day());
    row("hall", "", name, "asOf", MOMENT.format(report.asOf().atZone(zone)));
    row("hall", "", name, "issued", report.tickets().issued());
    row("hall", "", name, "green", report.tickets().green());
    row("hall", "", name, "finished", report.tickets().finished());
    row("hall", "", name, "noShows", report.tickets().noShows());
    row("hall", "", name, "voids", report.tickets().voids());
    row("hall", "", name, "voidsAtDayEnd", report.tickets().voidsAtDayEnd());
    row("hall", "", name, "waitTarget", report.waitTargetSeconds());
    waits("hall", "", name, report.waits());
    row("hall", "", name, "services", report.handling().services());
    row("hall", "", name, "meanWalk", report.handling().meanWalkSeconds());
    row("hall", "", name, "meanService", report.handling().meanServiceSeconds());
    row("hall", "", name, "meanHeld", report.handling().meanHeldSeconds());
  }

  private void line(DayReport.LineRow line) {
    String name = chinese ? line.zh() : line.en();
    row("line", line.line(), name, "issued", line.issued());
    row("line", line.line(), name, "finished", line.finished());
    row("line", line.line(), name, "noShows", line.noShows());
    row("line", line.line(), name, "voids", line.voids());
    waits("line", line.line(), name, line.waits());
  }

  private void tide(DayReport.TideRow tide) {
    String name = chinese ? tide.zh() : tide.en();
    row("tide", tide.window(), name, "openings", tide.openings());
    row("tide", tide.window(), name, "tideOpen", tide.openSeconds());
    row("tide", tide.window(), name, "tideManned", tide.mannedSeconds());
    row("tide", tide.window(), name, "proposals", tide.proposals());
    row("tide", tide.window(), name, "refusals", tide.refusals());
    row("tide", tide.window(), name, "unanswered", tide.unanswered());
  }

  private void forecast(DayReport.ForecastRow it) {
    String load = texts.getString("load." + it.load());
    String line = chinese ? it.zh() : it.en();
    String name = it.line().isEmpty() ? texts.getString("section.hall") : line;
    String id = it.line().isEmpty() ? it.load().name() : it.line() + ":" + it.load().name();
    row("forecast", id, name + " · " + load, "forecasts", it.tickets());
    row("forecast", id, name + " · " + load, "meanError", it.meanErrorSeconds());
    row("forecast", id, name + " · " + load, "bias", it.biasSeconds());
    row("forecast", id, name + " · " + load, "coverage", share(it.coverage()));
  }

  private void bookings(DayReport.Bookings it) {
    row("booking", "", "", "booked", it.booked());
    row("booking", "", "", "bookedInTime", it.inTime());
    row("booking", "", "", "bookedLate", it.late());
    row("booking", "", "", "bookedMissed", it.missed());
    row("booking", "", "", "bookedCancelled", it.cancelled());
    row("booking", "", "", "bookedShare", share(it.share()));
  }

  private void notices(DayReport.Notices notices) {
    notices
        .issued()
        .forEach(
            (outcome, count) ->
                row(
                    "notice",
                    outcome.name(),
                    chinese ? outcome.zh() : outcome.en(),
                    "noticesIssued",
                    count));
    row("notice", "", "", "notPrinted", notices.notPrinted());
    notices.missing().forEach(it -> row("notice", "", it.paper(), "missingTimes", it.times()));
  }

  private void waits(String section, String id, String name, Waits waits) {
    row(section, id, name, "waits", waits.count());
    row(section, id, name, "waitMean", waits.meanSeconds());
    row(section, id, name, "waitMedian", waits.medianSeconds());
    row(section, id, name, "wait90", waits.p90Seconds());
    row(section, id, name, "wait99", waits.p99Seconds());
    row(section, id, name, "waitLongest", waits.longestSeconds());
    row(section, id, name, "aboveTarget", waits.aboveTarget());
    row(section, id, name, "shareAboveTarget", share(waits.shareAboveTarget()));
  }

  private void window(DayReport.WindowRow it) {
    String name = chinese ? it.zh() : it.en();
    row("window", it.window(), name, "kind", chinese ? it.kind().zh() : it.kind().en());
    row("window", it.window(), name, "called", it.called());
    row("window", it.window(), name, "finished", it.finished());
    row("window", it.window(), name, "noShows", it.noShows());
    row("window", it.window(), name, "meanService", it.meanServiceSeconds());
    row("window", it.window(), name, "staffed", it.staffedSeconds());
    row("window", it.window(), name, "busy", it.busySeconds());
    row("window", it.window(), name, "paused", it.pausedSeconds());
    row("window", it.window(), name, "open", it.openSeconds());
    row("window", it.window(), name, "idle", it.idleSeconds());
    row("window", it.window(), name, "idleWhileEligible", it.idleWhileEligibleSeconds());
    row("window", it.window(), name, "idleWhileAny", it.idleWhileAnySeconds());
    row("window", it.window(), name, "use", share(it.use()));
    row("window", it.window(), name, "shareIdleWhileEligible", share(it.idleWhileEligible()));
    row("window", it.window(), name, "shareIdleWhileAny", share(it.idleWhileAny()));
  }

  private void ratings(DayReport.Ratings ratings) {
    row("rating", "", "", "invited", ratings.invited());
    row("rating", "", "", "rated", ratings.rated());
    ratings
        .levels()
        .forEach(
            (level, count) ->
                row(
                    "rating",
                    level.toString(),
                    texts.getString("level." + level),
                    "ratings",
                    count));
    row("rating", "", "", "silent", ratings.silent());
    row("rating", "", "", "defaults", ratings.defaults());
    row("rating", "", "", "satisfaction", share(ratings.satisfaction()));
  }

  private void row(String section, String id, String name, String figure, @Nullable Object value) {
    out.append(quoted(texts.getString("section." + section)))
        .append(',')
        .append(quoted(id))
        .append(',')
        .append(quoted(name))
        .append(',')
        .append(quoted(texts.getString("figure." + figure)))
        .append(',')
        .append(value == null ? "" : quoted(value.toString()))
        .append("\r\n");
  }

  private static @Nullable String share(@Nullable Double share) {
    return share == null ? null : String.format(Locale.ROOT, "%.4f", share);
  }

  /** A field; a spreadsheet must not take a name for a formula. */
  private static String quoted(String field) {
    String safe =
        !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
