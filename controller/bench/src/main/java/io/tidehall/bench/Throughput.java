package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Request;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.H2Journal;
import io.tidehall.server.journal.Journal;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * (c) How many durable tickets the writer issues in a second with many requests in flight, beside
 * the same entries in the same batches put straight into a second journal.
 */
final class Throughput {
  private static final double SHARE = 0.5;

  private final Sizes sizes;
  private final Recorder recorder;
  private final HallWriter writer;
  private final AtomicInteger visitor = new AtomicInteger();

  private Throughput(Sizes sizes, Journal journal) {
    this.sizes = sizes;
    recorder = new Recorder(journal);
    writer = new HallWriter(recorder, InstantSource.system(), _ -> {});
  }

  static List<Figure> measure(Path folder, Sizes sizes) throws IOException {
    try (H2Journal product = H2Journal.open(Files.createDirectories(folder.resolve("writer")));
        H2Journal raw = H2Journal.open(Files.createDirectories(folder.resolve("raw")))) {
      var part = new Throughput(sizes, product);
      try (HallWriter writer = part.writer) {
        writer.start();
        return List.of(part.measure(raw));
      }
    }
  }

  private Figure measure(H2Journal raw) {
    must(Actor.system(), new Command.Configure(ReadyHalls.trial().plan()));
    RuleRun.WINDOWS.forEach(window -> must(RuleRun.clerk(window), RuleRun.signIn(window)));
    long productNanos = 0;
    long rawNanos = 0;
    int commits = 0;
    for (int burst = -sizes.bursts(); burst < sizes.bursts(); burst++) {
      long began = System.nanoTime();
      issue();
      long between = System.nanoTime();
      List<List<Entry>> batches = recorder.taken();
      long rawBegan = System.nanoTime();
      batches.forEach(raw::append);
      long ended = System.nanoTime();
      if (burst >= 0) {
        productNanos += between - began;
        rawNanos += ended - rawBegan;
        commits += batches.size();
      }
    }
    int tickets = sizes.bursts() * sizes.burst();
    double rate = tickets / (productNanos / 1e9);
    double floor = tickets / (rawNanos / 1e9);
    return new Figure(
        "(c) durable tickets a second, %d in flight".formatted(sizes.sessions()),
        rate,
        "/s",
        floor,
        "the same entries appended in the same %d commits".formatted(commits),
        ">= 50 % of floor",
        rate >= SHARE * floor,
        tickets);
  }

  /** Each session asks for its next ticket as soon as it has one. */
  private void issue() {
    var left = new AtomicInteger(sizes.burst());
    var done = new AtomicInteger(sizes.burst());
    CompletableFuture<@Nullable Void> all = new CompletableFuture<>();
    for (int i = 0; i < sizes.sessions(); i++) {
      next(left, done, all);
    }
    all.join();
  }

  private void next(AtomicInteger left, AtomicInteger done, CompletableFuture<@Nullable Void> all) {
    if (left.getAndDecrement() <= 0) {
      return;
    }
    var _ =
        ask(Actor.device("kiosk-1"), RuleRun.issue(visitor.getAndIncrement()))
            .whenComplete(
                (decision, failed) -> {
                  if (decision instanceof Decision.Accepted && done.decrementAndGet() > 0) {
                    next(left, done, all);
                  } else if (decision instanceof Decision.Accepted) {
                    all.complete(null);
                  } else {
                    all.completeExceptionally(
                        new IllegalStateException("expected a ticket, got " + decision, failed));
                  }
                });
  }

  private void must(Actor actor, Command command) {
    if (ask(actor, command).join() instanceof Decision.Refused no) {
      throw new IllegalStateException(command + " was refused: " + no.because());
    }
  }

  private CompletableFuture<Decision> ask(Actor actor, Command command) {
    return writer
        .submit(new Request(UUID.randomUUID().toString(), actor, command))
        .thenApply(answer -> answer.decision());
  }

  /** A journal that remembers how it was written. */
  private static final class Recorder implements Journal {
    private final Journal journal;
    private final List<List<Entry>> batches = new ArrayList<>();

    Recorder(Journal journal) {
      this.journal = journal;
    }

    /** The batches since the last time. */
    synchronized List<List<Entry>> taken() {
      List<List<Entry>> taken = List.copyOf(batches);
      batches.clear();
      return taken;
    }

    @Override
    public synchronized void appendLines(List<Line> lines) {
      batches.add(lines.stream().map(Line::entry).toList());
      journal.appendLines(lines);
    }

    @Override
    public void replay(long fromSeq, Consumer<Entry> consumer) {
      journal.replay(fromSeq, consumer);
    }

    @Override
    public long lastSeq() {
      return journal.lastSeq();
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
