package io.tidehall.bench;

import io.tidehall.hall.HallState;
import io.tidehall.server.journal.H2Journal;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** (e) How long a day takes to come back from the journal, in a fresh process. */
final class Replay {
  private static final double SECONDS = 1;
  private static final int TIMES = 3;
  private static final String WHOLE = "whole";
  private static final String READ = "read";

  private Replay() {}

  static List<Figure> measure(Path folder, Sizes sizes, @Nullable Path aot) throws IOException {
    Path data = Files.createDirectories(folder.resolve("day"));
    var day = new RuleRun();
    for (int visitor = 0; visitor < sizes.day(); visitor++) {
      day.visit(visitor);
    }
    try (H2Journal journal = H2Journal.open(data)) {
      day.keepIn(journal);
    }
    var floor = new Sample();
    var whole = new Sample();
    for (int i = 0; i < TIMES; i++) {
      floor.add(nanos(folder, aot, data, READ, day.state().seq()));
      whole.add(nanos(folder, aot, data, WHOLE, day.state().seq()));
    }
    double seconds = whole.millis(0.5) / 1e3;
    return List.of(
        new Figure(
            "(e) replay of %d tickets, %d entries".formatted(day.tickets(), day.state().seq()),
            seconds,
            "s",
            floor.millis(0.5) / 1e3,
            "reading and decoding the same entries",
            "<= 1 s",
            seconds <= SECONDS,
            (int) day.state().seq()));
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
        HallState state = HallWriter.replayed(journal);
        seq = state.seq();
      } else {
        var last = new AtomicLong();
        journal.replay(1, entry -> last.set(entry.seq()));
        seq = last.get();
      }
      System.out.println("replayed " + seq + " " + (System.nanoTime() - began));
    }
  }
}
