package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.security.RouteRole;
import io.tidehall.hall.Actor;
import io.tidehall.protocol.Text;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in and out, and the guard before every route: role, and same origin for acts. A session
 * ends when nobody has acted in it for {@link #IDLE}; what a page reads by itself is no act.
 */
final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** After so long without an act somebody else may sit at the screen. */
  static final Duration IDLE = Duration.ofMinutes(30);

  private static final String ACCOUNT = "account";
  private static final String ACTED = "acted";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Accounts accounts;
  private final LongSupplier nanos;
  private final PlatformKey platform;

  Sessions(Accounts accounts, PlatformKey platform) {
    this(accounts, platform, System::nanoTime);
  }

  /** For tests that drive time. */
  Sessions(Accounts accounts, PlatformKey platform, LongSupplier nanos) {
    this.accounts = accounts;
    this.platform = platform;
    this.nanos = nanos;
  }

  void routes(RoutesConfig routes) {
    routes.beforeMatched(this::guard);
    routes.post("/api/session", this::signIn, Role.ANYONE);
    routes.get("/api/session", this::current, Role.ANYONE);
    routes.delete("/api/session", this::signOut, Role.ANYONE);
    routes.post(
        "/api/session/active", ctx -> ctx.status(204), Role.CLERK, Role.MANAGER, Role.ADMIN);
    routes.post(
        "/api/session/password", this::changePassword, Role.CLERK, Role.MANAGER, Role.ADMIN);
  }

  /** Who asks. */
  Optional<Account> account(Context ctx) {
    String id = ctx.sessionAttribute(ACCOUNT);
    return id == null || idle(ctx) ? Optional.empty() : accounts.find(id);
  }

  private boolean idle(Context ctx) {
    Long acted = ctx.sessionAttribute(ACTED);
    return acted == null || nanos.getAsLong() - acted > IDLE.toNanos();
  }

  /** The actor of a signed-in request. */
  Actor actor(Context ctx) {
    if (asPlatform(ctx)) {
      return Actor.platform();
    }
    Account account = account(ctx).orElseThrow();
    return account.roles().contains(Role.MANAGER) || account.roles().contains(Role.ADMIN)
        ? Actor.manager(account.id())
        : Actor.clerk(account.id());
  }

  /** Whether a request comes from the booking platform, where that is allowed. */
  private boolean asPlatform(Context ctx) {
    return ctx.routeRoles().contains(Role.PLATFORM) && platform.of(ctx) == PlatformKey.Worth.RIGHT;
  }

  private void guard(Context ctx) {
    Set<RouteRole> allowed = ctx.routeRoles();
    if (!SAFE.contains(ctx.method().name()) && foreignOrigin(ctx)) {
      LOG.warn("refused {} {} from origin {}", ctx.method(), ctx.path(), ctx.header("Origin"));
      Replies.problem(
          ctx,
          HttpStatus.FORBIDDEN,
          "FOREIGN_ORIGIN",
          Text.of("请求来自其他网站，已拒绝", "The request came from another site and was refused"),
          "Expected an Origin of this controller, but it is " + ctx.header("Origin"));
      ctx.skipRemainingHandlers();
      return;
    }
    if (allowed.isEmpty() || allowed.contains(Role.ANYONE)) {
      return;
    }
    if (asPlatform(ctx)) {
      return;
    }
    if (platform.of(ctx) != PlatformKey.Worth.NONE) {
      LOG.warn("refused {} {} from {}: a wrong key", ctx.method(), ctx.path(), ctx.ip());
      Replies.problem(
          ctx,
          HttpStatus.UNAUTHORIZED,
          "WRONG_KEY",
          Text.of("接口密钥不对，或不能用于此处", "The key is wrong, or is not for this"),
          "Expected the key of the hall's platform.key on a route for the platform, but it is not");
      ctx.skipRemainingHandlers();
      return;
    }
    Optional<Account> account = account(ctx);
    if (account.isEmpty()) {
      Replies.problem(
          ctx,
          HttpStatus.UNAUTHORIZED,
          "NOT_SIGNED_IN",
          Text.of("请先登录", "Please sign in"),
          "Expected a session in which somebody acted during the last %d minutes, but there is none"
              .formatted(IDLE.toMinutes()));
      ctx.skipRemainingHandlers();
    } else if (account.get().roles().stream().noneMatch(allowed::contains)) {
      Replies.problem(
          ctx,
          HttpStatus.FORBIDDEN,
          "NOT_ALLOWED",
          Text.of("您没有这个权限", "You may not do that"),
          "Expected one of the roles " + allowed + ", but the account has none of them");
      ctx.skipRemainingHandlers();
    } else if (!SAFE.contains(ctx.method().name())) {
      ctx.sessionAttribute(ACTED, nanos.getAsLong());
    }
  }

  private static boolean foreignOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin == null) {
      return "cross-site".equals(ctx.header("Sec-Fetch-Site"));
    }
    try {
      return !String.valueOf(URI.create(origin).getAuthority()).equals(ctx.host());
    } catch (IllegalArgumentException _) {
      return true;
    }
  }

  private void signIn(Context ctx) {
    Api.SignIn body = ctx.bodyAsClass(Api.SignIn.class);
    if (body.account() == null || body.password() == null) {
      throw new Json.BadBodyException("Expected an account and a password", null);
    }
    switch (accounts.attempt(body.account(), body.password())) {
      case Accounts.Attempt.Welcome welcome -> {
        ctx.req().getSession(true);
        ctx.req().changeSessionId();
        ctx.sessionAttribute(ACCOUNT, welcome.account().id());
        ctx.sessionAttribute(ACTED, nanos.getAsLong());
        LOG.info("{} signed in from {}", welcome.account().id(), ctx.ip());
        ctx.json(session(welcome.account()));
      }
      case Accounts.Attempt.Wrong wrong -> {
        LOG.warn("a wrong password for account '{}' from {}", safe(body.account()), ctx.ip());
        Replies.problem(
            ctx,
            HttpStatus.UNAUTHORIZED,
            "WRONG_PASSWORD",
            Text.of(
                "工号或密码不对，还可以试 %d 次".formatted(wrong.triesLeft()),
                "Account and password do not go together; %d tries left"
                    .formatted(wrong.triesLeft())),
            "");
      }
      case Accounts.Attempt.Locked locked -> {
        LOG.warn("account '{}' is locked; asked from {}", safe(body.account()), ctx.ip());
        Replies.problem(
            ctx,
            HttpStatus.TOO_MANY_REQUESTS,
            "LOCKED",
            Text.of(
                "尝试次数过多，请 %d 分钟后再试，或请管理员重置".formatted(minutes(locked.seconds())),
                "Too many tries; wait %d min or ask the administrator to reset it"
                    .formatted(minutes(locked.seconds()))),
            "");
      }
    }
  }

  /** Whole minutes, never too few. */
  private static long minutes(long seconds) {
    return (seconds + 59) / 60;
  }

  private void current(Context ctx) {
    account(ctx).ifPresentOrElse(account -> ctx.json(session(account)), () -> ctx.status(204));
  }

  private void signOut(Context ctx) {
    var session = ctx.req().getSession(false);
    if (session != null) {
      session.invalidate();
    }
    ctx.status(204);
  }

  private void changePassword(Context ctx) {
    Api.NewPassword body = ctx.bodyAsClass(Api.NewPassword.class);
    Account account = account(ctx).orElseThrow();
    boolean known =
        accounts.attempt(account.id(), String.valueOf(body.current()))
            instanceof Accounts.Attempt.Welcome;
    if (!known || body.next() == null || !accounts.change(account.id(), body.next())) {
      Replies.problem(
          ctx,
          HttpStatus.CONFLICT,
          known ? "WEAK_PASSWORD" : "WRONG_PASSWORD",
          known
              ? Text.of(
                  "新密码至少 8 位，且不能与初始密码相同",
                  "The new password needs at least 8 characters and must differ from the first one")
              : Text.of("当前密码不对", "The current password is wrong"),
          "");
      return;
    }
    LOG.info("{} changed the password", account.id());
    ctx.json(session(accounts.find(account.id()).orElseThrow()));
  }

  private static Api.Session session(Account account) {
    return new Api.Session(
        account.id(),
        account.name(),
        account.roles().stream()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        account.mustChange(),
        (int) IDLE.toSeconds());
  }

  private static String safe(String account) {
    return account.length() > 40 ? account.substring(0, 40) : account.replaceAll("\\p{Cntrl}", "?");
  }
}
