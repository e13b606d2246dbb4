package io.tidehall.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.simulator.Halls;
import io.tidehall.simulator.compare.Design;
import io.tidehall.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void variantsStandSideBySideInTableCsvAndChart() throws IOException {
    Path csv = folder.resolve("days.csv");
    Path svg = folder.resolve("waits.svg");
    Path png = folder.resolve("waits.png");
    int code =
        run(
            "--scenario",
            "township",
            "--days",
            "3",
            "--designs",
            "as-is,second-fields,pooled,+1",
            "--csv",
            csv.toString(),
            "--chart",
            svg.toString());
    assertEquals(0, code, err.toString());
    assertTrue(out.toString().contains("own-queue-first · second-fields"), out.toString());
    assertEquals(1 + 8 * 3, Files.readAllLines(csv).size());
    assertTrue(Files.readString(svg).contains("<svg"));
    assertEquals(0, run("--days", "1", "--chart", png.toString()));
    assertEquals((byte) 0x89, Files.readAllBytes(png)[0]);
  }

  @Test
  void secondFieldsComeNearThePooledHall() {
    assertEquals(
        0, run("--days", "20", "--designs", "pooled,second-fields", "--policies", "balanced"));
    String row =
        out.toString().lines().filter(it -> it.contains("second-fields")).toList().getLast();
    double ratio = Double.parseDouble(row.trim().split("\\s+")[3]);
    assertTrue(ratio >= 1 && ratio < 1.3, row);
  }

  @Test
  void whatIsPromisedStandsBesideItsTargetWithTheWorstSeed() {
    var promised = new Targets(2, 1, 2);
    promised.add(Halls.builtIn("township"), new Targets.Promise(0.82, 1.16, 0.58, false));
    String table = promised.table();
    List<String> rows = table.lines().filter(it -> it.contains("township")).toList();
    assertEquals(20, rows.size(), table);
    String idle = rows.stream().filter(it -> it.startsWith("avoidable")).findFirst().orElseThrow();
    assertTrue(idle.matches(".*township +0.000 +0.000 +0.000 +≤ 0 +met"), idle);
    assertTrue(table.contains("2 seeds from 1, 2 days each"), table);
  }

  @Test
  void everyDedicatedWindowLearnsOneFieldOfOthers() {
    Scenario hall = Halls.builtIn("street");
    Scenario learned = Design.of("second-fields", hall).orElseThrow();
    for (int i = 0; i < hall.windows().size(); i++) {
      List<String> serves = learned.windows().get(i).serves();
      boolean dedicated = hall.windows().get(i).type() == Scenario.WindowType.DEDICATED;
      assertEquals(dedicated ? 2 : 1, serves.stream().distinct().count(), serves.toString());
    }
  }

  @Test
  void wrongChoicesAreNamedWithWhatWasExpected() {
    refused("--policies: expected one of balanced", "--policies", "fifo");
    refused("--policies: expected guard to be a number", "--policies", "balanced:guard=-1");
    refused("--policies: expected a parameter such as guard=20", "--policies", "balanced:guard");
    refused("--designs: expected as-is", "--designs", "round");
    refused("--tidal: expected one of always", "--tidal", "moon");
    refused("--days: expected 1 to 10000", "--days", "0");
    refused("--days: expected a whole number, but it is 'many'.", "--days", "many");
    refused("--csv: expected a file in a folder that can be", "--csv", "/nowhere/days.csv");
    refused("--seeds: expected 1 to 100", "--targets", "--seeds", "0");
    refused("--policies: expected longest to be", "--policies", "own-queue-first:longest=2");
    refused("--chart: expected a name that ends in .svg or .png", "--chart", "x.gif");
    refused("nowhere.json: expected one of township", "--scenario", "nowhere.json");
  }

  private void refused(String message, String... args) {
    err.getBuffer().setLength(0);
    assertEquals(2, run(args));
    assertTrue(err.toString().startsWith(message), err.toString());
  }

  private int run(String... args) {
    return Simulate.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }
}
