package io.tidehall.server.edge;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.window.Window;
import io.tidehall.link.Link;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.ClockState;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import io.tidehall.server.view.ClockGuard;
import io.tidehall.server.view.Views;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.Announcer;
import io.tidehall.server.writer.HallWriter;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the hall's states, retained, each only when it has changed, always from the newest
 * durable snapshot: states that follow each other faster than they can be sent are sent once. The
 * windows where something happened and the board come first; that one waits less at all others, and
 * the loads of the lines, may come a moment later. After a reconnection everything is published
 * again, since a broker may lose its memory.
 */
public final class HallPublisher implements Announcer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallPublisher.class);
  private static final int CLOCK_SECONDS = 2;

  /** How long what nobody waits for gathers, so that a call is not held up by its consequences. */
  private static final int GATHERING_MILLIS = 100;

  private final Link link;
  private final HallWriter writer;
  private final Devices devices;
  private final Views views;
  private final SlipSender slips;
  private final Supplier<Catalogue> catalogue;
  private final Supplier<List<Text>> notices;
  private final InstantSource clock;
  private final ClockGuard guard;
  private final StorageGuard storage;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("hall-publisher").factory());
  private final RecentAnnouncements announcements;
  private final AtomicReference<HallState> newest = new AtomicReference<>();
  private final Map<String, Message> published = new HashMap<>();
  private HallState told = HallState.empty();
  private boolean gathering;
  private volatile BiConsumer<String, Message> follower = (_, _) -> {};

  public HallPublisher(
      Link link,
      HallWriter writer,
      Devices devices,
      Views views,
      SlipSender slips,
      Supplier<Catalogue> catalogue,
      Supplier<List<Text>> notices,
      InstantSource clock,
      StorageGuard storage) {
    this.link = link;
    this.writer = writer;
    this.devices = devices;
    this.views = views;
    this.slips = slips;
    this.catalogue = catalogue;
    this.notices = notices;
    this.clock = clock;
    this.guard = new ClockGuard(clock);
    this.storage = storage;
    this.announcements = new RecentAnnouncements(writer.state());
  }

  /** Tells somebody else, too, each topic and state that is published; before the start. */
  public void follow(BiConsumer<String, Message> other) {
    follower = other;
  }

  /** Starts publishing, and goes on with each change, each second, and each reconnection. */
  public void start() {
    later(thread, this::publishStates);
    link.watch(
        connected -> {
          if (connected) {
            devices.meet(clock.instant());
            later(thread, this::publishAnew);
          }
        });
    var _ = thread.scheduleAtFixedRate(() -> guarded(this::tick), 0, 1, TimeUnit.SECONDS);
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    entries.forEach(announcements::hear);
    if (newest.getAndSet(state) == null) {
      later(thread, this::publishNewest);
    }
    entries.forEach(entry -> slips.send(state, entry));
    if (entries.stream()
        .flatMap(it -> it.events().stream())
        .anyMatch(Event.DeviceChanged.class::isInstance)) {
      devicesChanged();
    }
  }

  /** A device's presence or status has changed: it and the kiosk beside it are told. */
  public void deviceChanged(Devices.Known device) {
    later(
        thread,
        () -> {
          publishSetups();
          if (device.online()) {
            slips.sendPending(writer.state(), device.place().id());
          }
        });
  }

  /** Devices have come, gone or moved: each is told its place. */
  public void devicesChanged() {
    later(thread, this::publishSetups);
  }

  /** What was told to a device that is gone is not remembered: another of its name is told anew. */
  public void forget(String device) {
    later(thread, () -> published.remove(Topics.setup(device)));
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("states were still waiting to be published at the stop");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    storage.check();
    if (clock.instant().getEpochSecond() % CLOCK_SECONDS == 0) {
      var time = new ClockState(clock.instant(), CLOCK_SECONDS, devices.met());
      link.publishState(Topics.CLOCK, Codec.encode(time));
      follower.accept(Topics.CLOCK, time);
    }
    devices.missing().forEach(this::deviceChanged);
    // Duties, hours and announcements begin and end by the clock alone.
    publishAll(writer.state());
  }

  private void publishAnew() {
    published.clear();
    HallState state = publishStates();
    publishSetups();
    for (Devices.Known device : devices.all()) {
      slips.sendPending(state, device.place().id());
    }
  }

  private HallState publishStates() {
    HallState state = writer.state();
    publishAll(state);
    return state;
  }

  private void publishNewest() {
    HallState state = newest.getAndSet(null);
    if (state == null) {
      return;
    }
    publishCatalogue();
    for (Window window : state.windows().values()) {
      if (happened(window, state)) {
        publishWindow(state, window.id());
      }
    }
    publishBoard(state);
    publishAnnouncements(state);
    told = state;
    if (!gathering) {
      gathering = true;
      var _ = thread.schedule(this::publishGathered, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void publishGathered() {
    gathering = false;
    guarded(() -> publishAll(writer.state()));
  }

  /** Whether a window, or the ticket at it, is not what it was when it was last told. */
  private boolean happened(Window window, HallState state) {
    return !window.equals(told.windows().get(window.id()))
        || window
            .findTicket()
            .map(state.tickets()::get)
            .filter(ticket -> !ticket.equals(told.tickets().get(ticket.id())))
            .isPresent();
  }

  private void publishAll(HallState state) {
    publishCatalogue();
    state.windows().keySet().forEach(window -> publishWindow(state, window));
    publishBoard(state);
    publishLines(state);
    publishAnnouncements(state);
    publishHall(state);
    told = state;
  }

  private void publishCatalogue() {
    publishState(Topics.CATALOGUE, _ -> catalogue.get(), 0);
  }

  private void publishWindow(HallState state, WindowId window) {
    publishState(
        Topics.window(window.value()),
        seq -> views.window(state, window, guard.time(state), seq),
        state.seq());
  }

  private void publishBoard(HallState state) {
    publishState(Topics.BOARD, seq -> views.board(state, guard.time(state), seq), state.seq());
  }

  private void publishAnnouncements(HallState state) {
    publishState(
        Topics.ANNOUNCEMENTS,
        seq -> new Announcements(seq, announcements.at(clock.instant())),
        state.seq());
  }

  private void publishLines(HallState state) {
    publishState(Topics.LINES, seq -> lines(state, seq), state.seq());
  }

  /** How busy each line is, and why it takes no ticket. */
  public LinesState lines(HallState state, long seq) {
    return views.lines(state, guard.time(state), seq, line -> shut(state, line));
  }

  private void publishHall(HallState state) {
    publishState(Topics.HALL, seq -> status(state, seq), state.seq());
  }

  /** The hall as a whole, as devices and pages show it. */
  public HallStatus status(HallState state, long seq) {
    var plan = state.plan();
    var now = guard.time(state);
    boolean wrong = guard.wrong(state);
    boolean open = plan.openAt(now);
    var next = wrong ? Optional.<LocalDateTime>empty() : plan.nextChange(now);
    List<Text> all = new ArrayList<>();
    if (storage.low()) {
      all.add(Words.text("notice.storage-low"));
    }
    if (wrong) {
      all.add(Words.text("notice.clock-wrong"));
    }
    all.addAll(notices.get());
    return new HallStatus(
        seq,
        Views.name(plan),
        plan.zone(),
        plan.trial(),
        open,
        open ? null : closed(next.map(Moments::words)),
        next.orElse(null),
        Moments.hours(plan, now),
        all,
        Views.identity(plan.rules()),
        plan.rules().bookings().on() ? true : null,
        wrong ? true : null);
  }

  /** Why a line takes no ticket now, in words for citizens. */
  private Optional<Text> shut(HallState state, LineId line) {
    if (storage.low()) {
      return Optional.of(Words.text("edge.STORAGE_LOW"));
    }
    return Hall.shut(state, line, guard.time(state)).map(no -> Words.refusal(no.refusal()));
  }

  private static Text closed(Optional<Text> until) {
    return until
        .map(
            when ->
                Text.of(
                    Words.text("hall.closed-until", when.zh()).zh(),
                    Words.text("hall.closed-until", when.en()).en()))
        .orElse(Words.text("hall.closed"));
  }

  private void publishSetups() {
    var rolls = writer.state().rolls();
    for (Devices.Known device : devices.all()) {
      String id = device.place().id();
      publishState(Topics.setup(id), _ -> devices.setup(device, rolls.get(id)), 0);
    }
  }

  private void publishState(String topic, LongFunction<Message> message, long seq) {
    Message unnumbered = message.apply(0);
    if (!unnumbered.equals(published.put(topic, unnumbered))) {
      Message numbered = seq == 0 ? unnumbered : message.apply(seq);
      link.publishState(topic, Codec.encode(numbered));
      follower.accept(topic, numbered);
    }
  }

  private static void later(ExecutorService thread, Runnable job) {
    try {
      thread.execute(() -> guarded(job));
    } catch (RejectedExecutionException _) {
      // stopping: the next start publishes everything anew
    }
  }

  private static void guarded(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      LOG.error("publishing the hall failed", e);
    }
  }
}
