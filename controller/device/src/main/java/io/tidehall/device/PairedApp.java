package io.tidehall.device;

import io.tidehall.device.view.PairingWindow;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceLife;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.link.PairingClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device app as a program that is paired: it works under a credential, or shows its code. */
final class PairedApp implements DeviceLife.Program {
  private static final Logger log = LoggerFactory.getLogger(PairedApp.class);

  private final DeviceApp app;
  private final DeviceOptions options;
  private final URI controller;
  private final BiFunction<Credentials, Path, DeviceSession> sessions;
  private final Runnable end;
  private final IntConsumer leave;

  PairedApp(
      DeviceApp app,
      DeviceOptions options,
      URI controller,
      BiFunction<Credentials, Path, DeviceSession> sessions,
      Runnable end,
      IntConsumer leave) {
    this.app = app;
    this.options = options;
    this.controller = controller;
    this.sessions = sessions;
    this.end = end;
    this.leave = leave;
  }

  @Override
  public AutoCloseable work(Credentials credentials, DeviceLife.Changes changes) {
    Path folder = DeviceMain.spool(options, credentials, file(app, options));
    DeviceSession session = sessions.apply(credentials, folder);
    try {
      DeviceApp.Running running =
          app.start(
              new Device(
                  credentials.device(),
                  session,
                  options,
                  credentials.identityKey(),
                  new Device.Home(credentials.broker(), folder, DeviceSessions.version()),
                  end,
                  leave));
      session.onRefusal(changes::refused);
      session.open();
      return () -> {
        running.close();
        session.close();
      };
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public DeviceLife.Face face(@Nullable Credentials old) {
    String id = old == null ? app.name() : old.device();
    DeviceLife.Face console = progress -> tell(id, progress);
    Optional<ScreenSize> screen = app.screen();
    if (screen.isEmpty()) {
      return console;
    }
    PairingWindow window =
        PairingWindow.open(screen.get(), app.name(), id, controller, old != null, options, end);
    if (app.alone()) {
      window.lock();
    }
    return new DeviceLife.Face() {
      @Override
      public void show(PairingClient.Progress progress) {
        console.show(progress);
        window.show(progress);
      }

      @Override
      public void close() {
        window.close();
      }
    };
  }

  private void tell(String id, PairingClient.Progress progress) {
    log.info("{}: {}", id, PairingClient.words(progress, controller));
  }

  /** Where the credential is kept. */
  static Path file(DeviceApp app, DeviceOptions options) {
    String name = app.name() + ".credentials";
    return options
        .credentials()
        .or(() -> options.spool().map(folder -> folder.resolve(name)))
        .orElse(Path.of(name));
  }
}
