package io.tidehall.server.edge;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Identity;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.link.InMemoryBroker;
import io.tidehall.link.InMemoryLink;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Topics;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.InMemoryJournal;
import io.tidehall.server.view.ClockGuard;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.view.Views;
import io.tidehall.server.writer.Answer;
import io.tidehall.server.writer.HallWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A trial township hall with its edge, on a broker in memory, and a hand on its clock. */
final class EdgeHall implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

  /** As long as a busy machine needs. */
  static final long PATIENCE_SECONDS = 60;

  final InMemoryBroker broker = new InMemoryBroker();
  final HallSetup setup = ReadyHalls.trial();
  final HallWriter writer;
  final Devices devices;
  final DeviceEdge edge;
  final HallPublisher publisher;
  final StorageGuard storage;
  private final InMemoryLink link = broker.link("controller");
  private final Map<String, InMemoryLink> links = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<HallAnswer>> answers = new ConcurrentHashMap<>();
  private volatile Instant now = MORNING;

  EdgeHall(Path folder, long reserveBytes) {
    this(folder, reserveBytes, new InMemoryJournal.Store());
  }

  EdgeHall(Path folder, long reserveBytes, InMemoryJournal.Store store) {
    InstantSource clock = () -> now;
    writer = new HallWriter(new InMemoryJournal(store), clock, _ -> {});
    devices =
        new Devices(
            List.of(
                new DevicePlace("kiosk-1", DeviceRole.KIOSK, null, "printer-1"),
                new DevicePlace("printer-1", DeviceRole.TICKET_PRINTER, null, null),
                new DevicePlace("pad-1", DeviceRole.RATING_PAD, "1", null),
                new DevicePlace("call-1", DeviceRole.CALL_PAD, "1", null)));
    storage = new StorageGuard(folder, reserveBytes);
    var guard = new ClockGuard(clock);
    var views = new Views(Map::of, Outlooks.NONE, Map::of, guard::wrong);
    var catalogue = setup.catalogue(1);
    var links = new TicketLinks("http://hall", new byte[32]);
    publisher =
        new HallPublisher(
            link,
            writer,
            devices,
            views,
            new SlipSender(link, views, links, () -> catalogue),
            () -> catalogue,
            List::of,
            clock,
            storage);
    edge =
        new DeviceEdge(
            link, writer, devices, views, links, clock, storage, publisher::deviceChanged);
    writer.addAnnouncer(publisher);
    writer.addAnnouncer(edge.testPages());
    writer.start();
    submit(Actor.system(), new Command.Configure(setup.plan()));
    edge.start();
    publisher.start();
    link.open();
  }

  void at(Instant instant) {
    now = instant;
  }

  Answer submit(Actor actor, Command command) {
    return writer.submit(new Request(UUID.randomUUID().toString(), actor, command)).join();
  }

  /** The hall asks from now on who takes a ticket. */
  void recognises(Identity... ways) {
    HallPlan plan = setup.plan();
    submit(
        Actor.system(),
        new Command.Configure(
            new HallPlan(
                plan.id(),
                plan.zh(),
                plan.en(),
                plan.zone(),
                plan.trial(),
                plan.lines(),
                plan.windows(),
                plan.clerks(),
                plan.hours(),
                plan.workingDays(),
                plan.rules().withIdentity(List.of(ways)),
                plan.greenReasons(),
                plan.labels(),
                plan.tides(),
                plan.duties())));
  }

  /** The first item of a line. */
  String itemOf(String line) {
    return setup.plan().findLine(new LineId(line)).orElseThrow().items().getFirst();
  }

  /** A clerk signs in at a window; the decision must be yes. */
  void staff(String window, String clerk) {
    Decision decision =
        submit(
                Actor.clerk(clerk),
                new Command.SignIn(new WindowId(window), new ClerkId(clerk), null))
            .decision();
    if (decision instanceof Decision.Refused no) {
      throw new AssertionError(no.because());
    }
  }

  static Act.TakeTicket take(String line) {
    return new Act.TakeTicket(line, List.of(), null, null, Language.ZH);
  }

  /** Asks as a device and waits for the answer. */
  HallAnswer.Reply ask(String device, Act act) {
    return ask(device, new DeviceRequest(UUID.randomUUID().toString(), now, act));
  }

  HallAnswer.Reply ask(String device, DeviceRequest request) {
    send(device, Codec.encode(request));
    return answer(device).reply();
  }

  /** Sends any bytes as a device's request. */
  void send(String device, byte[] bytes) {
    link(device).publish(Topics.request(device), bytes);
  }

  InMemoryLink link(String device) {
    return links.computeIfAbsent(
        device,
        id -> {
          InMemoryLink made = broker.link(id);
          BlockingQueue<HallAnswer> queue = new LinkedBlockingQueue<>();
          answers.put(id, queue);
          made.subscribe(Topics.answer(id), (_, payload) -> queue.add(decoded(payload)));
          made.open();
          return made;
        });
  }

  HallAnswer answer(String device) {
    try {
      HallAnswer answer =
          Objects.requireNonNull(answers.get(device)).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("no answer came for " + device);
      }
      return answer;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The retained message of a topic, or null. */
  <M extends Message> @Nullable M retained(String topic, Class<M> type) {
    byte[] bytes = broker.retained(topic);
    try {
      return bytes == null ? null : Codec.decode(type, bytes);
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  /** The print jobs that come to a printer from now on. */
  BlockingQueue<PrintJob> jobs(String printer) {
    BlockingQueue<PrintJob> jobs = new LinkedBlockingQueue<>();
    link(printer)
        .subscribe(
            Topics.job(printer),
            (_, payload) -> {
              try {
                jobs.add(Codec.decode(PrintJob.class, payload));
              } catch (MalformedMessageException e) {
                throw new AssertionError(e);
              }
            });
    return jobs;
  }

  @Override
  public void close() {
    writer.close();
    publisher.close();
    links.values().forEach(InMemoryLink::close);
    link.close();
  }

  private static HallAnswer decoded(byte[] payload) {
    try {
      return Codec.decode(HallAnswer.class, payload);
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }
}
