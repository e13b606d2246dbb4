package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.view.Preview;
import io.tidehall.server.writer.HallWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a manager steers the hall: windows, their calling, and the routing policy. Each act can be
 * looked at first: a preview decides it on the present state and journals nothing.
 */
final class SteerRoutes {
  private static final List<String> ACTS =
      List.of("change", "calling", "policy", "open", "close", "borrow", "pause", "end-pause");

  /** As long as one breath and one look at the board. */
  private static final int MOST_WORDS = 120;

  private final HallWriter writer;
  private final ConsoleFeed feed;
  private final Replies replies;
  private final Sessions sessions;
  private final Outlooks outlooks;

  /**
   * Makes the routes.
   *
   * @param outlooks who forecasts what a change would do to the waits
   */
  SteerRoutes(
      HallWriter writer, ConsoleFeed feed, Replies replies, Sessions sessions, Outlooks outlooks) {
    this.writer = writer;
    this.feed = feed;
    this.replies = replies;
    this.sessions = sessions;
    this.outlooks = outlooks;
  }

  void routes(RoutesConfig routes) {
    act(routes, "/api/windows/{window}/change", SteerRoutes::change);
    act(routes, "/api/windows/{window}/calling", SteerRoutes::calling);
    act(
        routes,
        "/api/windows/{window}/open",
        ctx -> new Command.OpenWindow(DeskRoutes.window(ctx), DeskRoutes.reason(ctx)));
    act(
        routes,
        "/api/windows/{window}/close",
        ctx -> new Command.CloseWindow(DeskRoutes.window(ctx), DeskRoutes.reason(ctx)));
    act(
        routes,
        "/api/announcements",
        ctx -> announcement(ctx.bodyAsClass(Api.NewAnnouncement.class)));
    act(routes, "/api/policy", ctx -> policy(ctx.bodyAsClass(Api.Policy.class)));
    act(
        routes,
        "/api/windows/{window}/borrow",
        ctx -> borrow(DeskRoutes.window(ctx), ctx.bodyAsClass(Api.Borrow.class)));
    act(
        routes,
        "/api/windows/{window}/stay",
        ctx -> new Command.StayAtWindow(DeskRoutes.window(ctx)));
    routes.post("/api/preview", this::preview, Role.MANAGER);
  }

  private void act(RoutesConfig routes, String path, Function<Context, Command> command) {
    routes.post(
        path, ctx -> replies.submit(ctx, sessions.actor(ctx), command.apply(ctx)), Role.MANAGER);
  }

  private void preview(Context ctx) {
    HallState before = writer.state();
    Command command = command(ctx.bodyAsClass(Api.Change.class));
    Instant now = Hall.at(before, feed.now());
    // Decided on a state that is nobody else's; nothing is kept.
    var request = new Request("preview:" + UUID.randomUUID(), sessions.actor(ctx), command);
    Hall.Step step = Hall.step(before, request, now);
    switch (step.decision()) {
      case Decision.Refused no -> Replies.refused(ctx, no);
      case Decision.Accepted _ ->
          ctx.json(Preview.of(before, step.after(), command, feed.hall().open(), now, outlooks));
    }
  }

  private static Command borrow(WindowId to, Api.Borrow body) {
    String reason = body.reason();
    return new Command.BorrowClerk(
        to,
        new WindowId(needed("from", body.from())),
        Boolean.TRUE.equals(body.close()),
        reason == null ? "" : DeskRoutes.limited(reason));
  }

  private static Command command(Api.Change body) {
    return switch (String.valueOf(body.act())) {
      case "change" -> change(window(body), needed("setup", body.setup()));
      case "calling" -> calling(window(body), body.autoSeconds());
      case "policy" -> policy(needed("policy", body.policy()));
      case "borrow" ->
          borrow(
              window(body),
              new Api.Borrow(needed("from", body.from()), body.reason(), body.close()));
      case "open" -> new Command.OpenWindow(window(body), reason(body));
      case "close" -> new Command.CloseWindow(window(body), reason(body));
      case "pause" -> new Command.Pause(window(body), reason(body), null);
      case "end-pause" -> new Command.EndPause(window(body));
      case String other ->
          throw new Json.BadBodyException(
              "Expected act to be one of %s, but it is '%s'".formatted(ACTS, other), null);
    };
  }

  private static Command announcement(Api.NewAnnouncement body) {
    String text = needed("text", body.text()).strip().replaceAll("\\s+", " ");
    if (text.length() > MOST_WORDS || text.chars().anyMatch(Character::isISOControl)) {
      throw new Json.BadBodyException(
          "Expected text of at most %d characters without control characters, but it has %d"
              .formatted(MOST_WORDS, text.length()),
          null);
    }
    String zone = body.zone();
    return new Command.Announce(
        UUID.randomUUID().toString(), zone == null ? "" : zone.strip(), text);
  }

  private static Command change(Context ctx) {
    return change(DeskRoutes.window(ctx), ctx.bodyAsClass(Api.Setup.class));
  }

  private static Command change(WindowId window, Api.Setup setup) {
    List<String> lines = setup.lines() == null ? List.of() : setup.lines();
    String home = setup.home();
    List<String> second = setup.second();
    return new Command.ChangeWindow(
        window,
        DeskRoutes.word(WindowKind.class, "kind", setup.kind()),
        lines.stream().map(LineId::new).toList(),
        second == null
            ? null
            : new WindowFields(home == null || home.isBlank() ? null : home, second));
  }

  private static Command calling(Context ctx) {
    return calling(DeskRoutes.window(ctx), ctx.bodyAsClass(Api.Calling.class).autoSeconds());
  }

  private static Command calling(WindowId window, @Nullable Long seconds) {
    return new Command.ChangeCalling(window, seconds == null ? null : Duration.ofSeconds(seconds));
  }

  private static Command policy(Api.Policy body) {
    Map<String, Double> parameters = body.parameters();
    return new Command.ChangePolicy(
        new PolicyPlan(
            String.valueOf(body.name()),
            parameters == null
                ? List.of()
                : parameters.entrySet().stream()
                    .map(it -> new PolicyPlan.Parameter(it.getKey(), number(it)))
                    .toList()));
  }

  private static double number(Map.Entry<String, @Nullable Double> parameter) {
    return needed("parameter " + parameter.getKey(), parameter.getValue());
  }

  private static WindowId window(Api.Change body) {
    return new WindowId(needed("window", body.window()));
  }

  private static String reason(Api.Change body) {
    String reason = body.reason();
    return reason == null ? "" : DeskRoutes.limited(reason);
  }

  private static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw new Json.BadBodyException(
          "Expected the act's %s, but there is none".formatted(field), null);
    }
    return value;
  }
}
