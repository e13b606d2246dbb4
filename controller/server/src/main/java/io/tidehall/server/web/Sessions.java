package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.security.RouteRole;
import io.tidehall.hall.Actor;
import io.tidehall.protocol.Text;
import io.tidehall.server.hallfile.Network;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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
  private static final String KIND = "kind";
  private static final String SECRET = "secret";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Accounts accounts;
  private final Supplier<List<Network>> pinNetworks;
  private final LongSupplier nanos;
  private final PlatformKey platform;

  /**
   * Sessions of a hall.
   *
   * @param pinNetworks from where clerks may sign in by PIN; empty for nowhere
   */
  Sessions(Accounts accounts, Supplier<List<Network>> pinNetworks, PlatformKey platform) {
    this(accounts, pinNetworks, platform, System::nanoTime);
  }

  /** For tests that drive time. */
  Sessions(
      Accounts accounts,
      Supplier<List<Network>> pinNetworks,
      PlatformKey platform,
      LongSupplier nanos) {
    this.accounts = accounts;
    this.pinNetworks = pinNetworks;
    this.platform = platform;
    this.nanos = nanos;
  }

  void routes(RoutesConfig routes) {
    routes.beforeMatched(this::guard);
    routes.post("/api/session", this::signIn, Role.ANYONE);
    routes.get("/api/session", this::current, Role.ANYONE);
    routes.delete("/api/session", this::signOut, Role.ANYONE);
    routes.get("/api/session/ways", ctx -> ctx.json(new Api.Ways(pinWorks(ctx))), Role.ANYONE);
    routes.post("/api/session/pin", this::changePin, Role.CLERK);
    routes.post(
        "/api/session/active", ctx -> ctx.status(204), Role.CLERK, Role.MANAGER, Role.ADMIN);
    routes.post(
        "/api/session/password", this::changePassword, Role.CLERK, Role.MANAGER, Role.ADMIN);
  }

  /** Who asks; by PIN only a clerk, and only from where PINs work. */
  Optional<Account> account(Context ctx) {
    String id = ctx.sessionAttribute(ACCOUNT);
    if (id == null || idle(ctx)) {
      return Optional.empty();
    }
    // A session ends with the password or PIN that began it: whoever else knew it is out.
    Secret.Kind kind = kind(ctx);
    Optional<Account> account =
        accounts.find(id).filter(it -> it.secret(kind).equals(ctx.sessionAttribute(SECRET)));
    return kind == Secret.Kind.PASSWORD
        ? account
        : account.filter(_ -> pinWorks(ctx)).map(Account::asClerk);
  }

  private static Secret.Kind kind(Context ctx) {
    Secret.Kind kind = ctx.sessionAttribute(KIND);
    return kind == null ? Secret.Kind.PASSWORD : kind;
  }

  private boolean pinWorks(Context ctx) {
    return pinNetworks.get().stream().anyMatch(it -> it.contains(ctx.ip()));
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
    String secret = body.password() == null ? body.pin() : body.password();
    if (body.account() == null
        || secret == null
        || (body.password() != null && body.pin() != null)) {
      throw new Json.BadBodyException("Expected an account, and a password or a PIN", null);
    }
    Secret.Kind kind = body.password() == null ? Secret.Kind.PIN : Secret.Kind.PASSWORD;
    if (kind == Secret.Kind.PIN && !pinWorks(ctx)) {
      LOG.warn("account '{}' tried a PIN from {}", safe(body.account()), ctx.ip());
      noPin(ctx, "Expected an address within pinNetworks of the hall file, but it is " + ctx.ip());
      return;
    }
    switch (accounts.attempt(body.account(), kind, secret)) {
      case Accounts.Attempt.Welcome welcome -> {
        ctx.req().getSession(true);
        ctx.req().changeSessionId();
        ctx.sessionAttribute(ACCOUNT, welcome.account().id());
        ctx.sessionAttribute(ACTED, nanos.getAsLong());
        ctx.sessionAttribute(KIND, kind);
        ctx.sessionAttribute(SECRET, welcome.account().secret(kind));
        LOG.info("{} signed in by {} from {}", welcome.account().id(), word(kind), ctx.ip());
        ctx.json(session(ctx));
      }
      case Accounts.Attempt.Wrong wrong -> {
        LOG.warn("a wrong {} for account '{}' from {}", word(kind), safe(body.account()), ctx.ip());
        Replies.problem(
            ctx,
            HttpStatus.UNAUTHORIZED,
            "WRONG_" + kind,
            Text.of(
                "工号或%s不对，还可以试 %d 次".formatted(zh(kind), wrong.triesLeft()),
                "Account and %s do not go together; %d tries left"
                    .formatted(word(kind), wrong.triesLeft())),
            "");
      }
      case Accounts.Attempt.Locked locked -> locked(ctx, body.account(), locked);
    }
  }

  private static void locked(Context ctx, String account, Accounts.Attempt.Locked locked) {
    LOG.warn("account '{}' is locked; asked from {}", safe(account), ctx.ip());
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

  private static void noPin(Context ctx, String detail) {
    Replies.problem(
        ctx,
        HttpStatus.FORBIDDEN,
        "PIN_NOT_HERE",
        Text.of("这里不能用 PIN 码，请用密码", "PINs do not work here; use the password"),
        detail);
  }

  /** Whole minutes, never too few. */
  private static long minutes(long seconds) {
    return (seconds + 59) / 60;
  }

  private void current(Context ctx) {
    if (account(ctx).isEmpty()) {
      ctx.status(204);
    } else {
      ctx.json(session(ctx));
    }
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
    change(
        ctx,
        Secret.Kind.PASSWORD,
        Secret.Kind.PASSWORD,
        body,
        Text.of(
            "新密码至少 8 位，且不能与现在的密码相同",
            "The new password needs at least 8 characters and must differ from the present one"));
  }

  /** Whoever came by password may set a PIN with it, should the PIN be forgotten. */
  private void changePin(Context ctx) {
    Api.NewPassword body = ctx.bodyAsClass(Api.NewPassword.class);
    if (!account(ctx).orElseThrow().secret(Secret.Kind.PIN).exists()) {
      noPin(ctx, "Expected an account with a PIN, but the hall file allows none");
      return;
    }
    change(
        ctx,
        Secret.Kind.PIN,
        kind(ctx),
        body,
        Text.of(
            "PIN 码为 6 至 8 位数字，不能是 111111、123456 这样的号，也不能与现在的 PIN 码相同",
            "A PIN has 6 to 8 digits, not like 111111 or 123456, and differs from the present one"));
  }

  private void change(
      Context ctx, Secret.Kind what, Secret.Kind by, Api.NewPassword body, Text rule) {
    Account account = account(ctx).orElseThrow();
    switch (accounts.attempt(account.id(), by, String.valueOf(body.current()))) {
      case Accounts.Attempt.Welcome _ -> {
        if (body.next() == null || !accounts.change(account.id(), what, body.next())) {
          Replies.problem(ctx, HttpStatus.CONFLICT, "WEAK_" + what, rule, "");
          return;
        }
        LOG.info("{} changed the {}", account.id(), word(what));
        if (what == kind(ctx)) {
          ctx.sessionAttribute(SECRET, accounts.find(account.id()).orElseThrow().secret(what));
        }
        ctx.json(session(ctx));
      }
      case Accounts.Attempt.Wrong wrong -> {
        LOG.warn("a wrong present {} for account '{}' from {}", word(by), account.id(), ctx.ip());
        Replies.problem(
            ctx,
            HttpStatus.CONFLICT,
            "WRONG_" + by,
            Text.of(
                "现在的%s不对，还可以试 %d 次".formatted(zh(by), wrong.triesLeft()),
                "The present %s is wrong; %d tries left".formatted(word(by), wrong.triesLeft())),
            "");
      }
      case Accounts.Attempt.Locked locked -> locked(ctx, account.id(), locked);
    }
  }

  private static String word(Secret.Kind kind) {
    return kind == Secret.Kind.PIN ? "PIN" : "password";
  }

  private static String zh(Secret.Kind kind) {
    return kind == Secret.Kind.PIN ? " PIN 码" : "密码";
  }

  private Api.Session session(Context ctx) {
    Account account = account(ctx).orElseThrow();
    boolean pin = kind(ctx) == Secret.Kind.PIN;
    return new Api.Session(
        account.id(),
        account.name(),
        account.roles().stream()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        !pin && account.mustChange(),
        pin && account.firstPin() != null,
        pin,
        account.secret(Secret.Kind.PIN).exists() && !pinNetworks.get().isEmpty(),
        (int) IDLE.toSeconds());
  }

  private static String safe(String account) {
    return account.length() > 40 ? account.substring(0, 40) : account.replaceAll("\\p{Cntrl}", "?");
  }
}
