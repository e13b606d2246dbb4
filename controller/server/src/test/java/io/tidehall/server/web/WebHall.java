package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.link.InMemoryBroker;
import io.tidehall.link.InMemoryLink;
import io.tidehall.link.PersonHash;
import io.tidehall.server.booking.WishReader;
import io.tidehall.server.broker.DeviceRegistry;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.edge.HallPublisher;
import io.tidehall.server.edge.SlipSender;
import io.tidehall.server.edge.StorageGuard;
import io.tidehall.server.edge.TicketLinks;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.journal.InMemoryJournal;
import io.tidehall.server.pairing.DeviceDesk;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.reload.HallFileReload;
import io.tidehall.server.reload.HallFileWatch;
import io.tidehall.server.reload.HallInUse;
import io.tidehall.server.view.ClockGuard;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.view.Views;
import io.tidehall.server.whatif.WhatIfs;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A hall with its HTTP interface on a free port: everything real but the disk and the broker. */
final class WebHall implements AutoCloseable {
  /** The hall's clock: it runs from nine of a Monday morning, unless a test stops it elsewhere. */
  static final class Clock implements InstantSource {
    private final Duration ahead =
        Duration.between(Instant.now(), Instant.parse("2026-11-23T01:00:00Z"));
    private volatile @Nullable Instant fixed;

    @Override
    public Instant instant() {
      Instant now = fixed;
      return now == null ? Instant.now().plus(ahead) : now;
    }

    /** Stops the clock at a time. */
    void set(Instant at) {
      fixed = at;
    }

    /** Lets the clock run again. */
    void free() {
      fixed = null;
    }
  }

  final Clock clock;

  /** How much more time has passed for those who are signed in. */
  volatile Duration passed = Duration.ZERO;

  final Accounts accounts;
  final HallWriter writer;
  final TicketLinks links;
  final Devices devices;
  private final HallPublisher publisher;
  private final ConsoleFeed feed;
  final BoardFeed boards;
  final DeviceRegistry registry;
  final DeviceDesk desk;
  private final ReadModel model;
  private final OfficeFeed office;
  private final WhatIfs whatIfs;
  private final WebServer server;
  private final int port;

  /** What would be forecast of a change; a test may put something in. */
  volatile BiFunction<HallState, HallState, Optional<Outlooks.Effect>> forecast =
      (_, _) -> Optional.empty();

  WebHall(HallSetup setup, Path folder) {
    this(setup, folder, new Clock(), 0, List.of());
  }

  WebHall(HallSetup setup, Path folder, Clock clock, int port, List<Consumer<RoutesConfig>> extra) {
    this.clock = clock;
    accounts = new Accounts(folder.resolve("accounts.json"), planned(setup));
    var journal = new InMemoryJournal();
    writer = new HallWriter(journal, clock, _ -> {});
    links = new TicketLinks("http://127.0.0.1", new byte[32]);
    devices =
        new Devices(
            setup.devices().stream()
                .map(it -> new DevicePlace(it.id(), it.role(), it.window(), it.printer()))
                .toList());
    var inUse = new HallInUse(setup);
    var views = new Views(inUse::items, Outlooks.NONE, Map::of, new ClockGuard(clock)::wrong);
    InMemoryLink link = new InMemoryBroker().link("controller");
    var storage = new StorageGuard(folder, 0);
    publisher =
        new HallPublisher(
            link,
            writer,
            devices,
            views,
            new SlipSender(link, views, links, inUse::catalogue),
            inUse::catalogue,
            inUse::notices,
            clock,
            storage);
    feed = new ConsoleFeed(writer, views, publisher, clock);
    boards = new BoardFeed();
    publisher.follow(boards::heard);
    writer.addAnnouncer(inUse);
    writer.addAnnouncer(feed);
    writer.start();
    submit(Actor.system(), new Command.Configure(setup.plan()));
    feed.start();
    var sessions =
        new Sessions(
            accounts,
            setup::pinNetworks,
            new PlatformKey("the-platform"),
            () -> System.nanoTime() + passed.toNanos());
    var replies = new Replies(writer);
    List<Consumer<RoutesConfig>> routes = new ArrayList<>();
    routes.add(sessions::routes);
    routes.add(new DeskRoutes(replies, sessions, devices)::routes);
    routes.add(new StaffRoutes(replies, sessions)::routes);
    routes.add(new ManageRoutes(replies, sessions, accounts, storage, devices, views)::routes);
    routes.add(new SteerRoutes(writer, feed, replies, sessions, previewed())::routes);
    routes.add(new TideRoutes(writer, replies, sessions)::routes);
    routes.add(new ReadRoutes(writer, feed, inUse::catalogue, this::health, sessions)::routes);
    routes.add(
        new PhoneRoutes(
                writer,
                views,
                feed,
                inUse::catalogue,
                links,
                replies,
                () -> System.nanoTime() + passed.toNanos())
            ::routes);
    model = ReadModel.open(folder);
    var projector = new Projector(model, journal);
    Path file = folder.resolve("hall.yaml");
    var reload =
        new HallFileReload(
            Files.exists(file) ? file : null,
            inUse,
            writer,
            previewed(),
            clock,
            next -> accounts.follow(planned(next)));
    var watch = new HallFileWatch(reload, feed::devicesChanged);
    routes.add(new HallFileRoutes(reload, sessions)::routes);
    var reports = new ReportRoutes(model, projector, () -> ZoneId.of(writer.state().plan().zone()));
    registry = registry(setup, folder);
    desk = new DeviceDesk(registry, devices, writer, () -> setup, clock, followers(feed));
    var deviceRoutes = new DeviceRoutes(desk, registry, devices);
    routes.add(config -> deviceRoutes.routes(config, sessions));
    office =
        new OfficeFeed(
            () -> Api.Office.of(deviceRoutes, reports.latest(), watch.news(), List.of("东区")));
    feed.follow(office);
    routes.add(reports::routes);
    routes.add(config -> reports.clerkRoutes(config, sessions));
    routes.add(config -> reports.printRoutes(config, sessions, replies, devices));
    var draw = new AtomicInteger(1000);
    var bookings =
        new BookingRoutes(
            writer,
            views,
            new WishReader(
                new PersonHash(Base64.getEncoder().encodeToString(new byte[32])),
                draw::incrementAndGet),
            devices,
            clock);
    routes.add(config -> bookings.routes(config, replies, sessions));
    routes.add(boards::routes);
    routes.add(new BoardMedia(folder.resolve("media"), inUse::playlist)::routes);
    whatIfs = new WhatIfs(model, writer::state);
    routes.add(new WhatIfRoutes(whatIfs, model, projector, writer)::routes);
    routes.addAll(extra);
    server = new WebServer(routes);
    this.port = server.start("127.0.0.1", port);
  }

