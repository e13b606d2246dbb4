package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.HallState;
import io.tidehall.hall.PaperRoll;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Pairing;
import io.tidehall.server.broker.DeviceRegistry;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.pairing.DeviceDesk;
import io.tidehall.server.pairing.Outcome;
import io.tidehall.server.pairing.Place;
import io.tidehall.server.view.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Devices: what they are, those that wait to be paired, and what managers do with them. */
public final class DeviceRoutes {
  /** A hall's devices may stand behind one address and ask each second and a half. */
  private static final int BURST = 200;

  private static final Duration DROP = Duration.ofMillis(20);

  private final DeviceDesk desk;
  private final DeviceRegistry registry;
  private final Devices devices;
  private final Supplier<HallState> state;
  private final Buckets askings = new Buckets(BURST, DROP, System::nanoTime);

  public DeviceRoutes(
      DeviceDesk desk, DeviceRegistry registry, Devices devices, Supplier<HallState> state) {
    this.desk = desk;
    this.registry = registry;
    this.devices = devices;
    this.state = state;
  }

  /** All devices, as consoles show them. */
  public List<Api.Device> devices() {
    return devices.all().stream().map(this::device).toList();
  }

  /** The devices that wait. */
  public List<Api.WaitingDevice> waiting() {
    return desk.waiting().stream()
        .map(
            it ->
                new Api.WaitingDevice(
                    it.code(), it.role().word(), it.version(), it.from(), it.since(), it.until()))
        .toList();
  }

  private Api.Device device(Devices.Known known) {
    String id = known.place().id();
    String pairing =
        registry.paired(id).isPresent()
            ? "paired"
            : registry.find(id).isPresent() ? "hall-file" : "vacant";
    PaperRoll roll = ((Map<String, PaperRoll>) state.get().staff().rolls()).get(id);
    return Api.Device.of(known, registry.name(id), pairing, roll);
  }

  void routes(RoutesConfig routes, Sessions sessions) {
    routes.get("/api/devices", ctx -> ctx.json(devices()), Role.MANAGER, Role.ADMIN);
    routes.get("/api/devices/waiting", ctx -> ctx.json(waiting()), Role.MANAGER, Role.ADMIN);
    routes.post(Pairing.PATH, this::ask, Role.ANYONE);
    routes.post(
        "/api/devices/accept",
        ctx -> {
          Api.AcceptDevice body = ctx.bodyAsClass(Api.AcceptDevice.class);
          answer(
              ctx,
              desk.accept(
                  sessions.actor(ctx),
                  String.valueOf(body.code()),
                  String.valueOf(body.device()).strip(),
                  new Place(body.window(), body.printer(), body.zone())));
        },
        Role.MANAGER,
        Role.ADMIN);
    routes.post(
        "/api/devices/refuse",
        ctx -> {
          Api.RefuseDevice body = ctx.bodyAsClass(Api.RefuseDevice.class);
          answer(ctx, desk.refuse(sessions.actor(ctx), String.valueOf(body.code())));
        },
        Role.MANAGER,
        Role.ADMIN);
    routes.post(
        "/api/devices/{device}/revoke",
        ctx -> answer(ctx, desk.revoke(sessions.actor(ctx), ctx.pathParam("device"))),
        Role.MANAGER,
        Role.ADMIN);
    routes.post(
        "/api/devices/{device}/place",
        ctx -> {
          Api.PlaceDevice body = ctx.bodyAsClass(Api.PlaceDevice.class);
          answer(
              ctx,
              desk.move(
                  sessions.actor(ctx),
                  ctx.pathParam("device"),
                  body.name() == null ? "" : body.name().strip(),
                  new Place(body.window(), body.printer(), body.zone())));
        },
        Role.MANAGER,
        Role.ADMIN);
  }

  private void ask(Context ctx) throws IOException {
    Pairing.Asking asking;
    try {
      asking = Pairing.asking(ctx.bodyAsBytes());
    } catch (MalformedMessageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    long wait = askings.take(ctx.ip());
    var standing =
        wait > 0 ? java.util.Optional.<Pairing.Standing>empty() : desk.ask(asking, ctx.ip());
    if (standing.isEmpty()) {
      ctx.header("Retry-After", String.valueOf(Math.max(1, wait)));
      Replies.problem(
          ctx,
          HttpStatus.TOO_MANY_REQUESTS,
          "PAIRING_CROWDED",
          Words.text("pairing.PAIRING_CROWDED"),
          "Expected fewer devices that wait to be paired: accept or refuse some first");
      return;
    }
    ctx.contentType("application/json").result(Pairing.encode(standing.get()));
  }

  private static void answer(Context ctx, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done(long seq, String _) -> ctx.json(new Api.Done(seq, ""));
      case Outcome.No(String code, var words, String detail) ->
          Replies.problem(ctx, HttpStatus.CONFLICT, code, words, detail);
    }
  }
}
