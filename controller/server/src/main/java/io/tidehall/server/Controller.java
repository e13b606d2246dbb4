package io.tidehall.server;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Request;
import io.tidehall.link.PahoLink;
import io.tidehall.link.PersonHash;
import io.tidehall.protocol.Text;
import io.tidehall.server.booking.WishReader;
import io.tidehall.server.broker.DeviceRegistry;
import io.tidehall.server.edge.DeviceEdge;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.edge.HallPublisher;
import io.tidehall.server.edge.SlipSender;
import io.tidehall.server.edge.StorageGuard;
import io.tidehall.server.edge.TicketLinks;
import io.tidehall.server.forecast.HallForecasts;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.journal.H2Journal;
import io.tidehall.server.journal.Journal;
import io.tidehall.server.pairing.DeviceDesk;
import io.tidehall.server.pairing.Places;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.readmodel.ReadModelFeed;
import io.tidehall.server.reload.HallFileReload;
import io.tidehall.server.reload.HallFileWatch;
import io.tidehall.server.reload.HallInUse;
import io.tidehall.server.view.ClockGuard;
import io.tidehall.server.view.Views;
import io.tidehall.server.web.Account;
import io.tidehall.server.web.Accounts;
import io.tidehall.server.web.Api;
import io.tidehall.server.web.BoardFeed;
import io.tidehall.server.web.BoardMedia;
import io.tidehall.server.web.BookingRoutes;
import io.tidehall.server.web.ConsoleFeed;
import io.tidehall.server.web.DeviceRoutes;
import io.tidehall.server.web.OfficeFeed;
import io.tidehall.server.web.PlatformKey;
import io.tidehall.server.web.ReportRoutes;
import io.tidehall.server.web.Site;
import io.tidehall.server.web.WhatIfRoutes;
import io.tidehall.server.whatif.WhatIfs;
import io.tidehall.server.writer.HallWriter;
import io.tidehall.server.writer.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running controller: everything is wired here, by hand, and stopped in the reverse order. The
 * journal is opened first and closed last.
 */
