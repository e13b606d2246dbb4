package io.tidehall.server.edge;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each device of the hall: its place, and what it last told of itself. A broker
 * tells of a device's death by its last will, but not of one that died while the broker was down:
 * so whoever was there before has to answer each time the controller comes to the broker.
 */
public final class Devices {
  /** How long a device has to answer: a few times what it needs to reconnect. */
  static final Duration PRESENCE = Duration.ofSeconds(30);

  /**
   * A device as consoles show it.
   *
   * @param gone since when it is away; null while it is there or when that is not known
   * @param troubles since when each of its faults has been told, by the hall's clock
   */
  public record Known(
      DevicePlace place,
      @Nullable Presence presence,
      @Nullable DeviceStatus status,
      @Nullable Instant gone,
      Map<String, Instant> troubles) {
    Known(
        DevicePlace place,
        @Nullable Presence presence,
        @Nullable DeviceStatus status,
        @Nullable Instant gone) {
      this(place, presence, status, gone, Map.of());
    }

    Known at(DevicePlace other) {
      return new Known(other, presence, status, gone, troubles);
    }

    /** With what it tells now; what it told before keeps its time. */
    Known telling(DeviceStatus now) {
      var since = new TreeMap<String, Instant>();
      for (String trouble : now.troubles()) {
        since.put(trouble, troubles.getOrDefault(trouble, now.at()));
      }
      return new Known(place, presence, now, gone, Collections.unmodifiableMap(since));
    }

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

  private record RollCall(Instant since, long nanos) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private volatile @Nullable RollCall rollCall;

  public Devices(Collection<DevicePlace> places) {
    this(places, System::nanoTime);
  }

  /** For tests that drive time. */
  Devices(Collection<DevicePlace> places, LongSupplier nanos) {
    this.nanos = nanos;
    for (DevicePlace place : places) {
      known.put(place.id(), new Known(place, null, null, null));
    }
  }

  public void add(DevicePlace place) {
    known.putIfAbsent(place.id(), new Known(place, null, null, null));
  }

  public void remove(String device) {
    known.remove(device);
  }

  /** A device stands elsewhere from now on, or is one of the hall from now on. */
  public void place(DevicePlace place) {
    known.merge(place.id(), new Known(place, null, null, null), (was, _) -> was.at(place));
  }

  /** Nothing is known of a device any more but its place. */
  public void forget(String device) {
    known.computeIfPresent(device, (_, was) -> new Known(was.place(), null, null, null));
  }

  /** The hall has these devices from now on; what is known of those that stay is kept. */
  public void become(Collection<DevicePlace> places) {
    known.keySet().retainAll(places.stream().map(DevicePlace::id).toList());
    for (DevicePlace place : places) {
      known.merge(place.id(), new Known(place, null, null, null), (was, _) -> was.at(place));
    }
  }

  public Optional<Known> find(String device) {
    return Optional.ofNullable(known.get(device));
  }

  /** All devices, by id. */
  public List<Known> all() {
    return List.copyOf(new TreeMap<>(known).values());
  }

  /**
   * The printer for slips that no window asks for: the hall's first that is ready, or else its
   * first; one that stands at a window only where there is no other.
   */
  public Optional<String> slipPrinter() {
    return ready(printers().filter(it -> it.place().window() == null).toList())
        .or(() -> ready(printers().toList()));
  }

  /** The printer that stands at a window, or else the hall's. */
  public Optional<String> slipPrinter(String window) {
    return ready(printers().filter(it -> window.equals(it.place().window())).toList())
        .or(this::slipPrinter);
  }

  private Stream<Known> printers() {
    return all().stream().filter(it -> it.place().role() == DeviceRole.TICKET_PRINTER);
  }

  private static Optional<String> ready(List<Known> printers) {
    return printers.stream()
        .filter(Known::readyToPrint)
        .findFirst()
        .or(() -> printers.stream().findFirst())
        .map(it -> it.place().id());
  }

  /** The controller has come to the broker: everybody is to answer. */
  void meet(Instant now) {
    rollCall = new RollCall(now.truncatedTo(ChronoUnit.MILLIS), nanos.getAsLong());
  }

  /** When the controller last came to the broker, or null. */
  @Nullable Instant met() {
    RollCall call = rollCall;
    return call == null ? null : call.since();
  }

  /**
   * Notes as away whoever answered an earlier controller but not this one in time; those alone. A
   * device that never answers, such as a foreign one, is trusted by its last will.
   */
  List<Known> missing() {
    RollCall call = rollCall;
    if (call == null || nanos.getAsLong() - call.nanos() < PRESENCE.toNanos()) {
      return List.of();
    }
    return all().stream()
        .filter(it -> silent(it, call.since()))
        .flatMap(it -> away(it.place().id(), call.since()).stream())
        .toList();
  }

  private static boolean silent(Known device, Instant since) {
    Presence presence = device.presence();
    return presence != null
        && presence.online()
        && presence.heard() != null
        && !since.equals(presence.heard());
  }

  private Optional<Known> away(String device, Instant since) {
    return Optional.ofNullable(
            known.computeIfPresent(
                device,
                (_, was) -> {
                  Presence presence = was.presence();
                  return presence == null || !silent(was, since)
                      ? was
                      : new Known(
                          was.place(),
                          new Presence(
                              false,
                              presence.app(),
                              presence.version(),
                              presence.since(),
                              presence.heard()),
                          was.status(),
                          since,
                          was.troubles());
                }))
        .filter(it -> !it.online());
  }

  /**
   * Notes a presence; empty when the device is not one of this hall.
   *
   * @param now when it was heard, which is when the device went if it was there before
   */
  public Optional<Known> note(String device, Presence presence, Instant now) {
    return Optional.ofNullable(
        known.computeIfPresent(
            device,
            (_, was) ->
                new Known(
                    was.place(),
                    presence,
                    was.status(),
                    presence.online() ? null : gone(was, now),
                    was.troubles())));
  }

  /** A will that was there before the controller does not tell since when it holds. */
  private static @Nullable Instant gone(Known was, Instant now) {
    DeviceStatus last = was.status();
    return was.online() ? now : was.gone() != null ? was.gone() : last == null ? null : last.at();
  }

  /** Notes a status; empty when the device is not one of this hall. */
  Optional<Known> note(String device, DeviceStatus status) {
    return Optional.ofNullable(known.computeIfPresent(device, (_, was) -> was.telling(status)));
  }

  /**
   * What a device is told of itself.
   *
   * @param rollSince when a printer's roll was put in, or null
   */
  DeviceSetup setup(Known device, @Nullable Instant rollSince) {
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
    DevicePlace place = device.place();
    return new DeviceSetup(
        place.role(),
        place.window(),
        health,
        place.zone(),
        place.voice(),
        place.playlist().isEmpty() ? null : place.playlist(),
        place.kiosk(),
        place.role() == DeviceRole.TICKET_PRINTER ? rollSince : null);
  }
}
