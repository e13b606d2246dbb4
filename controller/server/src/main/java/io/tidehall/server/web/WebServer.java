package io.tidehall.server.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.tidehall.protocol.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: pages, the JSON interface, and what every answer has in common. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String STATIC = "/io/tidehall/server/web/static";
  private static final int MAX_BODY = 64 * 1024;
  private static final int SESSION_SECONDS = 12 * 3600;

  /** The pages by path; each is a file of the same name, but for the start and the phone page. */
  private static final Map<String, String> PAGES =
      Map.of(
          "/", "index.html",
          "/login", "login.html",
          "/board", "board.html",
          "/bookings", "bookings.html",
          "/clerk", "clerk.html",
          "/devices", "devices.html",
          "/manager", "manager.html",
          "/report", "report.html",
          "/what-if", "what-if.html",
          "/t/{token}", "phone.html");

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
              + " frame-ancestors 'self'; base-uri 'none'; form-action 'self'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin");

  private final Javalin app;

  /**
   * Makes a server; {@link #start} starts it.
   *
   * @param routes what adds routes, in order
   */
  public WebServer(List<Consumer<RoutesConfig>> routes) {
    this.app = Javalin.create(config -> configure(config, routes));
  }

  /**
   * Starts listening.
   *
   * @param port 0 for any free one
   * @return the port
   */
  public int start(String host, int port) {
    app.start(host, port);
    return app.port();
  }

  /** Every route by method and path, with the roles that may use it, in lower case and in order. */
  Map<String, List<String>> routes() {
    Map<String, List<String>> routes = new TreeMap<>();
    for (ParsedEndpoint route : app.unsafe.internalRouter.allHttpHandlers()) {
      Endpoint endpoint = route.endpoint;
      if (endpoint.method.isHttpMethod()) {
        Roles roles = endpoint.metadata(Roles.class);
        routes.put(
            endpoint.method.name() + " " + endpoint.path,
            roles == null
                ? List.of()
                : roles.getRoles().stream()
                    .map(it -> it.toString().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList());
      }
    }
    return routes;
  }

  @Override
  public void close() {
    app.stop();
  }

  private static void configure(JavalinConfig config, List<Consumer<RoutesConfig>> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = MAX_BODY;
    config.http.prefer405over404 = true;
    config.jsonMapper(new Json());
    config.staticFiles.enableWebjars();
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static";
          files.directory = STATIC;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    config.jetty.modifyServletContextHandler(
        handler -> {
          var sessions = new SessionHandler();
          sessions.setHttpOnly(true);
          sessions.setSameSite(HttpCookie.SameSite.STRICT);
          sessions.setMaxInactiveInterval(SESSION_SECONDS);
          sessions.setSessionCookie("tidehall");
          handler.setSessionHandler(sessions);
        });
    config.routes.before(ctx -> HEADERS.forEach(ctx::header));
    config.routes.get("/openapi.yaml", WebServer::openApi, Role.ANYONE);
    PAGES.forEach((path, file) -> config.routes.get(path, ctx -> page(ctx, file), Role.ANYONE));
    routes.forEach(it -> it.accept(config.routes));
    errors(config.routes);
  }

  private static void openApi(Context ctx) {
    resource(ctx, "openapi.yaml", "application/yaml; charset=utf-8");
  }

  private static void page(Context ctx, String file) {
    resource(ctx, "static/" + file, "text/html; charset=utf-8");
  }

  private static void resource(Context ctx, String file, String type) {
    var in = Objects.requireNonNull(WebServer.class.getResourceAsStream(file), file);
    ctx.header("Cache-Control", "no-cache").contentType(type).result(in);
  }

  private static void errors(RoutesConfig routes) {
    routes.exception(
        Json.BadBodyException.class,
        (e, ctx) ->
            Replies.problem(
                ctx,
                HttpStatus.BAD_REQUEST,
                "BAD_REQUEST",
                Text.of("请求内容不正确", "The request is not valid"),
                String.valueOf(e.getMessage())));
    routes.exception(
        IllegalArgumentException.class,
        (e, ctx) ->
            Replies.problem(
                ctx,
                HttpStatus.BAD_REQUEST,
                "BAD_REQUEST",
                Text.of("请求内容不正确", "The request is not valid"),
                String.valueOf(e.getMessage())));
    routes.exception(HttpResponseException.class, (e, ctx) -> refused(ctx, e));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          Replies.problem(
              ctx,
              HttpStatus.INTERNAL_SERVER_ERROR,
              "FAULT",
              Text.of("系统故障，请再试一次", "A fault of the system; please try again"),
              "See the controller's log");
        });
  }

  /** What the server itself refuses: no such address, another method, a body too large. */
  private static void refused(Context ctx, HttpResponseException e) {
    HttpStatus status = HttpStatus.forStatus(e.getStatus());
    Text words =
        switch (status) {
          case NOT_FOUND -> Text.of("没有这个地址", "There is no such address");
          case METHOD_NOT_ALLOWED ->
              Text.of("这个地址不支持这种请求", "The address does not take that method");
          case CONTENT_TOO_LARGE -> Text.of("请求内容过大", "The request is too large");
          default -> Text.of("请求不能处理", "The request cannot be handled");
        };
    String expected =
        status == HttpStatus.CONTENT_TOO_LARGE
            ? "Expected a body of at most " + MAX_BODY + " bytes, but it is larger"
            : ctx.method() + " " + ctx.path() + ": " + e.getMessage();
    Replies.problem(ctx, status, status.name(), words, expected);
  }
}
