package io.tidehall.kiosk;

import io.tidehall.device.DeviceCabinet;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.Texts;
import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.hardware.StatusLight;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.Senses;
import io.tidehall.protocol.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What hangs in the kiosk's cabinet: sensors tell the flow and the hall, the flow's state lights
 * the lamps.
 */
final class CabinetWatch implements AutoCloseable {
  private static final List<DeviceCabinet.Sensor> SENSORS =
      List.of(
          new DeviceCabinet.Sensor(Senses.PRESENCE, false, true),
          // A closed door closes its contact, so that a cut wire is an open door.
          new DeviceCabinet.Sensor(Senses.DOOR, true, true),
          new DeviceCabinet.Sensor(Senses.PAPER_LOW, true, false));

  private final Cabinet cabinet;
  private final DoorLog log;

  CabinetWatch(Cabinet cabinet, DoorLog log) {
    this.cabinet = cabinet;
    this.log = log;
  }

  /** The cabinet that a kiosk's options ask for. */
  static Cabinet open(DeviceOptions options) {
    return DeviceCabinet.open(options, SENSORS, StatusLight.LAMPS);
  }

  /** What the parts of an emulated cabinet are called: in both languages, whoever tries it out. */
  static UnaryOperator<String> words(Texts texts) {
    return part ->
        Arrays.stream(Language.values())
            .map(it -> texts.say(it, "cabinet." + part))
            .collect(Collectors.joining(" · "));
  }

  /** Tells the flow how the sensors are, from now on. */
  void tell(Consumer<Happening> flow) {
    cabinet.onChange(
        it -> {
          flow.accept(new Happening.Sensed(it.sensor(), it.on()));
          if (it.sensor().equals(Senses.DOOR)) {
            log.door(it.on());
          }
        });
  }

  /** Looks at the sensors and shows how the kiosk is; a few times a second. */
  void tick(Kiosk kiosk, long steady) {
    cabinet.settle();
    log.tick(steady);
    kiosk.light().show(cabinet, steady);
  }

  Cabinet cabinet() {
    return cabinet;
  }

  @Override
  public void close() {
    cabinet.close();
  }
}
