package io.tidehall.kiosk;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.Texts;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.flow.Ticker;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Effect;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.view.KioskView;
import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The number-issuing kiosk. */
public final class KioskApp implements DeviceApp {
  private static final Logger log = LoggerFactory.getLogger(KioskApp.class);
  private static final Duration PACE = Duration.ofMillis(250);

  @Option(names = "--landscape", description = "The screen is mounted sideways (1920 × 1080).")
  boolean landscape;

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

  @Override
  public RunningKiosk start(Device device) {
    ScreenSize size = landscape ? ScreenSize.KIOSK.turned() : ScreenSize.KIOSK;
    Shell shell =
        Shell.open(new Shell.Spec("Tidehall", size, true, KioskView.stylesheet()), device);
    return new RunningKiosk(device, shell);
  }

  /** A kiosk that runs. */
  public static final class RunningKiosk implements Running {
    private final DeviceSession session;
    private final String run = UUID.randomUUID().toString();
    private final Shell shell;
    private final Ticker ticker;
    private final FlowRunner<Kiosk, Happening, Effect> flow;

    private RunningKiosk(Device device, Shell shell) {
      this.session = device.session();
      this.shell = shell;
      KioskView view = Shell.onFx(() -> new KioskView(shell, Texts.beside(KioskApp.class)));
      flow =
          new FlowRunner<>(
              Kiosk.start(device.options().language()),
              new KioskFlow(),
              Shell.executor(),
              view::show,
              this::carryOut);
      view.connect(flow::happen);
      session.watchReach(reach -> flow.happen(new Happening.Reached(reach)));
      listen(Topics.HALL, HallStatus.class);
      listen(Topics.CATALOGUE, Catalogue.class);
      listen(Topics.LINES, LinesState.class);
      listen(Topics.setup(device.id()), DeviceSetup.class);
      session.report(DeviceStatus.Paper.NOT_APPLICABLE, List.of());
      ticker =
          new Ticker(
              PACE,
              steady -> flow.happen(new Happening.Tick(session.hallClock().instant(), steady)));
    }

    private <M extends Message> void listen(String topic, Class<M> type) {
      session.watch(topic, type, message -> flow.happen(new Happening.Said(message)));
    }

    private void carryOut(Effect effect) {
      switch (effect) {
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
                          log.warn("{} was not answered: {}", act, String.valueOf(problem));
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

    /** The window, for tests. */
    public Shell shell() {
      return shell;
    }

    @Override
    public void close() {
      ticker.close();
      shell.close();
    }
  }
}
