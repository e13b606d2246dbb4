package io.tidehall.server.pairing;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup.Kiosk;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.server.broker.DeviceRegistry.Paired;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ServicePin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where devices stand: those of the hall file, and those that were paired beside them. */
public final class Places {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Places() {}

  /** The places of all devices; the hall file's word goes where both know one. */
  public static List<DevicePlace> all(HallSetup hall, Map<String, Paired> paired) {
    List<DevicePlace> places =
        new ArrayList<>(hall.devices().stream().map(it -> of(hall, it)).toList());
    Set<String> listed = hall.devices().stream().map(HallDevice::id).collect(Collectors.toSet());
    paired.forEach(
        (id, it) -> {
          if (!listed.contains(id)) {
            places.add(of(hall, id, it));
          }
        });
    return places;
  }

  static DevicePlace of(HallSetup hall, String id, Paired paired) {
    return new DevicePlace(
        id,
        paired.role(),
        paired.window(),
        paired.printer(),
        paired.zone(),
        null,
        paired.role() == DeviceRole.HALL_BOARD ? playlist(hall, paired.zone()) : List.of(),
        kiosk(hall, paired.role()));
  }

  private static @Nullable Kiosk kiosk(HallSetup hall, DeviceRole role) {
    if (role != DeviceRole.KIOSK) {
      return null;
    }
    ServicePin pin = hall.kiosks().pin();
    return new Kiosk(
        pin == null ? null : pin.hash(), hall.kiosks().speech(), hall.kiosks().withoutPaper());
  }

  private static DevicePlace of(HallSetup hall, HallDevice device) {
    return new DevicePlace(
        device.id(),
        device.role(),
        device.window(),
        device.printer(),
        device.zone(),
        device.voice(),
        device.playlist(),
        kiosk(hall, device.role()));
  }

  /** A paired board shows what the hall file's board of its zone shows, or else of the hall. */
  private static List<Show> playlist(HallSetup hall, @Nullable String zone) {
    return Stream.of(Optional.ofNullable(zone), Optional.<String>empty())
        .flatMap(
            where ->
                hall.devices().stream()
                    .filter(
                        it ->
                            it.role() == DeviceRole.HALL_BOARD
                                && Objects.equals(it.zone(), where.orElse(null))))
        .findFirst()
        .map(HallDevice::playlist)
        .orElse(List.of());
  }

  /** The zones in which windows stand. */
  public static List<String> zones(HallState state) {
    var zones = new TreeSet<String>();
    state.plan().windows().forEach(it -> zones.add(it.zone()));
    zones.remove("");
    return List.copyOf(zones);
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** What is wrong with a place for a role, in words; null when nothing is. */
  static @Nullable String problem(DeviceRole role, Place place, HallState state, Devices devices) {
    String window = place.window();
    if (role.atWindow() && window == null) {
      return "expected the window at which this " + role.word() + " stands, but none was given";
    }
    if (window != null && !role.atWindow() && role != DeviceRole.TICKET_PRINTER) {
      return "expected no window, since a " + role.word() + " stands at none, but it is " + window;
    }
    if (window != null && !state.windows().containsKey(new WindowId(window))) {
      return "expected a window of this hall, but it is " + window;
    }
    String printer = place.printer();
    if (printer != null
        && (role != DeviceRole.KIOSK
            || devices
                .find(printer)
                .filter(it -> it.place().role() == DeviceRole.TICKET_PRINTER)
                .isEmpty())) {
      return "expected a printer of this hall beside a kiosk, but it is "
          + printer
          + " beside a "
          + role.word();
    }
    String zone = place.zone();
    if (zone != null && !zones(state).contains(zone)) {
      return "expected a zone of this hall %s, but it is %s".formatted(zones(state), zone);
    }
    return null;
  }
}
