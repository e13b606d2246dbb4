package io.tidehall.server.edge;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Event;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Refusal;
import io.tidehall.hall.Request;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.link.Link;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import io.tidehall.server.view.BookingWords;
import io.tidehall.server.view.Views;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.Announcer;
import io.tidehall.server.writer.Answer;
import io.tidehall.server.writer.HallWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Devices' requests in, answers out. What is late, malformed, unknown or not allowed changes
 * nothing, is counted, and is answered where an answer can be addressed.
 */
public final class DeviceEdge {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceEdge.class);

  /** What was turned away since the start. */
  public record Counts(long malformed, long late, long foreign) {}

  private final Link link;
  private final HallWriter writer;
  private final Devices devices;
  private final Views views;
  private final TicketLinks links;
  private final InstantSource clock;
  private final StorageGuard storage;
  private final Consumer<Devices.Known> onChange;
  private final TestPages testPages = new TestPages();
  private final AtomicLong malformed = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong foreign = new AtomicLong();

  /**
   * Makes the edge.
   *
   * @param onChange told when a device's presence or status has changed; not of each heartbeat
   */
  public DeviceEdge(
      Link link,
      HallWriter writer,
      Devices devices,
      Views views,
      TicketLinks links,
      InstantSource clock,
      StorageGuard storage,
      Consumer<Devices.Known> onChange) {
    this.link = link;
    this.writer = writer;
    this.devices = devices;
    this.views = views;
    this.links = links;
    this.clock = clock;
    this.storage = storage;
    this.onChange = onChange;
  }

  /** Starts listening. */
  public void start() {
    link.subscribe(Topics.ALL_REQUESTS, this::request);
    link.subscribe(Topics.ALL_PRESENCE, this::presence);
    link.subscribe(Topics.ALL_STATUS, this::status);
  }

  public Counts counts() {
    return new Counts(malformed.get(), late.get(), foreign.get());
  }

  private void request(String topic, byte[] payload) {
    String id = Topics.deviceOf(topic).orElse("");
    Optional<Devices.Known> device = devices.find(id);
    if (device.isEmpty()) {
      foreign.incrementAndGet();
      LOG.warn(
          "a request of {} bytes came from {}, which is no device of this hall",
          payload.length,
          id);
      return;
    }
    DeviceRequest request;
    try {
      request = Codec.decode(DeviceRequest.class, payload);
    } catch (MalformedMessageException e) {
      malformed(topic, payload, e);
      return;
    }
    String key = id + ":" + request.id();
    // What was accepted stays accepted, even if the answer was lost and the repeat comes late.
    Optional<HallAnswer.Refused> no =
        Hall.answered(writer.state(), Actor.device(id), key)
            ? Optional.empty()
            : turnedAway(device.get().place(), request);
    if (no.isPresent()) {
      answer(id, request, no.get());
      return;
    }
    if (request.act() instanceof Act.AskLine(var items)
        && device.get().place().role() == DeviceRole.KIOSK) {
      answer(id, request, lineFor(items));
      return;
    }
    DevicePlace place = device.get().place();
    Optional<Command> command = Commands.from(place, slips(place), request.act(), writer.state());
    if (command.isEmpty()) {
      foreign.incrementAndGet();
      answer(id, request, refused("NOT_ALLOWED", Words.text("edge.NOT_ALLOWED")));
      return;
    }
    var _ =
        writer
            .submit(new Request(key, Actor.device(id), views.promised(command.get())))
            .whenComplete((answer, failed) -> answered(id, request, answer, failed))
            .exceptionally(
                e -> {
                  LOG.error("the answer to request {} of {} could not be given", key, id, e);
                  return null;
                });
  }

  private Optional<HallAnswer.Refused> turnedAway(DevicePlace device, DeviceRequest request) {
    Duration age = Duration.between(request.sentAt(), clock.instant());
    if (age.compareTo(request.act().goodFor()) > 0) {
      late.incrementAndGet();
      return Optional.of(refused("TOO_LATE", Words.text("edge.TOO_LATE")));
    }
    boolean takes = request.act() instanceof Act.TakeTicket || request.act() instanceof Act.CheckIn;
    if (takes && storage.low()) {
      return Optional.of(refused("STORAGE_LOW", Words.text("edge.STORAGE_LOW")));
    }
    return needsPaper(device, request.act())
        .map(words -> refused("PRINTER_NOT_READY", Words.text(words)));
  }

  /** The words for what cannot be done now because the kiosk's printer cannot print. */
  private Optional<String> needsPaper(DevicePlace device, Act act) {
    return switch (act) {
      case Act.TakeTicket _, Act.CheckIn _ when !onScreen(device) && printerIsDown(device) ->
          Optional.of("edge.NO_SLIP");
      case Act.ReprintSlip _ when !mayPrint(device) -> Optional.of("edge.NO_REPRINT");
      // A list that came out an hour later would only puzzle whoever finds it.
      case Act.PrintList _, Act.PrintTestPage _ when !mayPrint(device) ->
          Optional.of("edge.PRINTER_NOT_READY");
      default -> Optional.empty();
    };
  }

  /**
   * The printer that the slip of a ticket goes to now: none while it cannot print and the hall
   * gives numbers on the screen. A slip that came out later would be of somebody served long ago.
   */
  private @Nullable String slips(DevicePlace device) {
    return onScreen(device) && !mayPrint(device) ? null : device.printer();
  }

  private static boolean onScreen(DevicePlace device) {
    return device.kiosk() != null && device.kiosk().onScreen();
  }

  /** Whether the printer is known to be down; one not heard of yet may be about to tell. */
  private boolean printerIsDown(DevicePlace device) {
    String printer = device.printer();
    return printer != null
        && devices
            .find(printer)
            .filter(it -> it.presence() != null && !it.readyToPrint())
            .isPresent();
  }

  /** Whether what is sent to the device's printer comes out now; also where it has none. */
  private boolean mayPrint(DevicePlace device) {
    String printer = device.printer();
    return printer == null || devices.find(printer).map(Devices.Known::readyToPrint).orElse(false);
  }

  /** Hears what became of test pages; to be added to the writer. */
  public Announcer testPages() {
    return testPages;
  }

  /** A question changes nothing: the newest durable state answers it, and no journal has it. */
  private HallAnswer.Reply lineFor(List<String> items) {
    return Hall.lineFor(writer.state(), items)
        .<HallAnswer.Reply>map(line -> new HallAnswer.LineFor(line.value()))
        .orElseGet(() -> refused(Refusal.ITEMS_APART.name(), Words.refusal(Refusal.ITEMS_APART)));
  }

  private void answered(
      String id, DeviceRequest request, @Nullable Answer answer, @Nullable Throwable failed) {
    Optional<String> page = answer == null ? Optional.empty() : TestPages.job(answer.decision());
    if (answer != null && page.isPresent()) {
      testPages.await(page.get(), answer.state(), reply -> answer(id, request, reply));
    } else {
      answer(id, request, reply(request, answer, failed));
    }
  }

  private HallAnswer.Reply reply(
      DeviceRequest request, @Nullable Answer answer, @Nullable Throwable failed) {
    if (answer == null) {
      return failed instanceof HallWriter.BusyException
          ? refused("BUSY", Words.text("edge.BUSY"))
          : refused("STOPPED", Words.text("edge.STOPPED"));
    }
    return switch (answer.decision()) {
      case Decision.Accepted accepted -> reply(answer, accepted);
      case Decision.Refused no -> reply(request, answer.state(), no);
    };
  }

  private HallAnswer.Reply reply(Answer answer, Decision.Accepted accepted) {
    for (Event event : accepted.events()) {
      if (event instanceof Event.TicketIssued issued) {
        Instant at =
            answer
                .state()
                .findTicket(issued.ticket())
                .map(io.tidehall.hall.ticket.Ticket::issuedAt)
                .orElse(answer.at());
        return new HallAnswer.TicketIssued(
            views.issued(answer.state(), issued, at).with(links.link(issued.ticket())),
            accepted.events().stream().anyMatch(Event.SlipQueued.class::isInstance));
      }
    }
    return new HallAnswer.Done();
  }

  private HallAnswer.Reply reply(DeviceRequest request, HallState state, Decision.Refused no) {
    TicketId ticket = no.ticket();
    if (no.refusal() == Refusal.ALREADY_QUEUING && ticket != null) {
      var live = state.findTicket(ticket);
      if (live.isPresent()) {
        return new HallAnswer.TicketExists(views.live(state, live.get()).with(links.link(ticket)));
      }
    }
    return refused(
        no.refusal().name(),
        request.act() instanceof Act.CheckIn check
            ? BookingWords.refusal(state, check.booking(), no)
            : Words.refusal(no.refusal()));
  }

  private void answer(String device, DeviceRequest request, HallAnswer.Reply reply) {
    link.publish(
        Topics.answer(device), Codec.encode(new HallAnswer(request.id(), clock.instant(), reply)));
  }

  private void presence(String topic, byte[] payload) {
    if (payload.length == 0) {
      return;
    }
    try {
      Presence presence = Codec.decode(Presence.class, payload);
      Topics.deviceOf(topic)
          .flatMap(id -> devices.note(id, presence, clock.instant()))
          .ifPresent(onChange);
    } catch (MalformedMessageException e) {
      malformed(topic, payload, e);
    }
  }

  private void status(String topic, byte[] payload) {
    if (payload.length == 0) {
      return;
    }
    try {
      DeviceStatus status = Codec.decode(DeviceStatus.class, payload);
      String id = Topics.deviceOf(topic).orElse("");
      DeviceStatus before = devices.find(id).map(Devices.Known::status).orElse(null);
      devices.note(id, status).filter(_ -> status.differsFrom(before)).ifPresent(onChange);
    } catch (MalformedMessageException e) {
      malformed(topic, payload, e);
    }
  }

  private void malformed(String topic, byte[] payload, MalformedMessageException e) {
    malformed.incrementAndGet();
    LOG.warn("dropped {} bytes on {}: {}", payload.length, topic, e.getMessage());
  }

  private static HallAnswer.Refused refused(String code, Text because) {
    return new HallAnswer.Refused(code, because);
  }
}
