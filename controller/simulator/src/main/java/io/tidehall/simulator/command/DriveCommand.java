package io.tidehall.simulator.command;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.drive.Drive;
import io.tidehall.simulator.tidal.TidalRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets an outside simulator be the hall, over standard input and output. */
@Command(
    name = "drive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Lets an outside simulator be the hall.",
    description =
        "Answers one JSON object a line on standard input with one JSON line on standard output, by"
            + " the production rules: who serves whom, when tidal windows open and close, and how"
            + " long each new ticket will wait. Many days one after another; forecasts learn from"
            + " day to day. A line that cannot be followed is answered by {} and named on standard"
            + " error.")
final class DriveCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--policy",
      paramLabel = "P",
      defaultValue = "balanced",
      description = "routing policy, with parameters: balanced:guard=20 (default: balanced)")
  private String policy = "balanced";

  @Option(
      names = "--tidal",
      paramLabel = "T",
      defaultValue = "staffing",
      description =
          "rule of tidal windows: schedule, threshold, staffing, staffing-file, none (default: staffing)")
  private String tidal = "staffing";

  @Option(
      names = "--futures",
      paramLabel = "N",
      defaultValue = "40",
      description = "futures that a forecast runs, 10 to 1000 (default: 40)")
  private int futures = 40;

  @Override
  public Integer call() throws IOException {
    var refusal = Choices.Refusal.by(spec);
    RoutingPolicy chosen = new Choices(refusal).policy("--policy", policy);
    if (!tidal.equals("none") && !TidalRules.NAMES.contains(tidal)) {
      throw refusal.of("--tidal", "one of none, " + String.join(", ", TidalRules.NAMES), tidal);
    }
    if (futures < 10 || futures > 1000) {
      throw refusal.of("--futures", "10 to 1000", Integer.toString(futures));
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var messages = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    new Drive(chosen, tidal, futures, messages).run(in, out);
    out.flush();
    return 0;
  }
}
