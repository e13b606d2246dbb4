package io.tidehall.bench;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceOptions;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Event;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.kiosk.KioskApp;
import io.tidehall.link.DeviceSession;
import io.tidehall.printer.agent.PrinterAgent;
import io.tidehall.printer.emulator.PrinterEmulator;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.escpos.PrinterStatus;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.printer.transport.Transport;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.Language;
import io.tidehall.server.Controller;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * (n) From the last touch at a real kiosk to the bytes of the slip leaving the printer's agent, (p)
 * the kiosk's start, and (q) its memory over many tickets.
 */
final class Kiosks {
  private static final String WINDOW = "1";
  private static final PrinterProfile PAPER = PrinterProfile.named("80mm");
  private static final double MILLIS = 300;
  private static final double TIMES = 1.5;

  /** What a garbage collector may leave lying between one look and the next. */
  private static final double STEADY = 1.15;

  private static final String WAY =
      "QoS 1 round trip + durable commit + the printer's four answers + durable line of a file";

  /** Shorter are questions of how the printer is. */
  private static final int SLIP = 100;

  private final BenchHall hall;
  private final Path folder;
  private final Sizes sizes;
  private final byte[] payload =
      Codec.encode(
          new DeviceRequest(
              "r", Instant.EPOCH, new Act.TakeTicket("A", List.of(), null, null, Language.ZH)));

  private Kiosks(BenchHall hall, Path folder, Sizes sizes) {
    this.hall = hall;
    this.folder = folder;
    this.sizes = sizes;
  }

