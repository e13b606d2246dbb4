package io.tidehall.display.board;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.flow.Flow;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.display.Happening;
import io.tidehall.display.Pages;
import io.tidehall.display.Ticker;
import io.tidehall.display.board.view.BoardWindow;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The hall board: shows what the hall's retained states say, and asks nothing. */
public final class BoardApp implements DeviceApp {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description =
          "Show only this zone's calls, windows and announcements (default: as the hall file says).")
  String zone = "";

  @Option(
      names = "--media",
      paramLabel = "DIR",
      description = "The folder with the pictures and films of the hall's playlist.")
  @Nullable Path media;

  @Option(
      names = "--one-language",
      description = "Stay in the language of --language instead of alternating.")
  boolean oneLanguage;

  /** Runs as a program of its own. */
  public static void main(String... args) {
    System.exit(DeviceMain.run(new BoardApp(), DeviceSessions::over, args));
  }

  @Override
  public String name() {
    return "hall-board";
  }

  @Override
  public Optional<ScreenSize> screen() {
    return Optional.of(ScreenSize.BOARD);
  }

  @Override
  public Running start(Device device) {
    DeviceSession session = device.session();
    var shelf =
        new MediaShelf(media, faults -> session.report(DeviceStatus.Paper.NOT_APPLICABLE, faults));
    var window = BoardWindow.open(device, shelf);
    var runner =
        new FlowRunner<BoardScreen, Happening, Void>(
            BoardScreen.at(session.hallClock().instant(), zone),
            (screen, happening) -> Flow.Step.to(BoardFlow.next(screen, happening)),
            window.executor(),
            screen -> window.show(picture(screen, device, shelf)),
            _ -> {});
    hear(session, runner, Topics.HALL, HallStatus.class);
    hear(session, runner, Topics.CATALOGUE, Catalogue.class);
    hear(session, runner, Topics.LINES, LinesState.class);
    hear(session, runner, Topics.BOARD, BoardState.class);
    hear(session, runner, Topics.ANNOUNCEMENTS, Announcements.class);
    session.watch(
        Topics.setup(device.id()),
        DeviceSetup.class,
        setup -> {
          shelf.keep(setup.playlist() == null ? List.of() : setup.playlist());
          runner.happen(new Happening.Heard(inZone(setup)));
        });
    session.watchReach(reach -> runner.happen(new Happening.Reached(reach, session.lastHeard())));
    var ticker = new Ticker(session.hallClock(), now -> runner.happen(new Happening.Tick(now)));
    var looking = new io.tidehall.device.flow.Ticker(LOOK_AGAIN, _ -> shelf.look());
    return () -> {
      looking.close();
      ticker.close();
      window.close();
    };
  }

  private BoardPicture picture(BoardScreen screen, Device device, MediaShelf shelf) {
    Language language =
        oneLanguage ? device.options().language() : Pages.language(screen.surroundings().now());
    return BoardPainter.paint(screen, language, shelf::plays);
  }

  /** The zone of the command line comes before that of the hall file. */
  private DeviceSetup inZone(DeviceSetup it) {
    return zone.isEmpty()
        ? it
        : new DeviceSetup(it.role(), it.window(), it.printer(), zone, it.voice(), it.playlist());
  }

  private static <M extends Message> void hear(
      DeviceSession session,
      FlowRunner<BoardScreen, Happening, Void> runner,
      String topic,
      Class<M> type) {
    session.watch(topic, type, message -> runner.happen(new Happening.Heard(message)));
  }
}
