package io.tidehall.kiosk;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceButtons;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.kiosk.flow.Guard;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Machine;
import io.tidehall.kiosk.flow.Service.Leave;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.PinHash;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service menu wants done outside the flow; nothing of it holds up the screen. */
final class ServiceWork implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServiceWork.class);

  private final Device device;
  private final Consumer<Happening> flow;
  private final KeptGuard kept;
  private final long started = System.nanoTime();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("service").factory());
  private final List<String> names;
  private final @Nullable Buttons buttons;

  /**
   * What the menu of a kiosk wants.
   *
   * @param clock the flow's steady clock
   */
  ServiceWork(Device device, LongSupplier clock, Consumer<Happening> flow) {
    this.device = device;
    this.flow = flow;
    Device.Home home = device.home();
    kept = new KeptGuard(home == null ? null : home.folder(), InstantSource.system(), clock);
    flow.accept(new Happening.Remembered(kept.load()));
    names =
        device.options().hardware() != DeviceOptions.Hardware.NONE
            ? device.options().pins().keySet().stream().sorted().toList()
            : List.of();
    buttons = names.isEmpty() ? null : DeviceButtons.open(device.options(), names);
    if (buttons != null) {
      buttons.onPress(name -> flow.accept(new Happening.Pressed(name)));
    }
  }

  /** A PIN is neither kept nor logged. */
  void check(String pin, String hash) {
    thread.execute(
        () -> {
          boolean right = PinHash.matches(pin, hash);
          log.info("a PIN for the service menu was {}", right ? "right" : "wrong");
          flow.accept(new Happening.PinChecked(right));
        });
  }

  /** Not lost by whoever switches the kiosk off; writing may take a while. */
  void remember(Guard guard) {
    thread.execute(() -> kept.keep(guard));
  }

  void nameButtons() {
    flow.accept(new Happening.ButtonsAre(names));
  }

  void lookAround() {
    thread.execute(() -> flow.accept(new Happening.LookedAround(machine())));
  }

  void end(Leave leave) {
    log.info("staff ended the program: {}", leave);
    device.leave().accept(leave == Leave.RESTART ? DeviceMain.RESTART : DeviceMain.LEFT);
  }

  private Machine machine() {
    Device.Home home = device.home();
    DeviceSession session = device.session();
    Instant heard = session.lastHeard();
    return new Machine(
        device.id(),
        home == null ? "" : home.broker(),
        device.options().pair().map(URI::toString).orElse(""),
        addresses(),
        heard.equals(Instant.EPOCH)
            ? -1
            : Math.max(0, Duration.between(heard, session.hallClock().instant()).toSeconds()),
        home == null ? "" : home.version(),
        Duration.ofNanos(System.nanoTime() - started).toSeconds());
  }

  /** The addresses by which other machines reach this one. */
  private static List<String> addresses() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .map(it -> it.replaceFirst("%.*", ""))
          .sorted()
          .toList();
    } catch (SocketException e) {
      log.warn("cannot list the machine's addresses: {}", e.getMessage());
      return List.of();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    if (buttons != null) {
      buttons.close();
    }
  }
}
