package io.tidehall.simulator.command;

import io.tidehall.simulator.compare.Comparison;
import io.tidehall.simulator.compare.Outcome;
import io.tidehall.simulator.compare.Variant;
import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.ScenarioFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares ways to run a hall on the same customers; {@code drive} answers the line protocol. */
@Command(
    name = "scripts/simulate",
    mixinStandardHelpOptions = true,
    version = "Tidehall 0.1.0",
    subcommands = {DriveCommand.class},
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Runs whole days of a hall through the production rules and compares policies, designs and"
            + " tidal rules side by side on the same customers. Every combination asked for is one"
            + " row; each is compared with the first.",
    footer = {
      "",
      "Examples:",
      "  scripts/simulate --scenario township --policies balanced,own-queue-first",
      "  scripts/simulate --scenario city --designs as-is,second-fields,pooled --days 50",
      "  scripts/simulate --scenario street --tidal always,staffing,threshold --chart tides.svg",
      "  scripts/simulate --targets",
      "  scripts/simulate drive --tidal staffing < events.jsonl"
    })
public final class Simulate implements Callable<Integer> {
  private static final Pattern NOT_A_NUMBER =
      Pattern.compile("Invalid value for option '(.*)': '(.*)' is not an? (?:int|long)");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "HALL",
      defaultValue = "township",
      description = "township, street, city, or a scenario file (default: ${DEFAULT-VALUE})")
  private String scenario = "township";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "days to simulate, 1 to 10000 (default: ${DEFAULT-VALUE})")
  private int days = 30;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "which customers come; the same seed brings the same ones (default: 1)")
  private long seed = 1;

  @Option(
      names = "--policies",
      paramLabel = "P",
      split = ",",
      defaultValue = "balanced,own-queue-first",
      description =
          "routing policies, each with parameters behind colons, such as balanced:guard=20:skill=0"
              + " (default: ${DEFAULT-VALUE})")
  private List<String> policies = List.of();

  @Option(
      names = "--designs",
      paramLabel = "D",
      split = ",",
      defaultValue = "as-is",
      description =
          "as-is; second-fields: each dedicated window learns one more field; pooled: every window"
              + " serves everything; +N or -N: comprehensive windows more or fewer (default: as-is)")
  private List<String> designs = List.of();

  @Option(
      names = "--tidal",
      paramLabel = "T",
      split = ",",
      defaultValue = "always",
      description =
          "who opens tidal windows: always, never, schedule, threshold, staffing (the product's"
              + " figures), staffing-file (the scenario's) (default: always)")
  private List<String> tidal = List.of();

  @Option(names = "--csv", paramLabel = "FILE", description = "writes every day as a CSV row")
  private @Nullable Path csv;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "draws the comparison; the name ends in .svg or .png")
  private @Nullable Path chart;

  @Option(
      names = "--targets",
      description =
          "measures what the product promises beside its targets, in all three halls with several"
              + " seeds: the mean over seeds and the worst")
  private boolean targets;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "how many seeds --targets takes, from --seed on, 1 to 100 (default: 5)")
  private int seeds = 5;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Simulate())
        .setParameterExceptionHandler(
            (e, _) -> {
              CommandLine failed = e.getCommandLine();
              failed.getErr().println(words(e));
              failed
                  .getErr()
                  .println("See: " + failed.getCommandSpec().qualifiedName() + " --help");
              failed.getErr().flush();
              return failed.getCommandSpec().exitCodeOnInvalidInput();
            })
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  /** What is wrong, in the form that every other mistake is told in. */
  private static String words(ParameterException e) {
    String words = String.valueOf(e.getMessage());
    Matcher number = NOT_A_NUMBER.matcher(words);
    return number.matches()
        ? "%s: expected a whole number, but it is '%s'.".formatted(number.group(1), number.group(2))
        : words;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("expected to be run by its command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    require(days >= 1 && days <= 10_000, "--days", "1 to 10000", Integer.toString(days));
    if (targets) {
      require(seeds >= 1 && seeds <= 100, "--seeds", "1 to 100", Integer.toString(seeds));
      out.println(promised().table());
      return 0;
    }
    if (chart != null) {
      String name = chart.toString();
      require(
          name.endsWith(".svg") || name.endsWith(".png"),
          "--chart",
          "a name that ends in .svg or .png",
          name);
    }
    writable("--csv", csv);
    writable("--chart", chart);
    Scenario hall;
    try {
      hall = ScenarioFile.load(scenario);
    } catch (BadScenarioException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    List<Variant> variants =
        new Choices(Choices.Refusal.by(spec)).variants(hall, policies, designs, tidal);
    List<Outcome> outcomes = Comparison.run(hall, variants, days, seed);
    out.println(Report.table(hall, outcomes, days, seed));
    if (csv != null) {
      Files.writeString(csv, Report.csv(outcomes));
      out.println("Every day: " + csv);
    }
    if (chart != null) {
      Picture.draw(hall, outcomes, days, chart);
      out.println("Chart: " + chart);
    }
    return 0;
  }

  private Targets promised() {
    var promised = new Targets(days, seed, seeds);
    promised.add(builtIn("township"), new Targets.Promise(0.82, 1.16, 0.58, false));
    promised.add(builtIn("street"), new Targets.Promise(0.86, 1.10, 0.38, false));
    promised.add(builtIn("city"), new Targets.Promise(0.90, 1.03, 0.22, true));
    return promised;
  }

  private static Scenario builtIn(String name) {
    try {
      return ScenarioFile.load(name);
    } catch (BadScenarioException e) {
      throw new IllegalStateException("expected the built-in hall " + name + " to be good", e);
    }
  }

  /** Told before the days are run, not after. */
  private void writable(String option, @Nullable Path file) {
    if (file != null) {
      Path folder = file.toAbsolutePath().getParent();
      require(
          folder != null && Files.isWritable(folder) && !Files.isDirectory(file),
          option,
          "a file in a folder that can be written",
          file.toString());
    }
  }

  private void require(boolean good, String option, String expected, String came) {
    if (!good) {
      throw Choices.Refusal.by(spec).of(option, expected, came);
    }
  }
}
