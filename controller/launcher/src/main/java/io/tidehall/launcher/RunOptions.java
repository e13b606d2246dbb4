package io.tidehall.launcher;

import io.tidehall.launcher.demo.Demo;
import io.tidehall.server.broker.EmbeddedBroker;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code scripts/run}. */
@Command(
    name = "scripts/run",
    sortOptions = false,
    description =
        "Runs a whole service hall: broker, controller, and one device of each kind. Ctrl-C stops"
            + " it; the next run goes on with the same day.")
final class RunOptions {
  @Option(
      names = "--hall",
      paramLabel = "FILE",
      description =
          "The hall file, or one of township, street, village. Without it a trial township hall"
              + " runs that is open at any hour.")
  @Nullable String hall;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the pages (default: ${DEFAULT-VALUE}; 0 for any free one).")
  int port = 8480;

  @Option(
      names = "--mqtt-port",
      paramLabel = "N",
      description = "Port of the embedded broker (default: ${DEFAULT-VALUE}; 0 for any free one).")
  int mqttPort = 8483;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "Address that pages and broker listen at (default: ${DEFAULT-VALUE}; 0.0.0.0 for the"
              + " whole network, so that phones and devices reach them).")
  String listen = "127.0.0.1";

  @Option(
      names = "--broker",
      paramLabel = "URL",
      description =
          "Use an external broker, such as tcp://127.0.0.1:1883. Files for Mosquitto are written"
              + " to DIR/mosquitto.")
  @Nullable String broker;

  @Option(
      names = "--tls",
      paramLabel = "FILE.p12",
      description =
          "Serve the embedded broker by TLS with this PKCS#12 key store; its password comes from"
              + " the environment variable TIDEHALL_TLS_PASSWORD.")
  @Nullable Path tls;

  @Option(
      names = "--windows",
      split = ",",
      paramLabel = "1,2",
      description = "Windows that get a counter display and a rating pad (default: the first).")
  List<String> windows = List.of();

  @Option(
      names = "--demo",
      arity = "0..1",
      fallbackValue = "1",
      paramLabel = "SPEED",
      description =
          "Fill the hall with citizens and clerks; with a number, so many times faster than life.")
  @Nullable Double demo;

  @Option(names = "--headless", description = "Open no windows even if there is a display.")
  boolean headless;

  private static final int LAST_PORT = 65_535;

  /** What is wrong with the options, in one line, or empty; makes the data folder. */
  String problem() {
    for (int each : new int[] {port, mqttPort}) {
      if (each < 0 || each > LAST_PORT) {
        return "expected a port from 1 to 65535, or 0 for any free one, but it is " + each;
      }
    }
    String url = broker;
    if (url != null && !brokerUrl(url)) {
      return "expected --broker to be like tcp://127.0.0.1:1883 or ssl://HOST:8883, but it is '%s'"
          .formatted(url);
    }
    String file = hall;
    if (file != null && !ReadyHalls.names().contains(file) && !Files.exists(Path.of(file))) {
      return "expected --hall to be a hall file or one of %s, but there is no file '%s'"
          .formatted(String.join(", ", ReadyHalls.names()), file);
    }
    Path store = tls;
    if (store != null && !Files.isReadable(store)) {
      return "expected --tls to be a PKCS#12 key store, but %s cannot be read".formatted(store);
    }
    try {
      Demo.check(demo);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      return "expected --data to be a folder that can be made and written, but %s cannot (%s): choose another"
          .formatted(data, e.getClass().getSimpleName());
    }
    return Files.isWritable(data)
        ? ""
        : "expected --data to be a folder that can be written, but %s cannot: choose another"
            .formatted(data);
  }

  /** The hall's own file, or null when it runs as it came with the program. */
  @Nullable Path hallFile() {
    String file = hall;
    return file == null || ReadyHalls.names().contains(file) ? null : Path.of(file);
  }

  private static boolean brokerUrl(String text) {
    try {
      URI url = URI.create(text);
      return Set.of("tcp", "ssl").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null
          && url.getPort() > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** The key store, with its password from the environment. */
  EmbeddedBroker.@Nullable Tls tlsStore() {
    Path store = tls;
    if (store == null) {
      return null;
    }
    String password = System.getenv("TIDEHALL_TLS_PASSWORD");
    return new EmbeddedBroker.Tls(store, password == null ? "" : password);
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and leave.")
  boolean help;
}
