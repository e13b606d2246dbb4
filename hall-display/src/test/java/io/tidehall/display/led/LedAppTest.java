package io.tidehall.display.led;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.CannotStartException;
import io.tidehall.device.Device;
import io.tidehall.device.FakeHall;
import io.tidehall.display.Photos;
import io.tidehall.display.SerialPair;
import io.tidehall.display.led.serial.ComPortLine;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole app, from the hall's states to the bytes that come out of a serial line. */
class LedAppTest {
  private static final LedLine.Pace QUICK =
      new LedLine.Pace(Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofMillis(50));

  private static final String WELCOME_3 = "03 00 00 03";

  @TempDir Path folder = Path.of("");

  private final FakeHall hall = new FakeHall(NOW);

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void eachWindowsStripIsToldItsNumberAndEachChange() throws IOException {
    hall.state(Topics.BOARD, board(3, call("A002", "2", 1, NOW)));
    try (var line = new SerialPair(folder);
        var _ = app().start(Photos.device("led-1", hall), new FigureStrip(), port(line), QUICK)) {
      line.awaitFrames("01 00 01 02", "02 00 02 04", WELCOME_3);
      hall.state(Topics.BOARD, board(2));
      line.awaitFrames("02 00 02 04");
    }
  }

  @Test
  void aStripThatWasSwitchedOnLateIsToldAgain() throws IOException {
    hall.state(Topics.BOARD, board(3));
    try (var line = new SerialPair(folder);
        var _ = app().start(Photos.device("led-1", hall), new FigureStrip(), port(line), QUICK)) {
      line.awaitFrames(WELCOME_3);
      line.forget();
      line.awaitFrames(WELCOME_3);
    }
  }

  @Test
  void aLineThatBreaksIsToldOfAndTriedAgainUntilItIsBack() throws IOException {
    hall.state(Topics.BOARD, board(3));
    try (var line = new SerialPair(folder);
        var _ = app().start(Photos.device("led-1", hall), new FigureStrip(), port(line), QUICK)) {
      line.awaitFrames(WELCOME_3);
      line.cut();
      await().until(() -> hall.tells(LedLine.LINE_DOWN));
      line.mend();
      line.awaitFrames("01 00 01 02", "02 00 02 04", WELCOME_3);
      await().until(hall::tells);
    }
  }

  @Test
  void aHallThatStaysSilentLeavesNoNumberOnTheStrips() throws IOException {
    hall.state(Topics.BOARD, board(3, call("A002", "2", 1, NOW)));
    try (var line = new SerialPair(folder);
        var _ = app().start(Photos.device("led-1", hall), new FigureStrip(), port(line), QUICK)) {
      line.awaitFrames("02 00 02 04");
      hall.reach(Reach.NO_BROKER);
      hall.at(NOW.plus(LedPainter.SILENCE));
      line.awaitFrames("02 00 00 02");
    }
  }

  @Test
  void anAppThatStopsLeavesNoNumberOnTheStrips() throws IOException {
    hall.state(Topics.BOARD, board(3, call("A002", "2", 1, NOW)));
    try (var line = new SerialPair(folder);
        // The pair ends with the last who has it open, and what has not been read is lost.
        var _ = new RandomAccessFile(line.near().toFile(), "r")) {
      try (var _ =
          app().start(Photos.device("led-1", hall), new FigureStrip(), port(line), QUICK)) {
        line.awaitFrames("02 00 02 04");
      }
      line.awaitFrames("02 00 00 02");
    }
  }

  @Test
  void onlyTheStripsThatWereNamedAreTold() throws IOException {
    hall.state(Topics.BOARD, board(3));
    var app = app();
    app.strips.put("3", 90);
    try (var line = new SerialPair(folder);
        var _ = app.start(Photos.device("led-1", hall), new BxCard(128, 32), port(line), QUICK)) {
      line.awaitFrames("5B 02 00 00 80", "BB B6 D3 AD B9 E2 C1 D9");
    }
  }

  @Test
  void optionsThatCannotBeAreNamed() {
    var device = Photos.device("led-1", hall);
    var app = app();
    app.make = "neon";
    assertStopped(app, device, "--make figures, colour or bx, but 'neon'");
    app.make = "bx";
    app.size = "wide";
    assertStopped(app, device, "--size such as 128x32, but 'wide'");
    app.size = "128x32";
    assertStopped(app, device, "--line PATH");
    app.strips.put("3", 300);
    assertStopped(app, device, "the board of window 3 to be 0 to 255, but 300");
  }

  @Test
  void aLineThatIsNotThereIsNamed() {
    try (var line = new ComPortLine(folder.resolve("ttyUSB9"), 9600)) {
      var problem = assertThrows(IOException.class, () -> line.send(new byte[] {1}));
      assertTrue(String.valueOf(problem.getMessage()).contains("ttyUSB9, but there is none"));
    }
  }

  private static void assertStopped(LedApp app, Device device, String because) {
    var stopped = assertThrows(CannotStartException.class, () -> app.start(device));
    assertTrue(String.valueOf(stopped.getMessage()).contains(because), stopped.getMessage());
  }

  private static SerialLine port(SerialPair line) {
    return new ComPortLine(line.near(), 9600);
  }

  private static LedApp app() {
    return new LedApp();
  }

  @Test
  void aRunningAppAsksTheHallNothing() throws IOException {
    try (var line = new SerialPair(folder);
        var _ = app().start(Photos.device("led-1", hall), new FigureStrip(), port(line), QUICK)) {
      hall.state(Topics.BOARD, board(1));
      line.awaitFrames("01 00 01 02");
    }
    assertEquals(List.of(), hall.acts());
  }
}
