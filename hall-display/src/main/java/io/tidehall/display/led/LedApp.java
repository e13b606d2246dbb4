package io.tidehall.display.led;

import io.tidehall.device.CannotStartException;
import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.flow.Flow;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.display.Happening;
import io.tidehall.display.Ticker;
import io.tidehall.display.led.serial.ComPortLine;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The LED strips of one serial line as a device: it hears the board's state and asks nothing. */
public final class LedApp implements DeviceApp {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})x(\\d{1,3})");

  @Option(
      names = "--line",
      paramLabel = "PATH",
      description = "The serial line that the strips hang on, such as /dev/ttyUSB0.")
  @Nullable Path line;

  @Option(
      names = "--make",
      paramLabel = "figures|colour|bx",
      description = "The make of the strips: 4-byte figures, 7-byte coloured figures, BX cards.")
  String make = "bx";

  @Option(
      names = "--strip",
      paramLabel = "WINDOW=BOARD",
      description = "The board number of a window's strip; without any, that of the window.")
  Map<String, Integer> strips = new TreeMap<>();

  @Option(
      names = "--baud",
      paramLabel = "N",
      description = "The line's speed (default: 9600; 57600 with bx).")
  int baud;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      description = "With bx: dots of a strip (default: 128x32).")
  String size = "128x32";

  @Option(
      names = "--colour",
      paramLabel = "N",
      description = "With colour: the colour's number (default: 0, green).")
  int colour;

  @Option(
      names = "--fresh-colour",
      paramLabel = "N",
      description = "With colour: the colour of a number just called (default: the same).")
  @Nullable Integer freshColour;

  /** Runs as a program of its own. */
  public static void main(String... args) {
    System.exit(DeviceMain.run(new LedApp(), DeviceSessions::over, args));
  }

  @Override
  public String name() {
    return "led-line";
  }

  @Override
  public Running start(Device device) {
    StripDriver driver = driver();
    strips.forEach((window, board) -> check("the board of window " + window, board));
    if (line == null) {
      throw new CannotStartException("expected --line PATH: the serial line of the strips");
    }
    var serial = new ComPortLine(line.toAbsolutePath(), baud > 0 ? baud : driver.baud());
    return start(device, driver, serial, LedLine.Pace.USUAL);
  }

  Running start(Device device, StripDriver driver, SerialLine serial, LedLine.Pace pace) {
    DeviceSession session = device.session();
    var language = device.options().language();
    var led =
        new LedLine(
            driver,
            serial,
            pace,
            LedPainter.farewell(language),
            faults -> session.report(DeviceStatus.Paper.NOT_APPLICABLE, faults));
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("led").factory());
    var runner =
        new FlowRunner<LedScreen, Happening, Void>(
            LedScreen.at(session.hallClock().instant()),
            (screen, happening) -> Flow.Step.to(LedFlow.next(screen, happening)),
            thread,
            screen -> led.show(byBoard(LedPainter.paint(screen, language, driver.letters()))),
            _ -> {});
    session.watch(Topics.HALL, HallStatus.class, it -> runner.happen(new Happening.Heard(it)));
    session.watch(Topics.BOARD, BoardState.class, it -> runner.happen(new Happening.Heard(it)));
    session.watchReach(reach -> runner.happen(new Happening.Reached(reach, session.lastHeard())));
    var ticker = new Ticker(session.hallClock(), now -> runner.happen(new Happening.Tick(now)));
    led.start();
    return () -> {
      ticker.close();
      thread.shutdown();
      led.close();
    };
  }

  /** The faces by the number of their board; a window without a strip has none. */
  private Map<Integer, Face> byBoard(Map<String, Face> faces) {
    Map<Integer, Face> boards = new HashMap<>();
    faces.forEach(
        (window, face) -> {
          Integer board = strips.isEmpty() ? usual(window) : strips.get(window);
          if (board != null) {
            boards.put(board, face);
          }
        });
    return boards;
  }

  private static @Nullable Integer usual(String window) {
    return window.matches("\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5]") ? Integer.valueOf(window) : null;
  }

  private StripDriver driver() {
    return switch (make) {
      case "figures" -> new FigureStrip();
      case "colour" ->
          new ColourStrip(
              check("--colour", colour),
              check("--fresh-colour", freshColour == null ? colour : freshColour));
      case "bx" -> card();
      default ->
          throw new CannotStartException(
              "expected --make figures, colour or bx, but '" + make + "' came");
    };
  }

  private BxCard card() {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw new CannotStartException("expected --size such as 128x32, but '" + size + "' came");
    }
    return new BxCard(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
  }

  private static int check(String what, int number) {
    if (number < 0 || number > 255) {
      throw new CannotStartException(
          "expected %s to be 0 to 255, but %d came".formatted(what, number));
    }
    return number;
  }
}
