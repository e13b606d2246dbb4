package io.tidehall.bench;

import io.tidehall.server.journal.H2Journal;
import io.tidehall.server.writer.HallWriter;
import io.tidehall.server.writer.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * (e) How long a day takes to come back in a fresh process: from the snapshot as old as it can be,
 * and from the journal alone.
 */
final class Replay {
  private static final double SECONDS = 1;
  private static final int TIMES = 3;
  private static final String WHOLE = "whole";
  private static final String READ = "read";
  private static final String RESTART = "restart";

  private static final String FLOOR = "reading and decoding the same entries";

  private Replay() {}

  static List<Figure> measure(Path folder, Sizes sizes, @Nullable Path aot) throws IOException {
    Path data = Files.createDirectories(folder.resolve("day"));
    var day = new RuleRun();
    for (int visitor = 0; visitor < sizes.day(); visitor++) {
      day.visit(visitor);
    }
    try (H2Journal journal = H2Journal.open(data);
        var snapshots = new Snapshots(data)) {
      day.keepIn(journal);
      day.announce(snapshots, (int) Math.max(1, day.state().seq() - Snapshots.EVERY));
    }
    var floor = new Sample();
    var restart = new Sample();
    var whole = new Sample();
    for (int i = 0; i < TIMES; i++) {
      floor.add(nanos(folder, aot, data, READ, day.state().seq()));
      restart.add(nanos(folder, aot, data, RESTART, day.state().seq()));
      whole.add(nanos(folder, aot, data, WHOLE, day.state().seq()));
    }
    String size = "of %d tickets, %d entries".formatted(day.tickets(), day.state().seq());
    return List.of(
        figure("(e) restart in a day " + size, restart, floor, day, true),
        figure("(e) replay without a snapshot", whole, floor, day, false));
  }

  private static Figure figure(
      String name, Sample sample, Sample floor, RuleRun day, boolean judged) {
    double seconds = sample.millis(0.5) / 1e3;
    return new Figure(
        name,
        seconds,
        "s",
        floor.millis(0.5) / 1e3,
        FLOOR,
        judged ? "<= 1 s" : "told only",
        judged ? seconds <= SECONDS : null,
        (int) day.state().seq());
  }

  private static long nanos(Path folder, @Nullable Path aot, Path data, String what, long expected)
      throws IOException {
    try (Child child =
        Child.start(aot, folder.resolve("child.log"), Replay.class, what, data.toString())) {
      String[] said = child.said("replayed ").split(" ");
      if (Long.parseLong(said[0]) != expected) {
        throw new IOException("expected %d entries, but %s came".formatted(expected, said[0]));
      }
      return Long.parseLong(said[1]);
    }
  }

  /** The child: takes what to do and the data folder. */
  public static void main(String[] args) {
    try (H2Journal journal = H2Journal.open(Path.of(args[1]))) {
      long began = System.nanoTime();
      long seq;
      if (args[0].equals(WHOLE)) {
        seq = HallWriter.replayed(journal).seq();
      } else if (args[0].equals(RESTART)) {
        seq = new Snapshots(Path.of(args[1])).replayed(journal).seq();
      } else {
        var last = new AtomicLong();
        journal.replay(1, entry -> last.set(entry.seq()));
        seq = last.get();
      }
      System.out.println("replayed " + seq + " " + (System.nanoTime() - began));
    }
  }
}
