package io.tidehall.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Window 1 is dedicated to line A and hardly busy, window 2 to line C and drowning. */
final class SkillReportTest {
  private static final WindowId ONE = new WindowId("1");
  private static final WindowId TWO = new WindowId("2");

  private final DrivenHall hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));

  private static HallPlan plan() {
    HallPlan plan = DrivenHall.plan();
    return new HallPlan(
        plan.id(),
        plan.zh(),
        plan.en(),
        plan.zone(),
        true,
        plan.lines().stream().map(SkillReportTest::fielded).toList(),
        plan.windows().stream().map(SkillReportTest::dedicated).toList(),
        plan.clerks(),
        plan.hours(),
        plan.workingDays(),
        plan.rules(),
        plan.greenReasons(),
        plan.labels());
  }

  private static Line fielded(Line it) {
    return new Line(
        it.id(),
        it.prefix(),
        it.zh(),
        it.en(),
        "field " + it.id(),
        List.of(),
        0,
        it.usualService());
  }

  private static WindowPlan dedicated(WindowPlan it) {
    return it.withSetup(
        WindowKind.DEDICATED,
        it.lines().stream().skip(it.id().equals(TWO) ? 1 : 0).limit(1).toList());
  }

  /** Two visitors for A and six for C, one after the other. */
  private void day() {
    hall.at(9, 0, 0);
    hall.signIn("1", "101");
    hall.signIn("2", "102");
    for (int i = 0; i < 6; i++) {
      hall.take("C");
      if (i % 3 == 0) {
        hall.take("A");
        serve(ONE, 2);
      }
    }
    for (int i = 0; i < 6; i++) {
      serve(TWO, 10);
    }
    hall.desk(new Command.SignOut(ONE));
    hall.desk(new Command.SignOut(TWO));
    hall.pass(Duration.ofHours(24));
    hall.must(Actor.system(), new Command.PassTime());
  }

  private void serve(WindowId window, int minutes) {
    hall.desk(new Command.CallNext(window));
    hall.desk(new Command.Arrive(window));
    hall.pass(Duration.ofMinutes(minutes));
    hall.desk(new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
  }

  @Test
  void theIdleWindowShouldLearnTheFieldThatDrowns(@TempDir Path folder) {
    hall.must(Actor.manager("m"), new Command.Configure(plan()));
    try (ReadModel model = ReadModel.open(folder)) {
      var projector = new Projector(model, hall.journal());
      for (int i = 1; i < SkillReports.ENOUGH; i++) {
        day();
      }
      projector.catchUp();
      SkillReport early = SkillReports.of(model, hall.state());
      assertEquals(new SkillReport(4, SkillReports.ENOUGH, List.of()), early);

      day();
      projector.catchUp();
      SkillReport report = SkillReports.of(model, hall.state());
      assertEquals(5, report.days());
      SkillReport.Row best = report.rows().getFirst();
      assertEquals("1", best.window());
      assertEquals("field C", best.field());
      assertEquals(List.of("C"), best.lines());
      assertTrue(best.use() < 0.2 && best.savedMinutes() > 10, report.toString());
    }
  }
}
