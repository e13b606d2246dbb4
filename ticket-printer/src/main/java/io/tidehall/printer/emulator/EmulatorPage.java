package io.tidehall.printer.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidehall.printer.escpos.PrinterProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * The emulated printer as a person has it before him: the paper that has come out, a switch for
 * each fault, a new roll, the cable. A page on loopback, which is also what a program asks; nobody
 * else reaches it.
 */
public final class EmulatorPage implements AutoCloseable {
  private static final String NEW_ROLL = "new-roll";
  private static final String END_IN_SLIP = "end-in-slip";
  private static final String PULL_CABLE = "pull-cable";

  /** Less than any slip is long. */
  private static final int PART_OF_A_SLIP = 200;

  private final PrinterEmulator emulator;
  private final PrinterProfile profile;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private EmulatorPage(PrinterEmulator emulator, PrinterProfile profile, HttpServer server) {
    this.emulator = emulator;
    this.profile = profile;
    this.server = server;
  }

  /**
   * Opens the page of a running emulator.
   *
   * @param port on loopback; 0 for any free one
   */
  public static EmulatorPage open(PrinterEmulator emulator, PrinterProfile profile, int port)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var page = new EmulatorPage(emulator, profile, HttpServer.create(address, 0));
    page.server.createContext("/", page::answer);
    page.server.setExecutor(page.threads);
    page.server.start();
    return page;
  }

  /** Where a browser on this machine finds it. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!fromHere(exchange)) {
        send(exchange, 403, "this page is for this machine alone\n");
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, path.substring(1));
      } else if (path.equals("/")) {
        send(exchange, 200, "text/html; charset=utf-8", page());
      } else if (path.equals("/state")) {
        send(exchange, 200, state());
      } else if (path.startsWith("/slip/")) {
        slip(exchange, path.substring("/slip/".length()));
      } else {
        send(exchange, 404, "expected /, /state or /slip/NUMBER, but " + path + " came\n");
      }
    }
  }

  /** No page of another origin may play faults here, whatever name it reaches this machine by. */
  private boolean fromHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    Set<String> hosts =
        Set.of(
            "127.0.0.1:" + server.getAddress().getPort(),
            "localhost:" + server.getAddress().getPort());
    return host != null
        && hosts.contains(host)
        && (origin == null || origin.equals("http://" + host));
  }

  private void post(HttpExchange exchange, String what) throws IOException {
    if (done(what)) {
      send(exchange, 200, state());
    } else {
      send(exchange, 404, "expected POST " + expected() + ", but /" + what + " came\n");
    }
  }

  private boolean done(String what) {
    switch (what) {
      case NEW_ROLL -> {
        emulator.fault(Fault.PAPER_OUT, false);
        emulator.fault(Fault.NEAR_END, false);
      }
      case END_IN_SLIP -> emulator.paperLeft(PART_OF_A_SLIP);
      case PULL_CABLE -> emulator.pullCable();
      default -> {
        return switched(what);
      }
    }
    return true;
  }

  /** Such as {@code cover-open/on}. */
  private boolean switched(String what) {
    for (Fault fault : Fault.values()) {
      for (boolean on : List.of(true, false)) {
        if (what.equals(name(fault) + (on ? "/on" : "/off"))) {
          emulator.fault(fault, on);
          return true;
        }
      }
    }
    return false;
  }

  private static String expected() {
    return "/%s, /%s, /%s, or one of %s with /on or /off"
        .formatted(
            NEW_ROLL,
            END_IN_SLIP,
            PULL_CABLE,
            Arrays.stream(Fault.values())
                .map(it -> "/" + name(it))
                .collect(Collectors.joining(", ")));
  }

  /** A line for each fact, a word and its value. */
  private String state() {
    Set<Fault> faults = emulator.faults();
    String switches =
        Arrays.stream(Fault.values())
            .map(it -> name(it) + (faults.contains(it) ? " on\n" : " off\n"))
            .collect(Collectors.joining());
    return switches
        + "slips "
        + emulator.slipCount()
        + "\nwaiting "
        + emulator.waiting()
        + "\nerrors "
        + emulator.errors().size()
        + "\n";
  }

  private static String name(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void slip(HttpExchange exchange, String number) throws IOException {
    for (EmulatedSlip slip : emulator.slips().reversed()) {
      if (number.equals(Integer.toString(slip.number()))) {
        var png = new ByteArrayOutputStream();
        ImageIO.write(Preview.onPaper(slip.picture(), profile.paper()), "png", png);
        send(exchange, 200, "image/png", png.toByteArray());
        return;
      }
    }
    send(exchange, 404, "expected one of the newest slips, but " + number + " came\n");
  }

  private static byte[] page() throws IOException {
    try (InputStream in = EmulatorPage.class.getResourceAsStream("emulator.html")) {
      if (in == null) {
        throw new IOException("expected emulator.html in the jar");
      }
      return in.readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
