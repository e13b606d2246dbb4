package io.tidehall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The program behind {@code scripts/bench}. */
public final class Bench {
  private static final int USAGE = 2;
  private static final String PARTS = "abcdefghijklmnopq";
  private static final Logger ROOT = Logger.getLogger("");

  private Bench() {}

  /** Takes {@code --quick}, {@code --only PARTS}, {@code --rush SECONDS}, {@code --aot FILE}. */
  public static void main(String[] args) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(args));
    boolean quick = options.remove("--quick");
    String given = value(options, "--aot");
    Path aot = given == null ? null : Path.of(given);
    String chosen = value(options, "--only");
    String rush = value(options, "--rush");
    String parts = chosen == null ? PARTS : chosen;
    if (!options.isEmpty()
        || !parts.matches("[" + PARTS + "]+")
        || (rush != null && !rush.matches("[1-9][0-9]{0,4}"))) {
      System.err.printf(
          "scripts/bench: expected --quick, --rush SECONDS and --only with letters of %s, got %s%n",
          PARTS, List.of(args));
      System.exit(USAGE);
    }
    ROOT.setLevel(Level.SEVERE);
    Path folder = Files.createTempDirectory("tidehall-bench");
    Sizes usual = quick ? Sizes.quick() : Sizes.full();
    Sizes sizes = rush == null ? usual : usual.withRush(Integer.parseInt(rush));
    try {
      run(System.out, folder, sizes, aot, parts);
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  private static @Nullable String value(List<String> options, String name) {
    int at = options.indexOf(name);
    if (at < 0 || at + 1 == options.size()) {
      return null;
    }
    options.remove(at);
    return options.remove(at);
  }

  /** Measures the parts named by their letters, and prints them. */
  static List<Figure> run(
      PrintStream out, Path folder, Sizes sizes, @Nullable Path aot, String parts)
      throws Exception {
    machine(out, aot);
    out.printf(
        Locale.ROOT,
        "%-54s %10s %-4s %10s %7s  %-16s%n",
        "figure",
        "value",
        "",
        "floor",
        "ratio",
        "target");
    List<Figure> all = new ArrayList<>();
    if (parts.contains("a") || parts.contains("b")) {
      print(out, all, Waits.measure(Files.createDirectories(folder.resolve("waits")), sizes));
    }
    if (parts.contains("c")) {
      print(out, all, Throughput.measure(folder, sizes));
    }
    if (parts.contains("d")) {
      print(out, all, StartAndMemory.measure(folder, sizes, aot));
    }
    if (parts.contains("e")) {
      print(out, all, Replay.measure(folder, sizes, aot));
    }
    if (parts.contains("f")) {
      print(out, all, Thinking.decisions(sizes));
    }
    if (parts.contains("g")) {
      print(out, all, List.of(Thinking.forecast(sizes)));
    }
    if (parts.contains("h")) {
      print(out, all, List.of(Thinking.cityDay(sizes)));
    }
    if (parts.contains("i")) {
      print(out, all, Foreseeing.measure(folder, sizes));
    }
    calling(out, all, folder, sizes, parts);
    taking(out, all, folder, sizes, aot, parts);
    out.println();
    all.stream()
        .filter(it -> it.floor() != null)
        .forEach(it -> out.println("floor of " + it.name() + ": " + it.floorWords()));
    out.printf(Locale.ROOT, "load average at the end: %.1f%n", load());
    return all;
  }

  private static void calling(
      PrintStream out, List<Figure> all, Path folder, Sizes sizes, String parts)
      throws IOException, InterruptedException {
    if (parts.contains("j")) {
      print(out, all, Rush.measure(folder, sizes));
    }
    if (parts.contains("k")) {
      print(out, all, Pairs.measure(folder, sizes));
    }
    if (parts.contains("l") || parts.contains("m")) {
      print(out, all, Screens.measure(folder, sizes, parts));
    }
  }

  private static void taking(
      PrintStream out, List<Figure> all, Path folder, Sizes sizes, @Nullable Path aot, String parts)
      throws IOException, InterruptedException {
    if (parts.contains("o")) {
      print(out, all, Crowd.measure(folder, sizes));
    }
    if (parts.contains("n") || parts.contains("p") || parts.contains("q")) {
      print(out, all, Kiosks.measure(folder, sizes, aot, parts));
    }
  }

  private static void print(PrintStream out, List<Figure> all, List<Figure> figures) {
    figures.forEach(it -> out.println(it.line()));
    out.flush();
    all.addAll(figures);
  }

  private static void machine(PrintStream out, @Nullable Path aot) {
    int cores = Runtime.getRuntime().availableProcessors();
    double load = load();
    out.printf(
        Locale.ROOT,
        "%d cores, %s %s, Java %s, load average %.1f, AOT cache %s%n",
        cores,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        load,
        aot != null && Files.exists(aot) ? "used" : "not there");
    if (load > cores / 2.0) {
      out.printf(
          Locale.ROOT,
          "WARNING: other programs are busy (load %.1f on %d cores): times are longer than the"
              + " product's own, and ratios are uncertain.%n",
          load,
          cores);
    }
    out.println();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
