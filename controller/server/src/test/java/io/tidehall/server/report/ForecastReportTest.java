package io.tidehall.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.report.DayReport.ForecastRow;
import io.tidehall.server.report.DayReport.Load;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the day's report holds forecasts to what came. */
final class ForecastReportTest {
  private static final WindowId ONE = new WindowId("1");

  @TempDir Path folder = Path.of("set by JUnit");

  private static Promise promise(double low, double median, double high, boolean told) {
    var minutes = new Promise.Minutes(low, median, high);
    return new Promise(minutes, minutes, told);
  }

  /** Every ten minutes window 1 takes the next: the second waits 10 minutes, the third 20. */
  private static DrivenHall day(boolean told) {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));
    hall.signIn("1", "101");
    hall.take("A", null, promise(0, 0, 0, told));
    hall.take("A", null, promise(5, 8, 12, told));
    hall.take("B", null, promise(21, 26, 40, told));
    hall.take("A", null, promise(30, 30, 30, false));
    hall.desk(new Command.CallNext(ONE));
    for (int minute = 10; minute <= 30; minute += 10) {
      hall.at(9, minute, 0);
      hall.desk(new Command.Arrive(ONE));
      hall.desk(new Command.Finish(ONE, Outcome.DONE_AT_ONCE, ""));
      hall.desk(new Command.CallNext(ONE));
    }
    return hall;
  }

  private DayReport report(DrivenHall hall) {
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      return DayReports.of(model, LocalDate.of(2026, 11, 23)).orElseThrow();
    }
  }

  @Test
  void whatWasToldToThoseWithOthersAheadIsScoredByLineAndLoad() {
    DayReport report = report(day(true));
    assertEquals(3, report.forecasts().waited(), "the first had nobody ahead");
    assertEquals(2, report.forecasts().told());
    assertEquals(
        List.of(
            new ForecastRow("", "", "", Load.ALL, 2, 240, 120, 0.5),
            new ForecastRow("", "", "", Load.FEW, 2, 240, 120, 0.5),
            new ForecastRow("A", "A类", "Line A", Load.ALL, 1, 120, -120, 1),
            new ForecastRow("A", "A类", "Line A", Load.FEW, 1, 120, -120, 1),
            new ForecastRow("B", "B类", "Line B", Load.ALL, 1, 360, 360, 0),
            new ForecastRow("B", "B类", "Line B", Load.FEW, 1, 360, 360, 0)),
        report.forecasts().rows());
    String csv =
        new String(
            DayReportCsv.write(report, ZoneId.of("Asia/Shanghai"), Locale.ENGLISH),
            StandardCharsets.UTF_8);
    assertTrue(csv.contains("Forecast waits,A:ALL,Line A · all,Mean absolute error (s),120"), csv);
  }

  @Test
  void roughEstimatesAreCountedAndNotScored() {
    DayReport report = report(day(false));
    assertEquals(new DayReport.Forecasts(3, 0, List.of()), report.forecasts());
  }
}
