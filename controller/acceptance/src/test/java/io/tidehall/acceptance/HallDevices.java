package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;

import io.tidehall.device.DeviceApp;
import io.tidehall.display.board.BoardApp;
import io.tidehall.display.counter.CounterApp;
import io.tidehall.display.voice.VoiceApp;
import io.tidehall.kiosk.KioskApp;
import io.tidehall.kiosk.pad.PadApp;
import io.tidehall.link.DeviceSession;
import io.tidehall.printer.agent.PrinterAgent;
import io.tidehall.printer.emulator.PrinterEmulator;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.server.web.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The real device apps of one window, in this process, each by MQTT as itself. */
final class HallDevices implements AutoCloseable {
  private final RunningHall hall;
  private final Path spool;
  private final Deque<Runnable> parts = new ArrayDeque<>();
  private final PrinterEmulator printer;

  HallDevices(RunningHall hall, Path spool) throws IOException {
    this.hall = hall;
    this.spool = spool;
    var paper = PrinterProfile.named("80mm");
    printer = PrinterEmulator.start(paper, 0, null);
    parts.push(printer::close);
    printerAgent(paper);
    app("kiosk-1", new KioskApp());
    app("board-1", new BoardApp());
    app("speaker-1", VoiceApp.into(spool.resolve("voice")));
    app("counter-1", new CounterApp());
    app("pad-1", new PadApp());
    List<String> all =
        List.of("printer-1", "kiosk-1", "board-1", "speaker-1", "counter-1", "pad-1");
    await("all devices online")
        .until(
            () ->
                hall.controller().health().devices().stream()
                    .filter(Api.Device::online)
                    .map(Api.Device::id)
                    .toList()
                    .containsAll(all));
  }

  PrinterEmulator printer() {
    return printer;
  }

  DeviceScreen screen(String device) {
    return new DeviceScreen(device);
  }

  /** The names of what was said so far, oldest first: time, ticket, window and reading. */
  List<String> heard() {
    String[] files = spool.resolve("voice").resolve("heard").toFile().list();
    return files == null ? List.of() : Stream.of(files).sorted().toList();
  }

  private void printerAgent(PrinterProfile paper) throws IOException {
    DeviceSession session = RunningDevice.session(hall, "printer-1", "ticket-printer", spool);
    parts.push(session::close);
    var agent =
        new PrinterAgent(
            session,
            "printer-1",
            paper,
            new TcpTransport(printer.host(), printer.port()),
            spool.resolve("jobs"),
            PrinterAgent.Setting.USUAL,
            PrinterAgent.Pace.USUAL);
    parts.push(agent::close);
    agent.open();
    session.open();
  }

  private void app(String id, DeviceApp app) throws IOException {
    parts.push(RunningDevice.start(hall, id, app, spool)::close);
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      parts.pop().run();
    }
  }
}