public final class Controller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Controller.class);

  /** The product's version, as health and devices tell it. */
  public static final String VERSION = "0.1.0";

  /** Codes of bookings have four digits. */
  private static final int CODES = 10_000;

  private final ControllerOptions options;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
  private final Instant started = Instant.now();
  private final Journal journal;
  private final HallWriter writer;
  private final DeviceRegistry registry;
  private final PahoLink link;
  private final StorageGuard storage;
  private final Devices devices;
  private final DeviceDesk desk;
  private final DeviceEdge edge;
  private final HallPublisher publisher;
  private final Accounts accounts;
  private final TicketLinks links;
  private final int port;
  private final HallBroker broker;
  private final List<Text> warnings;

  /**
   * Starts a controller; it serves when this returns.
   *
   * @throws IOException when a port is busy, the data folder is locked or unusable, or a file in it
   *     cannot be read; the message says what to do
   */
  public static Controller start(ControllerOptions options) throws IOException {
    Files.createDirectories(options.data());
    return new Controller(options);
  }

  private Controller(ControllerOptions options) throws IOException {
    this.options = options;
    HallSetup hall = options.hall();
    try {
      journal = open(H2Journal.open(options.data()));
      var snapshots = open(new Snapshots(options.data()));
      writer =
          open(
              new HallWriter(
                  journal, snapshots.replayed(journal), options.clock(), fatal::complete));
      storage = new StorageGuard(options.data(), options.reserveBytes());
      registry = DeviceRegistry.open(options.data());
      String identity =
          Base64.getEncoder().encodeToString(Secrets.key(options.data().resolve("identity.key")));
      registry.recogniseWith(identity);
      broker = open(HallBroker.open(options, registry));
      broker.admit(hall);
      link = open(new PahoLink(registry.controller(), null));
      var inUse = new HallInUse(hall);
      ReadModel model = open(ReadModel.open(options.data()));
      var forecasts =
          open(new HallForecasts(model, options.clock(), options.data().resolve("scenario.json")));
      var clock = new ClockGuard(options.clock());
      var views = new Views(inUse::items, forecasts, inUse::cards, clock::wrong);
      devices = new Devices(Places.all(hall, registry.paired()));
      var site = Site.reserve(options.host(), options.port());
      links = new TicketLinks(site.address(), Secrets.key(options.data().resolve("links.key")));
      var slips = new SlipSender(link, views, links, inUse::catalogue);
      publisher =
          open(
              new HallPublisher(
                  link,
                  writer,
                  devices,
                  views,
                  slips,
                  inUse::catalogue,
                  inUse::notices,
                  options.clock(),
                  storage));
      var feed = open(new ConsoleFeed(writer, views, publisher, options.clock()));
      var boards = open(new BoardFeed());
      publisher.follow(boards::heard);
      desk =
          new DeviceDesk(
              registry,
              devices,
              writer,
              inUse::setup,
              options.clock(),
              new DeviceFollowers(link, publisher, feed, broker::devicesChanged));
      var deviceRoutes = new DeviceRoutes(desk, registry, devices);
      edge =
          new DeviceEdge(
              link,
              writer,
              devices,
              views,
              links,
              options.clock(),
              storage,
              device -> {
                if (device.online()) {
                  desk.arrived(device.place().id(), options.externalBroker() != null);
                }
                publisher.deviceChanged(device);
                feed.devicesChanged();
              });
      var projector = new Projector(model, journal);
      var records = open(new ReadModelFeed(projector));
      var reports =
          new ReportRoutes(model, projector, () -> ZoneId.of(writer.state().plan().zone()));
      var reload =
          new HallFileReload(
              options.hallFile(), inUse, writer, forecasts, options.clock(), this::taken);
      var watch = open(new HallFileWatch(reload, feed::devicesChanged));
      feed.follow(
          open(
              new OfficeFeed(
                  () ->
                      Api.Office.of(
                          deviceRoutes,
                          reports.latest(),
                          watch.news(),
                          Places.zones(writer.state())))));
      writer.addAnnouncer(inUse);
      writer.addAnnouncer(snapshots);
      writer.addAnnouncer(publisher);
      writer.addAnnouncer(edge.testPages());
      writer.addAnnouncer(feed);
      writer.addAnnouncer(records);
      writer.addAnnouncer(forecasts);
      writer.start();
      warnings = configure(hall);
      records.start();
      forecasts.start(writer.state(), this::tell);
      edge.start();
      publisher.start();
      link.open();
      feed.start();
      open(new Timekeeper(writer, options.clock())).start();
      accounts =
          new Accounts(options.data().resolve("accounts.json"), HallFileParts.accounts(hall));
      open(
          site.serve(
              writer,
              views,
              feed,
              devices,
              inUse::catalogue,
              links,
              accounts,
              inUse::pinNetworks,
              storage,
              boards,
              new BoardMedia(options.data().resolve("media"), inUse::playlist),
              reports,
              new WhatIfRoutes(open(new WhatIfs(model, writer::state)), model, projector, writer),
              reload,
              new BookingRoutes(
                  writer,
                  views,
                  new WishReader(
                      new PersonHash(identity), () -> ThreadLocalRandom.current().nextInt(CODES)),
                  devices,
                  options.clock()),
              deviceRoutes,
              new PlatformKey(Secrets.words(options.data().resolve("platform.key"))),
              this::health));
      // Once more, so that it is closed first: what it told a stopped server would go round for
      // ever.
      open(boards);
      port = site.port();
      watch.start();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Port of the pages. */
  public int port() {
    return port;
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The broker that devices use. */
  public String broker() {
    return registry.controller().broker();
  }

  /** The configuration written for an external Mosquitto, or null with the embedded broker. */
  public @Nullable Path mosquitto() {
    return broker.files();
  }

  public DeviceRegistry registry() {
    return registry;
  }

  /** What managers do with devices, for programs that embed a controller. */
  public DeviceDesk desk() {
    return desk;
  }

  public Accounts accounts() {
    return accounts;
  }

  /** The writer, for programs that embed a controller. */
  public HallWriter writer() {
    return writer;
  }

  /** What was allowed but should be looked at, such as holidays that are not known. */
  public List<Text> warnings() {
    return warnings;
  }

  /** Completes if the controller must stop, with the reason. */
  public CompletableFuture<Throwable> fatal() {
    return fatal;
  }

  /** Adds a device to the running hall. */
  public void addDevice(DevicePlace place) throws IOException {
    registry.register(place.id(), place.role(), place.window());
    devices.add(place);
  }

  /** How the controller is. */
  public Api.Health health() {
    var state = writer.state();
    List<Api.Device> known = devices.all().stream().map(Api.Device::of).toList();
    var counts = edge.counts();
    Optional<String> clock = new ClockGuard(options.clock()).problem(state);
    String problem = link.lastProblem();
    var way =
        new Api.Part(
            link.connected(),
            link.connected() ? broker() : problem == null ? "connecting" : problem);
    var log = new Api.Part(writer.running(), writer.running() ? "entry " + state.seq() : "stopped");
    return new Api.Health(
        !log.ok() ? "down" : way.ok() && !storage.low() && clock.isEmpty() ? "ok" : "degraded",
        VERSION,
        Duration.between(started, Instant.now()).toSeconds(),
        way,
        log,
        new Api.Part(!storage.low(), storage.free() / (1024 * 1024) + " MB free"),
        new Api.Part(clock.isEmpty(), clock.orElse("ok")),
        (int) known.stream().filter(Api.Device::online).count(),
        known,
        counts.malformed(),
        counts.late(),
        counts.foreign());
  }

  /** Stops cleanly: nothing accepted is lost. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not stop cleanly", e);
      }
    }
  }

  private <P extends AutoCloseable> P open(P part) {
    parts.push(part);
    return part;
  }

  private List<Text> configure(HallSetup hall) throws IOException {
    var today = hall.plan().local(options.clock().instant()).toLocalDate();
    if (writer.state().plan().equals(hall.plan())) {
      return hall.warnings(today);
    }
    var answer =
        writer
            .submit(
                new Request(
                    "configure:" + UUID.randomUUID(),
                    Actor.system(),
                    new Command.Configure(hall.plan())))
            .join();
    if (answer.decision() instanceof Decision.Refused no) {
      throw new IOException(
          no.because()
              + ": finish what is open under the old hall file, then start with the new one");
    }
    return hall.warnings(today);
  }

  /** Another hall file is in use: accounts and devices are as it says. */
  private void taken(HallSetup hall) {
    accounts.follow(HallFileParts.accounts(hall));
    devices.become(Places.all(hall, registry.paired()));
    try {
      broker.admit(hall);
    } catch (IOException e) {
      LOG.error("not all devices of the hall file can connect before the next start", e);
    }
    publisher.devicesChanged();
  }

  /** What was worked out beside the rules and is not known to them yet. */
  private void tell(Command command) {
    var _ = writer.submit(new Request("told:" + UUID.randomUUID(), Actor.system(), command));
  }

  /** The accounts whose first password or PIN has not been changed. */
  public List<Account> firstPasswords() {
    return accounts.all().stream()
        .filter(account -> account.firstPassword() != null || account.firstPin() != null)
        .toList();
  }
}
