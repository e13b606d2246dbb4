package io.tidehall.bench;

import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** (o) Twenty kiosks that take ten tickets a second together: each ticket once, in the journal. */
final class Crowd {
  private static final int KIOSKS = 20;
  private static final int A_SECOND = 10;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK = 5_000_000;

  private Crowd() {}

  static List<Figure> measure(Path folder, Sizes sizes) throws IOException {
    int all = A_SECOND * sizes.crowdSeconds();
    List<DeviceSession> kiosks = new ArrayList<>();
    try (var controller =
        Controller.start(ControllerOptions.local(folder.resolve("crowd"), hall()))) {
      long end = System.nanoTime() + PATIENCE;
      while (!controller.health().broker().ok()) {
        if (System.nanoTime() > end) {
          throw new IOException("expected the controller at its broker within 30 s");
        }
        LockSupport.parkNanos(LOOK);
      }
      try {
        for (int i = 1; i <= KIOSKS; i++) {
          String id = "kiosk-" + i;
          kiosks.add(
              DeviceSessions.open(
                  Credentials.read(controller.registry().credentialsFile(id)),
                  "bench",
                  Controller.VERSION,
                  folder.resolve("spool-" + id)));
        }
        return take(controller, kiosks, all);
      } finally {
        kiosks.forEach(DeviceSession::close);
      }
    }
  }

  private static List<Figure> take(Controller controller, List<DeviceSession> kiosks, int all) {
    var times = new Sample();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < all; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(1) * i / A_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(ask(kiosks.get(i % KIOSKS), times));
    }
    Set<String> told = new HashSet<>();
    int none = 0;
    for (CompletableFuture<String> answer : answers) {
      String ticket = answer.join();
      none += ticket.isEmpty() ? 1 : 0;
      if (!ticket.isEmpty()) {
        told.add(ticket);
      }
    }
    Set<String> journalled = new HashSet<>();
    controller.writer().state().tickets().keySet().forEach(it -> journalled.add(it.value()));
    int lost = none + (int) told.stream().filter(it -> !journalled.contains(it)).count();
    int twice = all - none - told.size() + Math.max(0, journalled.size() - told.size());
    return List.of(
        Figure.none("(o) tickets lost, 20 kiosks", lost, all),
        Figure.none("(o) tickets twice, 20 kiosks", twice, all),
        Figure.told("(o) 10 tickets a second, p50", times.millis(0.5), "ms", times.count()),
        Figure.told("(o) 10 tickets a second, p99", times.millis(0.99), "ms", times.count()));
  }

  /** The id of the ticket, or nothing where there was none. */
  private static CompletableFuture<String> ask(DeviceSession kiosk, Sample times) {
    long began = System.nanoTime();
    return kiosk
        .ask(new Act.TakeTicket("A", List.of(), null, null, Language.ZH))
        .thenApply(
            answer -> {
              synchronized (times) {
                times.add(System.nanoTime() - began);
              }
              return answer instanceof HallAnswer.TicketIssued it ? it.ticket().id() : "";
            });
  }

  private static HallSetup hall() {
    var text =
        new StringBuilder(
            """
            id: crowd
            zh: 大厅
            level: village
            trial: true
            lines:
              - {prefix: A, zh: 证明, fields: [民政救助, 社会保险, 退役军人, 规划建设, 农业林业, 法律证明]}
            hours: {workingDays: ["8:30-12:00"]}
            windows:
              - {number: 1, kind: comprehensive, lines: all}
            clerks:
              - {badge: m, name: 王, roles: [manager, admin, clerk]}
            devices:
            """);
    for (int i = 1; i <= KIOSKS; i++) {
      text.append("  - {id: kiosk-%d, role: kiosk}%n".formatted(i));
    }
    return switch (HallFile.read("crowd.yaml", text.toString())) {
      case HallFile.Ready(var setup) -> setup;
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }
}