  static List<Figure> measure(Path folder, Sizes sizes, @Nullable Path aot, String parts)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    try (var hall = new BenchHall(folder.resolve("kiosks"))) {
      var part = new Kiosks(hall, folder, sizes);
      if (parts.contains("n")) {
        figures.addAll(part.paper());
      }
      if (parts.contains("p") || parts.contains("q")) {
        figures.addAll(part.program(aot, parts));
      }
    }
    return figures;
  }

  /** The kiosk as a program of its own, beside a printer without paper to spend. */
  private List<Figure> program(@Nullable Path aot, String parts) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (DeviceSession printer = hall.device("printer-1", _ -> {});
        var agent = agent(printer, new Nowhere())) {
      agent.open();
      if (parts.contains("p")) {
        figures.addAll(start(aot));
      }
      if (parts.contains("q")) {
        figures.add(memory(aot));
      }
    }
    return figures;
  }

  private PrinterAgent agent(DeviceSession session, Transport way) throws IOException {
    return new PrinterAgent(
        session,
        "printer-1",
        PAPER,
        way,
        folder.resolve("jobs"),
        PrinterAgent.Setting.USUAL,
        PrinterAgent.Pace.USUAL);
  }

  /** Each is called, served and gone at once, so that nobody waits. */
  private void serve() {
    var window = new WindowId(WINDOW);
    hall.must(RuleRun.clerk(WINDOW), new Command.CallNext(window));
    hall.must(RuleRun.clerk(WINDOW), new Command.Arrive(window));
    hall.must(RuleRun.clerk(WINDOW), new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
  }

  private List<Figure> paper() throws IOException, InterruptedException {
    BlockingQueue<Long> left = new LinkedBlockingQueue<>();
    var app = new AtomicReference<DeviceApp.Running>();
    var floor = new Sample();
    var seen = new Sample();
    try (var emulator = PrinterEmulator.start(PAPER, 0, null);
        var other = PrinterEmulator.start(PAPER, 0, null);
        var asking = new Socket(other.host(), other.port());
        var file =
            FileChannel.open(
                folder.resolve("line"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        DeviceSession printer = hall.device("printer-1", _ -> {});
        var agent =
            agent(printer, new Watched(new TcpTransport(emulator.host(), emulator.port()), left));
        DeviceSession _ =
            hall.device(
                "kiosk-1",
                session ->
                    app.set(
                        new KioskApp()
                            .start(
                                new Device("kiosk-1", session, new DeviceOptions(), () -> {}))))) {
      asking.setTcpNoDelay(true);
      agent.open();
      var finger = new Finger();
      for (int round = -sizes.warmUp() / 10; round < sizes.papers(); round++) {
        long least = hall.roundTrip(payload) + hall.commit(0) + answers(asking) + line(file);
        left.clear();
        long lifted = finger.takeTicket("A");
        Long sent = left.poll(30, TimeUnit.SECONDS);
        if (sent == null) {
          throw new IllegalStateException("expected a slip within 30 s, but none left");
        }
        finger.touch("done");
        serve();
        if (round >= 0) {
          floor.add(least);
          seen.add(sent - lifted);
        }
      }
    } finally {
      DeviceApp.Running running = app.get();
      if (running != null) {
        running.close();
      }
    }
    double last = seen.millis(0.99);
    return List.of(
        Figure.told(
            "(n) last touch -> bytes to the paper, p50", seen.millis(0.5), "ms", seen.count()),
        new Figure(
            "(n) last touch -> bytes to the paper, p99",
            last,
            "ms",
            floor.millis(0.99),
            WAY,
            "<= 300 ms, <= 1.5 x floor",
            last <= MILLIS && last <= TIMES * floor.millis(0.99),
            seen.count()));
  }

  /** No slip goes to a printer that has not just said that it can take it. */
  private static long answers(Socket printer) throws IOException {
    long began = System.nanoTime();
    for (int n = 1; n <= 4; n++) {
      printer.getOutputStream().write(PrinterStatus.request(n));
      if (printer.getInputStream().read() < 0) {
        throw new IOException("expected an answer to question %d, but the line ended".formatted(n));
      }
    }
    return System.nanoTime() - began;
  }

  private static long line(FileChannel file) throws IOException {
    long began = System.nanoTime();
    file.write(ByteBuffer.allocate(64), file.size());
    file.force(false);
    return System.nanoTime() - began;
  }

  private List<Figure> start(@Nullable Path aot) throws IOException {
    var with = new Sample();
    var without = new Sample();
    for (int i = 0; i < sizes.starts(); i++) {
      without.add(untilReady(null));
      with.add(untilReady(aot));
    }
    return List.of(
        Figure.told(
            "(p) kiosk, start to first touch, with AOT cache",
            with.millis(0.5) / 1e3,
            "s",
            with.count()),
        Figure.told(
            "(p) kiosk, start to first touch, without",
            without.millis(0.5) / 1e3,
            "s",
            without.count()));
  }

  private long untilReady(@Nullable Path aot) throws IOException {
    long began = System.nanoTime();
    try (Child child = child(aot, 0)) {
      child.said(KioskRun.READY);
      return System.nanoTime() - began;
    }
  }

  private Figure memory(@Nullable Path aot) throws IOException {
    Controller controller = hall.controller();
    controller
        .writer()
        .addAnnouncer(
            (_, entries) ->
                entries.stream()
                    .flatMap(entry -> entry.events().stream())
                    .filter(Event.TicketIssued.class::isInstance)
                    .forEach(_ -> Thread.startVirtualThread(this::give)));
    try (Child child = child(aot, sizes.touches())) {
      child.said(KioskRun.READY);
      double first = Long.parseLong(child.said(KioskRun.HEAP)) / 1e6;
      double last = Long.parseLong(child.said(KioskRun.HEAP)) / 1e6;
      return new Figure(
          "(q) kiosk's heap after %d tickets".formatted(sizes.touches()),
          last,
          "MB",
          first,
          "after a tenth of them",
          "not growing",
          last <= STEADY * first,
          sizes.touches());
    }
  }

  /** Gives up whoever has just come, so that lines stay short. */
  private synchronized void give() {
    hall.controller().writer().state().tickets().keySet().stream()
        .findFirst()
        .ifPresent(it -> hall.must(Actor.manager("bench"), new Command.VoidTicket(it, "bench")));
  }

  private Child child(@Nullable Path aot, int tickets) throws IOException {
    return Child.start(
        aot,
        folder.resolve("kiosk.log"),
        KioskRun.class,
        "" + tickets,
        "--credentials",
        hall.controller().registry().credentialsFile("kiosk-1").toString(),
        "--spool",
        folder.resolve("kiosk-spool").toString());
  }

  /** A way that takes everything and brings nothing back. */
  private record Nowhere() implements Transport {
    @Override
    public void open() {}

    @Override
    public void send(byte[] bytes, Duration within) {}

    @Override
    public OptionalInt receive(Duration within) {
      return OptionalInt.empty();
    }

    @Override
    public boolean answers() {
      return false;
    }

    @Override
    public String describe() {
      return "nowhere";
    }

    @Override
    public void close() {}
  }

  /** Tells when the bytes of a slip have gone. */
  private record Watched(Transport way, BlockingQueue<Long> left) implements Transport {
    @Override
    public void open() throws IOException {
      way.open();
    }

    @Override
    public void send(byte[] bytes, Duration within) throws SendException {
      way.send(bytes, within);
      if (bytes.length > SLIP) {
        left.add(System.nanoTime());
      }
    }

    @Override
    public OptionalInt receive(Duration within) throws IOException {
      return way.receive(within);
    }

    @Override
    public boolean answers() {
      return way.answers();
    }

    @Override
    public String describe() {
      return way.describe();
    }

    @Override
    public void close() {
      way.close();
    }
  }
}
