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
  private static final Logger ROOT = Logger.getLogger("");

  private Bench() {}

  /** Takes {@code --quick} and {@code --aot FILE}. */
  public static void main(String[] args) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(args));
    boolean quick = options.remove("--quick");
    Path aot = null;
    if (options.size() == 2 && options.getFirst().equals("--aot")) {
      aot = Path.of(options.getLast());
      options.clear();
    }
    if (!options.isEmpty()) {
      System.err.println("scripts/bench: expected no option but --quick, got " + options);
      System.exit(USAGE);
    }
    ROOT.setLevel(Level.SEVERE);
    Path folder = Files.createTempDirectory("tidehall-bench");
    try {
      run(System.out, folder, quick ? Sizes.quick() : Sizes.full(), aot);
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  /** Measures everything and prints it. */
  static List<Figure> run(PrintStream out, Path folder, Sizes sizes, @Nullable Path aot)
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
    print(out, all, Waits.measure(Files.createDirectories(folder.resolve("waits")), sizes));
    print(out, all, Throughput.measure(folder, sizes));
    print(out, all, StartAndMemory.measure(folder, sizes, aot));
    print(out, all, Replay.measure(folder, sizes, aot));
    out.println();
    all.forEach(it -> out.println("floor of " + it.name() + ": " + it.floorWords()));
    out.printf(Locale.ROOT, "load average at the end: %.1f%n", load());
    return all;
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
