package io.tidehall.bench;

import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** (d) How long the controller takes to start, and how much memory it holds on to. */
final class StartAndMemory {
  private static final double START_SECONDS = 4;
  private static final double MEGABYTES = 400;

  /** What a garbage collector may leave lying between one look and the next. */
  private static final double STEADY = 1.15;

  private static final int IN_FLIGHT = 8;
  private static final List<String> LINES = List.of("A", "B", "C", "D", "E", "F", "G", "H");

  private final Path folder;
  private final Sizes sizes;
  private final @Nullable Path aot;

  private StartAndMemory(Path folder, Sizes sizes, @Nullable Path aot) {
    this.folder = folder;
    this.sizes = sizes;
    this.aot = aot;
  }

  static List<Figure> measure(Path folder, Sizes sizes, @Nullable Path aot) throws IOException {
    var part = new StartAndMemory(folder, sizes, aot);
    List<Figure> figures = new ArrayList<>(part.starts());
    figures.addAll(part.memory());
    return figures;
  }

  private List<Figure> starts() throws IOException {
    var start = new Sample();
    var floor = new Sample();
    for (int i = 0; i < sizes.starts(); i++) {
      floor.add(untilSaid(Nothing.class, Nothing.HERE, ""));
      start.add(untilSaid(BusyHall.class, BusyHall.READY, folder.resolve("start-" + i).toString()));
    }
    double seconds = start.millis(0.5) / 1e3;
    return List.of(
        new Figure(
            "(d) start to ready, broker included, median",
            seconds,
            "s",
            floor.millis(0.5) / 1e3,
            "a virtual machine that does nothing",
            "<= 4 s",
            seconds <= START_SECONDS,
            start.count()));
  }

  private long untilSaid(Class<?> program, String word, String argument) throws IOException {
    long began = System.nanoTime();
    try (Child child = Child.start(aot, folder.resolve("child.log"), program, argument)) {
      child.said(word);
      return System.nanoTime() - began;
    }
  }

  private List<Figure> memory() throws IOException {
    Path data = folder.resolve("memory");
    try (Child child =
        Child.start(aot, folder.resolve("child.log"), BusyHall.class, data.toString())) {
      child.said(BusyHall.READY);
      double idle = child.residentMegabytes();
      List<DeviceSession> kiosks = new ArrayList<>();
      try {
        for (String id : BusyHall.KIOSKS) {
          kiosks.add(
              DeviceSessions.open(
                  Credentials.read(data.resolve("devices").resolve(id + ".credentials")),
                  "bench",
                  "0",
                  folder.resolve("spool-" + id)));
        }
        int taken = take(kiosks);
        double first = child.residentMegabytes();
        int again = take(kiosks);
        double second = child.residentMegabytes();
        return List.of(
            new Figure(
                "(d) resident memory after %d tickets".formatted(taken),
                first,
                "MB",
                idle,
                "before the first ticket",
                "<= 400 MB",
                first <= MEGABYTES,
                taken),
            new Figure(
                "(d) resident memory after %d more".formatted(again),
                second,
                "MB",
                first,
                "after the first",
                "not growing",
                second <= STEADY * first && second <= MEGABYTES,
                again));
      } finally {
        kiosks.forEach(DeviceSession::close);
      }
    }
  }

  private int take(List<DeviceSession> kiosks) {
    var left = new AtomicInteger(sizes.load());
    var taken = new AtomicInteger();
    List<CompletableFuture<?>> sessions = new ArrayList<>();
    for (DeviceSession kiosk : kiosks) {
      for (int i = 0; i < IN_FLIGHT; i++) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        sessions.add(done);
        next(kiosk, left, taken, done);
      }
    }
    CompletableFuture.allOf(sessions.toArray(CompletableFuture[]::new)).join();
    return taken.get();
  }

  private static void next(
      DeviceSession kiosk,
      AtomicInteger left,
      AtomicInteger taken,
      CompletableFuture<@Nullable Void> done) {
    int number = left.getAndDecrement();
    if (number <= 0) {
      done.complete(null);
      return;
    }
    var act =
        new Act.TakeTicket(LINES.get(number % LINES.size()), List.of(), null, null, Language.ZH);
    var _ =
        kiosk
            .ask(act)
            .whenComplete(
                (reply, failed) -> {
                  if (reply instanceof HallAnswer.TicketIssued) {
                    taken.incrementAndGet();
                    next(kiosk, left, taken, done);
                  } else {
                    done.completeExceptionally(
                        new IllegalStateException("expected a ticket, got " + reply, failed));
                  }
                });
  }

  /** The least that a virtual machine can do. */
  static final class Nothing {
    static final String HERE = "here";

    private Nothing() {}

    /** Says that it is there. */
    public static void main(String[] args) {
      System.out.println(HERE);
    }
  }
}
