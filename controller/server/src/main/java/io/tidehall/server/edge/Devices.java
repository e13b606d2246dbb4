package io.tidehall.server.edge;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.Presence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of each device of the hall: its place, and what it last told of itself. */
public final class Devices {
  /** A device as consoles show it. */
  public record Known(
      DevicePlace place, @Nullable Presence presence, @Nullable DeviceStatus status) {
    public boolean online() {
      return presence != null && presence.online();
    }

    /** Whether a printer can print now, as far as is known. */
    public boolean readyToPrint() {
      return online()
          && (status == null
              || (status.paper() != DeviceStatus.Paper.OUT && status.faults().isEmpty()));
    }
  }

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public Devices(Collection<DevicePlace> places) {
    for (DevicePlace place : places) {
      known.put(place.id(), new Known(place, null, null));
    }
  }

  public void add(DevicePlace place) {
    known.putIfAbsent(place.id(), new Known(place, null, null));
  }

  public void remove(String device) {
    known.remove(device);
  }

  public Optional<Known> find(String device) {
    return Optional.ofNullable(known.get(device));
  }

  /** All devices, by id. */
  public List<Known> all() {
    return List.copyOf(new TreeMap<>(known).values());
  }

  /** The printer for slips that no kiosk asks for: the first that is ready, or else the first. */
  public Optional<String> slipPrinter() {
    List<Known> printers =
        all().stream().filter(it -> it.place().role() == DeviceRole.TICKET_PRINTER).toList();
    return printers.stream()
        .filter(Known::readyToPrint)
        .findFirst()
        .or(() -> printers.stream().findFirst())
        .map(it -> it.place().id());
  }

  /** Notes a presence; empty when the device is not one of this hall. */
  Optional<Known> note(String device, Presence presence) {
    return Optional.ofNullable(
        known.computeIfPresent(device, (_, was) -> new Known(was.place(), presence, was.status())));
  }

  /** Notes a status; empty when the device is not one of this hall. */
  Optional<Known> note(String device, DeviceStatus status) {
    return Optional.ofNullable(
        known.computeIfPresent(device, (_, was) -> new Known(was.place(), was.presence(), status)));
  }

  /** What a device is told of itself. */
  DeviceSetup setup(Known device) {
    String printer = device.place().printer();
    DeviceSetup.Printer health =
        printer == null
            ? null
            : find(printer)
                .map(
                    it ->
                        new DeviceSetup.Printer(
                            it.online(),
                            it.status() == null ? DeviceStatus.Paper.UNKNOWN : it.status().paper(),
                            it.readyToPrint()))
                .orElse(new DeviceSetup.Printer(false, DeviceStatus.Paper.UNKNOWN, false));
    return new DeviceSetup(device.place().role(), device.place().window(), health);
  }
}
