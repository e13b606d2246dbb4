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
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A started call pad: joins buttons, screen and hall. */
final class CallPad implements DeviceApp.Running {
  private static final Logger log = LoggerFactory.getLogger(CallPad.class);

  private final DeviceSession session;
  private final Buttons buttons;
  private final PadWindow window;
  private final FlowRunner<PadScreen, PadHappening, PadScreen.Asking> runner;
  private final Ticker ticker;

  CallPad(Device device, Buttons buttons, PadWindow window) {
    this.session = device.session();
    this.buttons = buttons;
    this.window = window;
    var language = device.options().language();
    runner =
        new FlowRunner<>(
            PadScreen.at(session.hallClock().instant()),
            PadFlow::next,
            window.executor(),
            screen -> window.show(PadPainter.paint(screen, language)),
            this::ask);
    window.executor().execute(() -> window.onPress(this::press));
    buttons.onPress(name -> press(button(name)));
    WindowTopics.watch(device.id(), session, this::seen);
    ticker = new Ticker(session.hallClock(), now -> seen(new Happening.Tick(now)));
  }

  private void press(Act.Button button) {
    runner.happen(new PadHappening.Pressed(button));
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

  private static Act.Button button(String name) {
    return Act.Button.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public void close() {
    ticker.close();
    buttons.close();
    window.close();
  }
}