  private static DeviceRegistry registry(HallSetup setup, Path folder) {
    try {
      var registry = DeviceRegistry.open(folder);
      for (var device : setup.devices()) {
        registry.provision(device.id(), device.role(), device.window());
      }
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DeviceDesk.Followers followers(ConsoleFeed feed) {
    return new DeviceDesk.Followers() {
      @Override
      public void changed() {
        feed.devicesChanged();
      }

      @Override
      public void rightsChanged() {
        feed.devicesChanged();
      }

      @Override
      public void removed(String device) {}
    };
  }

  /** States are published from now on, as in a running hall. */
  void publish() {
    writer.addAnnouncer(publisher);
    publisher.start();
  }

  /** Only what a preview asks; the rest stays as the closed formula has it. */
  private Outlooks previewed() {
    return new Outlooks() {
      @Override
      public Optional<Effect> effect(HallState before, HallState after) {
        return forecast.apply(before, after);
      }

      @Override
      public Optional<Promise> promise(LineId line, boolean green) {
        return Optional.empty();
      }

      @Override
      public Optional<Promise.Minutes> ofNew(LineId line, boolean green) {
        return Optional.empty();
      }

      @Override
      public Optional<Promise.Minutes> left(TicketId ticket) {
        return Optional.empty();
      }
    };
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Every route as method, path and roles. */
  List<String> routes() {
    return server.routes().entrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .toList();
  }

  String password(String account) {
    return String.valueOf(accounts.find(account).orElseThrow().firstPassword());
  }

  /** Submits to the rules, and gives the ticket that it is about, if any. */
  @Nullable TicketId submit(Actor actor, Command command) {
    var answer = writer.submit(new Request(UUID.randomUUID().toString(), actor, command)).join();
    if (!(answer.decision() instanceof Decision.Accepted accepted)) {
      throw new IllegalStateException(String.valueOf(answer.decision()));
    }
    for (Event event : accepted.events()) {
      if (event instanceof Event.TicketIssued issued) {
        return issued.ticket();
      }
    }
    return null;
  }

  /** A visitor takes a ticket. */
  TicketId issue(String line, List<String> items, @Nullable String green) {
    var ticket =
        submit(
            Actor.device("kiosk-1"),
            new Command.IssueTicket(new LineId(line), items, green, null, null, "zh-CN"));
    if (ticket == null) {
      throw new IllegalStateException("no ticket for " + line);
    }
    return ticket;
  }

  @Override
  public void close() {
    server.close();
    feed.close();
    boards.close();
    office.close();
    publisher.close();
    writer.close();
    whatIfs.close();
    model.close();
  }

  private Api.Health health() {
    var ok = new Api.Part(true, "ok");
    return new Api.Health(
        "up",
        "test",
        1,
        ok,
        ok,
        ok,
        ok,
        0,
        devices.all().stream().map(Api.Device::of).toList(),
        0,
        0,
        0);
  }

  private static List<Accounts.Planned> planned(HallSetup setup) {
    return setup.accounts().stream()
        .map(
            it ->
                new Accounts.Planned(
                    it.badge(),
                    it.name(),
                    it.roles().stream()
                        .map(role -> Role.valueOf(role.name()))
                        .collect(Collectors.toUnmodifiableSet()),
                    !setup.pinNetworks().isEmpty()))
        .toList();
  }

  /** A body as JSON. */
  static String json(Map<String, ?> body) {
    return Json.MAPPER.writeValueAsString(body);
  }
}
