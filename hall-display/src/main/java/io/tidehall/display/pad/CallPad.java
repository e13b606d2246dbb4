package io.tidehall.display.pad;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.display.Happening;
import io.tidehall.display.Ticker;
import io.tidehall.display.WindowTopics;
import io.tidehall.display.pad.view.PadWindow;
import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A started call pad: joins buttons, screen or figures, and hall. */
final class CallPad implements DeviceApp.Running {
  private static final Logger log = LoggerFactory.getLogger(CallPad.class);

  private final DeviceSession session;
  private final Buttons buttons;
  private final @Nullable PadWindow window;
  private final ExecutorService own =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("call-pad").factory());
  private final FlowRunner<PadScreen, PadHappening, PadScreen.Asking> runner;
  private final Ticker ticker;

  /**
   * A pad.
   *
   * @param window its screen, or null when it shows figures alone
   */
  CallPad(Device device, Buttons buttons, @Nullable PadWindow window) {
    this.session = device.session();
    this.buttons = buttons;
    this.window = window;
    var language = device.options().language();
    runner =
        new FlowRunner<>(
            PadScreen.at(session.hallClock().instant()),
            PadFlow::next,
            window == null ? own : window.executor(),
            screen -> {
              if (window != null) {
                window.show(PadPainter.paint(screen, language));
              }
              if (buttons instanceof SerialPad pad) {
                pad.show(PadFigures.of(screen));
              }
            },
            this::ask);
    if (window != null) {
      window.executor().execute(() -> window.onMove(this::move));
    }
    buttons.onMove(move -> move(PadKeys.of(move.name()), move.down()));
    WindowTopics.watch(device.id(), session, this::seen);
    ticker = new Ticker(session.hallClock(), now -> tick(new Happening.Tick(now)));
    if (buttons instanceof SerialPad pad) {
      pad.start(this::pad);
    }
  }

  private void pad(List<String> faults) {
    if (!faults.isEmpty()) {
      runner.happen(new PadHappening.Lost());
    }
    session.report(DeviceStatus.Paper.NOT_APPLICABLE, faults);
  }

  private void move(Act.Button key, boolean down) {
    runner.happen(new PadHappening.Moved(key, down, session.hallClock().instant()));
  }

  /** A key that was let go unseen must not seem held. */
  private void tick(Happening.Tick tick) {
    buttons.settle();
    seen(tick);
  }

  private void seen(Happening what) {
    runner.happen(new PadHappening.Seen(what));
  }

  private void ask(PadScreen.Asking asking) {
    var unused =
        session
            .ask(new Act.PressCallPad(asking.button()))
            .whenComplete(
                (reply, problem) -> {
                  if (problem == null) {
                    runner.happen(new PadHappening.Answered(asking.press(), reply));
                  } else {
                    log.warn("The press {} was not answered: {}", asking, problem.toString());
                    runner.happen(new PadHappening.Unanswered(asking.press()));
                  }
                });
  }

  @Override
  public void close() {
    ticker.close();
    buttons.close();
    if (window != null) {
      window.close();
    }
    own.shutdown();
  }
}
