package io.tidehall.bench;

import io.tidehall.device.DeviceMain;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.KioskApp;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.stage.Window;

/** The child of (p) and (q): the kiosk's program, and a finger that takes tickets. */
final class KioskRun {
  static final String READY = "ready";
  static final String HEAP = "heap";

  private static final List<String> LINES = List.of("A", "B", "C", "D", "E", "F", "G", "H");
  private static final long LOOK = 2_000_000;
  private static final int SETTLES = 5;

  private KioskRun() {}

  /** Takes how many tickets are to be taken, and the kiosk's own options. */
  public static void main(String[] args) {
    int tickets = Integer.parseInt(args[0]);
    Thread.ofPlatform().daemon().name("finger").start(() -> work(tickets));
    String[] options = List.of(args).subList(1, args.length).toArray(String[]::new);
    System.exit(DeviceMain.run(new KioskApp(), options));
  }

  private static void work(int tickets) {
    try {
      while (Window.getWindows().isEmpty()) {
        LockSupport.parkNanos(LOOK);
      }
      Finger.sees("line-A");
      System.out.println(READY);
      if (tickets > 0) {
        take(tickets / 10);
        System.out.println(HEAP + " " + used());
        take(tickets - tickets / 10);
        System.out.println(HEAP + " " + used());
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void take(int tickets) {
    var finger = new Finger();
    for (int i = 0; i < tickets; i++) {
      finger.takeTicket(LINES.get(i % LINES.size()));
      finger.touch("done");
    }
  }

  /** Bytes that are in use once everything that can go has gone. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < SETTLES; i++) {
      Shell.onFx(() -> true);
      System.gc();
      Runtime now = Runtime.getRuntime();
      least = Math.min(least, now.totalMemory() - now.freeMemory());
    }
    return least;
  }
}
