package io.tidehall.kiosk;

import io.tidehall.device.CannotStartException;
import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.Texts;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.flow.Ticker;
import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.CardSink;
import io.tidehall.device.sound.Clips;
import io.tidehall.device.sound.EspeakEngine;
import io.tidehall.device.sound.FolderSink;
import io.tidehall.device.sound.SpeechEngine;
import io.tidehall.device.view.CabinetPanel;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Effect;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.flow.Prompt;
import io.tidehall.kiosk.flow.World;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The number-issuing kiosk. */
public final class KioskApp implements DeviceApp {
  private static final Logger log = LoggerFactory.getLogger(KioskApp.class);
  private static final Duration PACE = Duration.ofMillis(250);

  /** How long staff hold the hall's name to come to the service menu. */
  private Duration hold = Duration.ofSeconds(5);

  @Option(names = "--landscape", description = "The screen is mounted sideways (1920 × 1080).")
  boolean landscape;

  @Option(
      names = "--kiosk-mode",
      description =
          "Fill the screen without a way out but the service menu, and after a defect end with"
              + " status 4, after a frozen screen with 5, to be started again.")
  boolean kioskMode;

  @Option(
      names = "--reader",
      paramLabel = "none|emulated|/dev/ttyUSB0",
      description =
          "The ID-card reader: a serial line, or emulated by a panel (default: none; with"
              + " --emulate, emulated).")
  @Nullable String reader;

  @Option(
      names = "--audio",
      paramLabel = "auto|card|none|DIR",
      description =
          "Where spoken prompts go: the sound card if there is one (auto), nowhere, or WAV files"
              + " in DIR.")
  String audio = "auto";

  /** The steady clock, in milliseconds, by which pages come to an end. */
  private LongSupplier clock = Ticker::steady;

  private SpeechEngine engine = new EspeakEngine();
  private @Nullable AudioSink sink;

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

  /** A kiosk in a hall, without a way out for visitors. */
  public KioskApp locked() {
    kioskMode = true;
    return this;
  }

  /** A kiosk that speaks into a test. */
  KioskApp speaking(SpeechEngine with, AudioSink into) {
    engine = with;
    sink = into;
    return this;
  }

  /** A kiosk for impatient tests. */
  KioskApp holding(Duration time) {
    hold = time;
    return this;
  }

