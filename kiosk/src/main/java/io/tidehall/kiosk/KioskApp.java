package io.tidehall.kiosk;

import io.tidehall.device.CannotStartException;
import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.Texts;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.flow.Ticker;
import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.view.CabinetPanel;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Effect;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.flow.World.Reader;
import io.tidehall.kiosk.reader.EmulatedReader;
import io.tidehall.kiosk.reader.IdReader;
import io.tidehall.kiosk.reader.SerialIdReader;
import io.tidehall.kiosk.reader.serial.ReaderLine;
import io.tidehall.kiosk.reader.view.CardPanel;
import io.tidehall.kiosk.view.KioskView;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.PersonHash;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The number-issuing kiosk. */
public final class KioskApp implements DeviceApp {
  private static final Logger log = LoggerFactory.getLogger(KioskApp.class);
  private static final Duration PACE = Duration.ofMillis(250);

  @Option(names = "--landscape", description = "The screen is mounted sideways (1920 × 1080).")
  boolean landscape;

  @Option(
      names = "--reader",
      paramLabel = "none|emulated|/dev/ttyUSB0",
      description =
          "The ID-card reader: a serial line, or emulated by a panel (default: none; with"
              + " --emulate, emulated).")
  @Nullable String reader;

  /** Starts a kiosk from the command line. */
  public static void main(String[] args) {
    System.exit(DeviceMain.run(new KioskApp(), args));
  }

  @Override
  public String name() {
    return "kiosk";
  }

  /** A kiosk mounted sideways. */
  public KioskApp sideways() {
    landscape = true;
    return this;
  }

  /** A kiosk with a reader, as {@code --reader} says it. */
  public KioskApp reading(String from) {
    reader = from;
    return this;
  }

  private @Nullable IdReader reader(Device device) {
    String asked = reader == null ? (device.options().emulate() ? "emulated" : "none") : reader;
    return switch (asked) {
      case "none" -> null;
      case "emulated" -> new EmulatedReader();
      default -> new SerialIdReader(new ReaderLine(Path.of(asked)));
    };
  }

  private static @Nullable PersonHash hash(Device device) {
    String key = device.identityKey();
    try {
      return key == null ? null : new PersonHash(key);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(
          "cannot use the identityKey of the credentials file: " + e.getMessage());
    }
  }

  @Override
  public Optional<ScreenSize> screen() {
    return Optional.of(ScreenSize.KIOSK);
  }

  @Override
  public RunningKiosk start(Device device) {
    PersonHash hash = hash(device);
    IdReader idReader = reader(device);
    Cabinet cabinet = CabinetWatch.open(device.options());
    ScreenSize size = landscape ? ScreenSize.KIOSK.turned() : ScreenSize.KIOSK;
    Shell shell =
        Shell.open(new Shell.Spec("Tidehall", size, true, KioskView.stylesheet()), device);
    if (idReader instanceof EmulatedReader emulated) {
      CardPanel.open(device.id() + " · ID card", emulated);
    }
    CabinetPanel.open(
        device.id() + " · cabinet",
        cabinet,
        part -> Texts.beside(KioskApp.class).say(device.options().language(), "cabinet." + part));
    return new RunningKiosk(device, shell, idReader, hash, new CabinetWatch(cabinet));
  }

  /** A kiosk that runs. */
  public static final class RunningKiosk implements Running {
    private final DeviceSession session;
    private final String run = UUID.randomUUID().toString();
    private final Shell shell;
    private final Ticker ticker;
    private final @Nullable IdReader reader;
    private final Recognition recognition;
    private final CabinetWatch cabinet;
    private Paper paper = Paper.NOT_APPLICABLE;
    private List<String> faults = List.of();
    private final FlowRunner<Kiosk, Happening, Effect> flow;

    private RunningKiosk(
        Device device,
        Shell shell,
        @Nullable IdReader reader,
        @Nullable PersonHash hash,
        CabinetWatch cabinet) {
      this.cabinet = cabinet;
      this.session = device.session();
      this.shell = shell;
      this.reader = reader;
      KioskView view = Shell.onFx(() -> new KioskView(shell, Texts.beside(KioskApp.class)));
      flow =
          new FlowRunner<>(
              Kiosk.start(
                  device.options().language(),
                  reader == null ? Reader.NONE : Reader.MISSING,
                  hash != null),
              new KioskFlow(),
              Shell.executor(),
              kiosk -> show(view, kiosk),
              this::carryOut);
      recognition = new Recognition(hash, session.hallClock(), flow::happen);
      view.connect(flow::happen);
      Shell.onFx(
          () -> {
            view.listen(text -> flow.happen(new Happening.Scanned(text)));
            return view;
          });
      session.watchReach(reach -> flow.happen(new Happening.Reached(reach)));
      listen(Topics.HALL, HallStatus.class);
      listen(Topics.CATALOGUE, Catalogue.class);
      listen(Topics.LINES, LinesState.class);
      listen(Topics.setup(device.id()), DeviceSetup.class);
      session.report(Paper.NOT_APPLICABLE, List.of());
      if (reader != null) {
        reader.open(recognition::sighted);
      }
      cabinet.tell(flow::happen);
      ticker =
          new Ticker(
              PACE,
              steady -> {
                flow.happen(new Happening.Tick(session.hallClock().instant(), steady));
                cabinet.tick(flow.screen(), steady);
              });
    }

    private <M extends Message> void listen(String topic, Class<M> type) {
      session.watch(topic, type, message -> flow.happen(new Happening.Said(message)));
    }

    private void show(KioskView view, Kiosk kiosk) {
      view.show(kiosk);
      if (reader != null) {
        reader.want(kiosk.wantsCard());
      }
      List<String> now = kiosk.world().faults();
      if (!now.equals(faults) || kiosk.world().paper() != paper) {
        faults = now;
        paper = kiosk.world().paper();
        session.report(paper, now);
      }
    }

    private void carryOut(Effect effect) {
      switch (effect) {
        case Effect.Hash(var typed) -> recognition.typed(typed);
        case Effect.Ask(long ask, var act) -> {
          var unused =
              session
                  // The same number again is the same request: it takes one ticket.
                  .ask(run + "-" + ask, act)
                  .whenComplete(
                      (reply, problem) -> {
                        if (reply != null) {
                          flow.happen(new Happening.Answered(ask, reply));
                        } else {
                          // Not the act itself: it may tell by whom it was asked.
                          log.warn(
                              "{} was not answered: {}",
                              act.getClass().getSimpleName(),
                              String.valueOf(problem));
                          flow.happen(new Happening.NotAnswered(ask));
                        }
                      });
        }
      }
    }

    /** What is shown now. */
    public Kiosk kiosk() {
      return flow.screen();
    }

    /** The reader, for tests. */
    public @Nullable IdReader reader() {
      return reader;
    }

    /** Sensors and lamps, for tests. */
    public Cabinet cabinet() {
      return cabinet.cabinet();
    }

    /** The window, for tests. */
    public Shell shell() {
      return shell;
    }

    @Override
    public void close() {
      ticker.close();
      cabinet.close();
      if (reader != null) {
        reader.close();
      }
      shell.close();
    }
  }
}
