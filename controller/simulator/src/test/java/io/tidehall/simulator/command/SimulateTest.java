package io.tidehall.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void wrongChoicesAreNamedWithWhatWasExpected() {
    refused("--policies: expected one of balanced", "--policies", "fifo");
    refused("--policies: expected guard to be a number", "--policies", "balanced:guard=-1");
    refused("--policies: expected a parameter such as guard=20", "--policies", "balanced:guard");
    refused("--designs: expected as-is", "--designs", "round");
    refused("--tidal: expected one of always", "--tidal", "moon");
    refused("--days: expected 1 to 10000", "--days", "0");
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
