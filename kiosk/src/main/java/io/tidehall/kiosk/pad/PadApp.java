package io.tidehall.kiosk.pad;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceButtons;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.Texts;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.flow.Ticker;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.view.ButtonPanel;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.KioskApp;
import io.tidehall.kiosk.pad.flow.Pad;
import io.tidehall.kiosk.pad.flow.PadEffect;
import io.tidehall.kiosk.pad.flow.PadFlow;
import io.tidehall.kiosk.pad.flow.PadHappening;
import io.tidehall.kiosk.pad.view.PadView;
import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rating pad at a window: a touch screen, five tactile buttons where they are fitted. */
public final class PadApp implements DeviceApp {
  /** The tactile buttons, best level first. */
  public static final List<String> BUTTONS =
      List.of("rate-5", "rate-4", "rate-3", "rate-2", "rate-1");

  private static final Logger log = LoggerFactory.getLogger(PadApp.class);
  private static final Duration PACE = Duration.ofMillis(250);

  /** The steady clock, in milliseconds, by which pages come to an end. */
  private LongSupplier clock = Ticker::steady;

  /** Starts a pad from the command line. */
  public static void main(String[] args) {
    System.exit(DeviceMain.run(new PadApp(), args));
  }

  @Override
  public String name() {
    return "rating-pad";
  }

  @Override
  public Optional<ScreenSize> screen() {
    return Optional.of(ScreenSize.PAD);
  }

  /** A pad whose time goes by a test's clock. */
  PadApp timed(LongSupplier steady) {
    clock = steady;
    return this;
  }

  @Override
  public RunningPad start(Device device) {
    return start(device, DeviceButtons.open(device.options(), BUTTONS));
  }

  /** Starts with buttons of the caller's choice. */
  public RunningPad start(Device device, Buttons buttons) {
    var spec = new Shell.Spec("Tidehall", ScreenSize.PAD, false, PadView.stylesheet());
    return new RunningPad(device, Shell.open(spec, device), buttons, clock);
  }

  /** A pad that runs. */
  public static final class RunningPad implements Running {
    private final Texts texts = Texts.beside(KioskApp.class);
    private final DeviceSession session;
    private final Shell shell;
    private final Buttons buttons;
    private final Ticker ticker;
    private final FlowRunner<Pad, PadHappening, PadEffect> flow;
    private @Nullable String window;

    private RunningPad(Device device, Shell shell, Buttons buttons, LongSupplier clock) {
      this.session = device.session();
      this.shell = shell;
      this.buttons = buttons;
      PadView view = Shell.onFx(() -> new PadView(shell, texts));
      flow =
          new FlowRunner<>(
              Pad.start(device.options().language()),
              new PadFlow(),
              Shell.executor(),
              view::show,
              this::carryOut);
      view.connect(flow::happen);
      buttons.onPress(name -> flow.happen(new PadHappening.ChooseLevel(level(name))));
      if (device.options().emulate()) {
        Language language = device.options().language();
        ButtonPanel.open(device.id(), buttons, name -> texts.say(language, "level." + level(name)));
      }
      session.watchReach(reach -> flow.happen(new PadHappening.Reached(reach)));
      listen(Topics.HALL, HallStatus.class);
      listen(Topics.CATALOGUE, Catalogue.class);
      session.watch(Topics.setup(device.id()), DeviceSetup.class, this::standAt);
      session.report(DeviceStatus.Paper.NOT_APPLICABLE, List.of());
      ticker =
          new Ticker(
              PACE,
              clock,
              steady -> flow.happen(new PadHappening.Tick(session.hallClock().instant(), steady)));
    }

    private static int level(String button) {
      return button.charAt(button.length() - 1) - '0';
    }

    private <M extends Message> void listen(String topic, Class<M> type) {
      session.watch(topic, type, message -> flow.happen(new PadHappening.Said(message)));
    }

    /** The hall says at which window the pad stands; it may be carried to another. */
    private void standAt(DeviceSetup setup) {
      String next = setup.window();
      if (next != null && !next.equals(window)) {
        window = next;
        session.watch(
            Topics.window(next),
            WindowState.class,
            state -> {
              if (next.equals(window)) {
                flow.happen(new PadHappening.Said(state));
              }
            });
      }
    }

    private void carryOut(PadEffect effect) {
      Act act =
          switch (effect) {
            case PadEffect.Rate(var service, int level, var reasons, boolean atDesk) ->
                new Act.RateService(
                    service, level, reasons, atDesk ? texts.say(Language.ZH, "desk.text") : "");
            case PadEffect.Decline(var service) -> new Act.DeclineRating(service);
          };
      var unused =
          session
              .ask(act)
              .whenComplete((reply, problem) -> log.info("Rating answered: {} {}", reply, problem));
    }

    /** What is shown now. */
    public Pad pad() {
      return flow.screen();
    }

    /** The window, for tests. */
    public Shell shell() {
      return shell;
    }

    @Override
    public void close() {
      ticker.close();
      buttons.close();
      shell.close();
    }
  }
}