  /** A kiosk whose time goes by a test's clock. */
  KioskApp timed(LongSupplier steady) {
    clock = steady;
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

  /** Makes the kiosk's voice once there is somebody to tell whether it can speak. */
  private Voice voice() {
    AudioSink into = sink();
    return into == null
        ? (_, _) -> null
        : (folder, health) ->
            new Prompter(
                new Clips(null, folder, engine), into, Texts.beside(KioskApp.class), health);
  }

  private @Nullable AudioSink sink() {
    if (sink != null) {
      return sink;
    }
    return switch (audio) {
      case "card" -> new CardSink();
      case "none" -> null;
      case "auto" -> CardSink.present() ? new CardSink() : null;
      default -> new FolderSink(Path.of(audio));
    };
  }

  private interface Voice {
    @Nullable Prompter make(Path folder, Consumer<Prompter.Health> health);
  }

  private static DoorLog doorLog(DeviceSession session) {
    return new DoorLog(
        session.hallClock(),
        door -> {
          // A fact: the session keeps it until the hall has heard it.
          var unused = session.ask(UUID.randomUUID().toString(), door);
        });
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
    return Optional.of(size());
  }

  @Override
  public boolean alone() {
    return kioskMode;
  }

  private ScreenSize size() {
    return landscape ? ScreenSize.KIOSK.turned() : ScreenSize.KIOSK;
  }

  @Override
  public RunningKiosk start(Device device) {
    if (kioskMode) {
      device.options().withFullscreen();
    }
    PersonHash hash = hash(device);
    IdReader idReader = reader(device);
    Cabinet cabinet = CabinetWatch.open(device.options());
    Shell shell =
        Shell.open(new Shell.Spec("Tidehall", size(), true, KioskView.stylesheet()), device);
    if (idReader instanceof EmulatedReader emulated) {
      CardPanel.open(device.id() + " · 证件 · ID card", emulated);
    }
    CabinetPanel.open(
        device.id() + " · 机柜 · cabinet", cabinet, CabinetWatch.words(Texts.beside(KioskApp.class)));
    var running =
        new RunningKiosk(
            device,
            shell,
            idReader,
            hash,
            hold,
            clock,
            voice(),
            new CabinetWatch(cabinet, doorLog(device.session())));
    if (kioskMode) {
      running.lock();
    }
    return running;
  }

  /** A kiosk that runs. */
  public static final class RunningKiosk implements Running {
    /** Long enough to be read, short enough for whoever waits. */
    private static final Duration SORRY = Duration.ofSeconds(2);

    private final Device device;
    private final KioskView view;
    private Runnable unguard = () -> {};
    private final DeviceSession session;
    private final String run = UUID.randomUUID().toString();
    private final Shell shell;
    private final Ticker ticker;
    private final @Nullable IdReader reader;
    private final Recognition recognition;
    private final CabinetWatch cabinet;
    private Paper paper = Paper.NOT_APPLICABLE;
    private final ServiceWork service;
    private final KeptSetup kept;
    private final KeptLoudness loudness;
    private final @Nullable Prompter prompter;
    private List<String> faults = List.of();
    private final FlowRunner<Kiosk, Happening, Effect> flow;

    private RunningKiosk(
        Device device,
        Shell shell,
        @Nullable IdReader reader,
        @Nullable PersonHash hash,
        Duration hold,
        LongSupplier clock,
        Voice voice,
        CabinetWatch cabinet) {
      this.cabinet = cabinet;
      this.device = device;
      this.session = device.session();
      this.shell = shell;
      this.reader = reader;
      Path folder = device.home() == null ? null : device.home().folder();
      Texts own = Texts.beside(KioskApp.class);
      Texts texts = folder == null ? own : own.with(folder.resolve("languages"));
      view = Shell.onFx(() -> new KioskView(shell, texts, hold));
      flow =
          new FlowRunner<>(
              Kiosk.start(
                  device.options().language(),
                  texts.further(),
                  reader == null ? Reader.NONE : Reader.MISSING,
                  hash != null),
              new KioskFlow(),
              Shell.executor(),
              kiosk -> show(view, kiosk),
              this::carryOut);
      recognition = new Recognition(hash, session.hallClock(), flow::happen);
      service = new ServiceWork(device, clock, flow::happen);
      kept = new KeptSetup(folder);
      kept.load().ifPresent(setup -> flow.happen(new Happening.Kept(setup)));
      loudness = new KeptLoudness(folder);
      prompter =
          voice.make(folder == null ? Path.of("clips") : folder.resolve("clips"), this::voiced);
      if (prompter != null) {
        prompter.start();
      }
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
      session.watch(
          Topics.setup(device.id()),
          DeviceSetup.class,
          setup -> {
            flow.happen(new Happening.Said(setup));
            kept.keep(setup);
          });
      session.report(Paper.NOT_APPLICABLE, List.of());
      if (reader != null) {
        reader.open(recognition::sighted);
      }
      cabinet.tell(flow::happen);
      ticker =
          new Ticker(
              PACE,
              clock,
              steady -> {
                flow.happen(new Happening.Tick(session.hallClock().instant(), steady));
                cabinet.tick(flow.screen(), steady);
              });
    }

    /** Nobody gets out but by the service menu, and nobody is left before a broken screen. */
    private void lock() {
      Shell.onFx(
          () -> {
            shell.lock();
            return view;
          });
      unguard = Shell.onCrash(this::crashed);
    }

    /** On the screen's thread, once: what has failed may fail again at each touch. */
    private void crashed(Throwable problem) {
      log.error("the screen has failed; the program starts again", problem);
      if (view.sorry()) {
        CompletableFuture.delayedExecutor(SORRY.toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> device.leave().accept(DeviceMain.RESTART));
      }
    }

    private void voiced(Prompter.Health health) {
      flow.happen(
          new Happening.VoiceIs(
              new World.Voice(
                  health != Prompter.Health.MUTE,
                  loudness.get(),
                  health == Prompter.Health.FAILING)));
    }

    private <M extends Message> void listen(String topic, Class<M> type) {
      session.watch(topic, type, message -> flow.happen(new Happening.Said(message)));
    }

    private void show(KioskView view, Kiosk kiosk) {
      view.show(kiosk);
      if (prompter != null) {
        prompter.say(Prompt.of(kiosk).orElse(null));
      }
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
        case Effect.CheckPin(var pin, var hash) -> service.check(pin, hash);
        case Effect.Remember(var guard) -> service.remember(guard);
        case Effect.LookAround _ -> service.lookAround();
        case Effect.KeepLoudness(var percent) -> loudness.keep(percent);
        case Effect.NameButtons _ -> service.nameButtons();
        case Effect.End(var leave) -> service.end(leave);
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

    /** As if it had happened, for tests. */
    void happen(Happening happening) {
      flow.happen(happening);
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
      unguard.run();
      ticker.close();
      cabinet.close();
      service.close();
      if (prompter != null) {
        prompter.close();
      }
      if (reader != null) {
        reader.close();
      }
      shell.close();
    }
  }
}
