package io.tidehall.server.pairing;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.DeviceChange;
import io.tidehall.hall.Request;
import io.tidehall.link.Credentials;
import io.tidehall.link.Grant;
import io.tidehall.link.Seal;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Pairing.Asking;
import io.tidehall.protocol.Pairing.Standing;
import io.tidehall.protocol.Pairing.State;
import io.tidehall.server.broker.DeviceRegistry;
import io.tidehall.server.broker.DeviceRegistry.Paired;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs devices and takes their rights away. What a manager gives is in the journal before the
 * device has it; what a manager takes is taken first. One act at a time, so that of two managers
 * with one code the second hears of the first.
 */
public final class DeviceDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);
  private static final int LONGEST_NAME = 40;

  /** Who must know of a change. */
  public interface Followers {
    /** Other devices wait, or one has another name. */
    void changed();

    /** A device has come, gone or moved, and with it who may say and hear what. */
    void rightsChanged();

    /** What the broker keeps of a device is to go. */
    void removed(String device);
  }

  /** A device that waits, as managers see it. */
  public record Waiter(
      String code, DeviceRole role, String version, String from, Instant since, Instant until) {}

  private final DeviceRegistry registry;
  private final Devices devices;
  private final HallWriter writer;
  private final Supplier<HallSetup> hall;
  private final InstantSource clock;
  private final Followers followers;
  private final Waiting waiting;
  private List<String> shown = List.of();

  public DeviceDesk(
      DeviceRegistry registry,
      Devices devices,
      HallWriter writer,
      Supplier<HallSetup> hall,
      InstantSource clock,
      Followers followers) {
    this.registry = registry;
    this.devices = devices;
    this.writer = writer;
    this.hall = hall;
    this.clock = clock;
    this.followers = followers;
    waiting = new Waiting(new SecureRandom()::nextInt);
  }

  /**
   * A device asks, from an address; empty when too many wait.
   *
   * @throws IllegalArgumentException when its key is none
   */
  public synchronized Optional<Standing> ask(Asking asking, String from) throws IOException {
    Optional<Credentials> granted = registry.granted(asking.key());
    if (granted.isPresent()) {
      byte[] grant = grant(granted.get()).bytes();
      return Optional.of(new Standing(State.ACCEPTED, null, null, Seal.seal(asking.key(), grant)));
    }
    if (!Seal.isKey(asking.key())) {
      throw new IllegalArgumentException("Expected an X25519 key, but it is none");
    }
    Instant now = clock.instant();
    if (waiting.isRefused(asking.key(), now)) {
      return Optional.of(new Standing(State.REFUSED, null, null, null));
    }
    Optional<Waiting.Waiter> waiter = waiting.ask(asking, from, now);
    tellWhoWaits(now);
    return waiter.map(it -> new Standing(State.WAITING, it.code(), it.until(), null));
  }

  /** Who waits, the longest first. */
  public synchronized List<Waiter> waiting() {
    return waiting.list(clock.instant()).stream()
        .map(
            it -> new Waiter(it.code(), it.role(), it.version(), it.from(), it.since(), it.until()))
        .toList();
  }

  /** Gives the device that shows a code an id and a place, once. */
  public synchronized Outcome accept(Actor by, String code, String device, Place place)
      throws IOException, InterruptedException {
    Optional<Waiting.Waiter> found = waiting.find(code, clock.instant());
    if (found.isEmpty()) {
      Waiting.Gone gone = waiting.gone(code);
      return gone != null && gone.device().equals(device) && gone.by().equals(by.id())
          ? new Outcome.Done(writer.state().seq(), device)
          : noCode(code, gone);
    }
    Waiting.Waiter waiter = found.get();
    if (!Places.isId(device) || device.equals(DeviceRegistry.CONTROLLER)) {
      return no(
          "DEVICE_ID",
          "expected 1 to 64 letters, digits, '.', '_' or '-', but the id is '" + device + "'");
    }
    if (registry.find(device).isPresent()) {
      return no("DEVICE_TAKEN", "expected an id that no device has, but there is a " + device);
    }
    Optional<HallDevice> listed =
        hall.get().devices().stream().filter(it -> it.id().equals(device)).findFirst();
    if (listed.isPresent() && listed.get().role() != waiter.role()) {
      return no(
          "DEVICE_ROLE",
          "expected a %s, as the hall file has %s, but it is a %s"
              .formatted(listed.get().role().word(), device, waiter.role().word()));
    }
    Place given = listed.map(it -> new Place(it.window(), it.printer(), it.zone())).orElse(place);
    String problem = Places.problem(waiter.role(), given, writer.state(), devices);
    if (problem != null) {
      return no("DEVICE_PLACE", problem);
    }
    Outcome outcome = recorded(by, device, DeviceChange.PAIRED, given.words(waiter.role().word()));
    if (outcome instanceof Outcome.Done) {
      Paired paired = paired(waiter.role(), given, by.id(), waiter.key());
      registry.pair(device, paired);
      waiting.accepted(waiter, device, by.id());
      if (listed.isEmpty()) {
        devices.place(Places.of(hall.get(), device, paired));
      }
      followers.rightsChanged();
    }
    return outcome;
  }

  /** Turns the device that shows a code away. */
  public synchronized Outcome refuse(Actor by, String code) throws InterruptedException {
    Instant now = clock.instant();
    Optional<Waiting.Waiter> found = waiting.find(code, now);
    if (found.isEmpty()) {
      return noCode(code, waiting.gone(code));
    }
    Waiting.Waiter waiter = found.get();
    Outcome outcome =
        recorded(
            by, waiter.code(), DeviceChange.REFUSED, waiter.role().word() + " " + waiter.from());
    if (outcome instanceof Outcome.Done) {
      waiting.refused(waiter, by.id(), now);
      followers.changed();
    }
    return outcome;
  }

  /** Takes a device's credential away at once and for ever. */
  public synchronized Outcome revoke(Actor by, String device)
      throws IOException, InterruptedException {
    Optional<DeviceRegistry.Device> known = registry.find(device);
    if (known.isEmpty() || !registry.revoke(device)) {
      return unknown(device);
    }
    if (hall.get().devices().stream().anyMatch(it -> it.id().equals(device))) {
      devices.forget(device);
    } else {
      devices.remove(device);
    }
    followers.removed(device);
    followers.rightsChanged();
    return recorded(by, device, DeviceChange.REVOKED, known.get().role().word());
  }

  /**
   * Gives a device another name, and one that was paired another place. What a device may hear goes
   * by its window, and a broker does not let go of what it heard: one at a window is paired anew.
   */
  public synchronized Outcome move(Actor by, String device, String name, Place place)
      throws IOException, InterruptedException {
    Optional<Devices.Known> known = devices.find(device);
    if (known.isEmpty()) {
      return unknown(device);
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      return no(
          "DEVICE_NAME",
          "expected a name of at most %d characters, but it has %d"
              .formatted(LONGEST_NAME, name.length()));
    }
    DevicePlace stands = known.get().place();
    var now = new Place(stands.window(), stands.printer(), stands.zone());
    boolean moves = !now.equals(place);
    Optional<Paired> paired = registry.paired(device);
    boolean listed = hall.get().devices().stream().anyMatch(it -> it.id().equals(device));
    if (moves && (paired.isEmpty() || listed)) {
      return no(
          "DEVICE_LISTED", "expected a paired device, but the hall file says where it stands");
    }
    if (stands.role().atWindow() && !Objects.equals(stands.window(), place.window())) {
      return no(
          "DEVICE_WINDOW",
          "expected window %s, where %s was paired, but it is %s: revoke it and pair it there"
              .formatted(stands.window(), device, place.window()));
    }
    String problem = moves ? Places.problem(stands.role(), place, writer.state(), devices) : null;
    if (problem != null) {
      return no("DEVICE_PLACE", problem);
    }
    Outcome outcome =
        recorded(by, device, DeviceChange.MOVED, (name + " " + place.words("")).strip());
    if (outcome instanceof Outcome.Done) {
      registry.name(device, name);
      if (moves && paired.isPresent()) {
        Paired there = moved(paired.get(), place);
        registry.move(device, there);
        devices.place(Places.of(hall.get(), device, there));
      }
      followers.rightsChanged();
    }
    return outcome;
  }

  /** A new paper roll was put into a printer: it counts anew. */
  public synchronized Outcome newRoll(Actor by, String device) throws InterruptedException {
    Optional<Devices.Known> known = devices.find(device);
    if (known.isEmpty()) {
      return unknown(device);
    }
    DeviceRole role = known.get().place().role();
    return role == DeviceRole.TICKET_PRINTER
        ? recorded(by, device, DeviceChange.NEW_ROLL, "")
        : no(
            "DEVICE_NO_PRINTER",
            "expected a ticket-printer, but %s is a %s".formatted(device, role.word()));
  }

  /** A device has come with its credential: nobody is given it any more. */
  public void arrived(String device, boolean keep) {
    try {
      registry.arrived(device, keep);
    } catch (IOException e) {
      LOG.warn("the credential of {} stays readable until the next start", device, e);
    }
  }

  private void tellWhoWaits(Instant now) {
    List<String> codes = waiting.list(now).stream().map(Waiting.Waiter::code).toList();
    if (!codes.equals(shown)) {
      shown = codes;
      followers.changed();
    }
  }

  private Grant grant(Credentials credentials) throws IOException {
    Path trust = credentials.trust();
    return new Grant(
        credentials.device(),
        credentials.secret(),
        credentials.broker(),
        credentials.identityKey(),
        trust == null ? null : Files.readString(trust));
  }

  private Paired paired(DeviceRole role, Place place, String by, @Nullable String key) {
    return new Paired(
        role, place.window(), place.printer(), place.zone(), clock.instant(), by, key);
  }

  private static Paired moved(Paired was, Place place) {
    return new Paired(
        was.role(), place.window(), place.printer(), place.zone(), was.at(), was.by(), was.key());
  }

  private Outcome recorded(Actor by, String device, DeviceChange change, String detail)
      throws InterruptedException {
    var command = new Command.ChangeDevice(device, change, detail);
    try {
      var answer = writer.submit(new Request("device:" + UUID.randomUUID(), by, command)).get();
      return answer.decision() instanceof Decision.Refused no
          ? new Outcome.No(no.refusal().name(), Words.refusal(no.refusal()), no.because())
          : new Outcome.Done(answer.state().seq(), device);
    } catch (java.util.concurrent.ExecutionException e) {
      LOG.error("what was done with {} could not be recorded", device, e);
      return new Outcome.No("BUSY", Words.text("edge.BUSY"), String.valueOf(e.getMessage()));
    }
  }

  private static Outcome noCode(String code, Waiting.@Nullable Gone gone) {
    if (gone == null) {
      return no("PAIRING_CODE", "expected a code that a device shows, but it is '" + code + "'");
    }
    return switch (gone.why()) {
      case EXPIRED -> no("PAIRING_EXPIRED", "the code " + code + " was shown until a while ago");
      case ACCEPTED ->
          no(
              "PAIRING_USED",
              "%s was accepted as %s by %s".formatted(code, gone.device(), gone.by()));
      case REFUSED -> no("PAIRING_USED", "%s was refused by %s".formatted(code, gone.by()));
    };
  }

  private static Outcome unknown(String device) {
    return no("DEVICE_UNKNOWN", "expected a device of this hall, but it is " + device);
  }

  private static Outcome no(String code, String detail) {
    return new Outcome.No(code, Words.text("pairing." + code), detail);
  }
}
