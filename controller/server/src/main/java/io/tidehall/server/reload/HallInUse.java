package io.tidehall.server.reload;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.Network;
import io.tidehall.server.writer.Announcer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The hall file in use, with what only the server needs of it. Another comes into use in the moment
 * in which the journal has its plan, before anybody is told of that: so catalogue, names and
 * notices never belong to another plan than the state. It must be the first of the writer's
 * announcers.
 */
public final class HallInUse implements Announcer {
  private record Shown(HallSetup setup, Catalogue catalogue, Map<String, Text> items) {
    static Shown of(HallSetup setup) {
      Catalogue catalogue = setup.catalogue(1);
      Map<String, Text> items = new HashMap<>();
      catalogue.items().forEach(item -> items.put(item.id(), item.name()));
      return new Shown(setup, catalogue, Map.copyOf(items));
    }
  }

  private final AtomicReference<@Nullable HallSetup> next = new AtomicReference<>();
  private volatile Shown shown;

  public HallInUse(HallSetup setup) {
    shown = Shown.of(setup);
  }

  public HallSetup setup() {
    return shown.setup();
  }

  /** What devices show. */
  public Catalogue catalogue() {
    return shown.catalogue();
  }

  /** The names of the catalogue's items by id. */
  public Map<String, Text> items() {
    return shown.items();
  }

  /** What is made public of clerks, by badge. */
  public Map<String, WindowState.Card> cards() {
    return shown.setup().cards();
  }

  /** Lines for boards and kiosks. */
  public List<Text> notices() {
    return shown.setup().notices();
  }

  /** The pictures and films of all boards. */
  public List<HallSetup.ZoneShow> playlist() {
    return shown.setup().playlist();
  }

  /** From where clerks may sign in by PIN. */
  public List<Network> pinNetworks() {
    return shown.setup().pinNetworks();
  }

  /** Comes into use when its plan is durable; null when it was refused after all. */
  void next(@Nullable HallSetup setup) {
    next.set(setup);
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    HallSetup coming = next.get();
    if (coming != null && entries.stream().anyMatch(entry -> lays(entry, coming))) {
      shown = Shown.of(coming);
      next.set(null);
    }
  }

  private static boolean lays(Entry entry, HallSetup coming) {
    return entry.events().stream()
        .anyMatch(
            event ->
                event instanceof Event.HallConfigured laid && laid.plan().equals(coming.plan()));
  }
}
