package io.tidehall.server.report;

import io.tidehall.hall.DayFigures;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The few figures of a day report that a slip has room for. */
public final class PrintedDay {
  private PrintedDay() {}

  public static DayFigures of(DayReport report) {
    DayReport.Tickets tickets = report.tickets();
    DayReport.Ratings ratings = report.ratings();
    Waits waits = report.waits();
    return new DayFigures(
        report.day(),
        report.asOf(),
        tickets.issued(),
        tickets.green(),
        tickets.finished(),
        tickets.noShows(),
        tickets.voids(),
        waits.count(),
        seconds(waits.meanSeconds()),
        seconds(waits.medianSeconds()),
        seconds(waits.p90Seconds()),
        Math.toIntExact(report.waitTargetSeconds() / 60),
        waits.aboveTarget(),
        ratings.invited(),
        ratings.rated(),
        IntStream.of(5, 4, 3, 2, 1).mapToObj(it -> ratings.levels().getOrDefault(it, 0)).toList(),
        permille(ratings.satisfaction()),
        permille(idle(report.windows())));
  }

  /** Of all windows together: what each of them waited in vain counts by its open time. */
  private static @Nullable Double idle(List<DayReport.WindowRow> windows) {
    long open = windows.stream().mapToLong(DayReport.WindowRow::openSeconds).sum();
    long idle = windows.stream().mapToLong(DayReport.WindowRow::idleWhileEligibleSeconds).sum();
    return open == 0 ? null : (double) idle / open;
  }

  private static @Nullable Integer seconds(@Nullable Long seconds) {
    return seconds == null ? null : Math.toIntExact(seconds);
  }

  private static @Nullable Integer permille(@Nullable Double share) {
    return share == null ? null : (int) Math.round(share * 1_000);
  }
}
