package io.tidehall.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideRule.Manual;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the day's report says of tidal windows. */
final class TideReportTest {
  private static final WindowId THREE = new WindowId("3");
  private static final Actor CHEN = Actor.manager("chen");

  @Test
  void openingsAndHoursOfATidalWindowAreCounted(@TempDir Path folder) {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 8, 30, 0));
    var tidal = new TidalWindow(THREE, null, null, new Manual(), false);
    hall.must(
        CHEN,
        new Command.Configure(
            hall.state().plan().with(TidePlan.of(List.of(tidal), DemandForecast.NONE), List.of())));
    hall.must(CHEN, new Command.CloseWindow(THREE, "calm"));
    hall.at(9, 0, 0);
    hall.must(CHEN, new Command.OpenWindow(THREE, "peak"));
    hall.at(9, 5, 0);
    hall.signIn("3", "103");
    hall.at(10, 0, 0);
    hall.must(CHEN, new Command.CloseWindow(THREE, "peak over"));
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      DayReport report = DayReports.of(model, LocalDate.of(2026, 11, 23)).orElseThrow();
      DayReport.TideRow row = report.tides().getFirst();
      assertEquals("3", row.window());
      assertEquals(1, row.openings());
      assertEquals(3600, row.openSeconds());
      assertEquals(3300, row.mannedSeconds());
      String csv =
          new String(
              DayReportCsv.write(report, ZoneId.of("Asia/Shanghai"), Locale.SIMPLIFIED_CHINESE),
              StandardCharsets.UTF_8);
      assertTrue(csv.contains("潮汐窗口,3,"), csv);
    }
  }
}
