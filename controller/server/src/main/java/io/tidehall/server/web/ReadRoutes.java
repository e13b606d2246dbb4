package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Text;
import io.tidehall.server.view.ConsoleView;
import io.tidehall.server.writer.HallWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What pages read: the console, the catalogue, devices and health. */
final class ReadRoutes {
  private final HallWriter writer;
  private final ConsoleFeed feed;
  private final Supplier<Catalogue> catalogue;
  private final Supplier<Api.Health> health;
  private final Sessions sessions;

  ReadRoutes(
      HallWriter writer,
      ConsoleFeed feed,
      Supplier<Catalogue> catalogue,
      Supplier<Api.Health> health,
      Sessions sessions) {
    this.writer = writer;
    this.feed = feed;
    this.catalogue = catalogue;
    this.health = health;
    this.sessions = sessions;
  }

  void routes(RoutesConfig routes) {
    routes.get("/health", this::health, Role.ANYONE);
    routes.get("/api/hall", ctx -> ctx.json(feed.hall()), Role.ANYONE);
    routes.get("/api/catalogue", ctx -> ctx.json(catalogue.get()), Role.ANYONE);
    routes.get(
        "/api/console", ctx -> ctx.json(feed.console()), Role.CLERK, Role.MANAGER, Role.ADMIN);
    routes.sse("/api/console/events", this::join, Role.CLERK, Role.MANAGER, Role.ADMIN);
    routes.get("/api/choices", this::choices, Role.CLERK, Role.MANAGER, Role.ADMIN);
  }

  private void health(Context ctx) {
    Api.Health now = health.get();
    ctx.status(now.status().equals("down") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
        .json(now);
  }

  private void join(SseClient client) {
    Set<Role> roles = sessions.account(client.ctx()).map(Account::roles).orElse(Set.of());
    feed.join(client, roles.contains(Role.MANAGER) || roles.contains(Role.ADMIN));
  }

  private void choices(Context ctx) {
    var plan = writer.state().plan();
    ctx.json(
        new Api.Choices(
            Arrays.stream(Outcome.values())
                .map(it -> new Api.Choice(it.name(), Text.of(it.zh(), it.en()), it.needsReason()))
                .toList(),
            Arrays.stream(HoldKind.values())
                .map(it -> new Api.Choice(it.name(), Text.of(it.zh(), it.en()), false))
                .toList(),
            Arrays.stream(WindowKind.values())
                .map(
                    it ->
                        new Api.Choice(
                            ConsoleView.word(it), Text.of(it.zh(), it.en()), it.specialised()))
                .toList(),
            plan.greenReasons().stream()
                .map(it -> new Api.Choice(it.id(), Text.of(it.zh(), it.en()), false))
                .toList(),
            plan.clerks().stream().map(ReadRoutes::choice).toList(),
            standIns(ctx, plan),
            Policies.names(),
            new Api.DeskRules(
                plan.rules().calls(),
                plan.rules().recallGap().toSeconds(),
                plan.rules().greenHeadStart().toSeconds(),
                plan.rules().clerkWindows()),
            Policies.names().stream().map(ReadRoutes::policy).toList(),
            Arrays.stream(Outcome.values()).filter(Outcome::notified).map(Outcome::name).toList()));
  }

  private List<Api.Choice> standIns(Context ctx, HallPlan plan) {
    return sessions
        .account(ctx)
        .flatMap(account -> plan.findClerk(new ClerkId(account.id())))
        .map(
            clerk ->
                clerk.standsInFor().stream()
                    .flatMap(id -> plan.findClerk(id).stream())
                    .map(ReadRoutes::choice)
                    .toList())
        .orElse(List.of());
  }

  private static Api.PolicyChoice policy(String name) {
    return new Api.PolicyChoice(
        name,
        Policies.settings(name).stream()
            .map(it -> new Api.Setting(it.name(), it.usual(), it.least(), it.most(), it.whole()))
            .toList());
  }

  private static Api.Choice choice(Clerk clerk) {
    return new Api.Choice(clerk.id().value(), Text.zh(clerk.name()), false);
  }
}
