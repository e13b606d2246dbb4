package io.tidehall.server;

import io.tidehall.server.broker.EmbeddedBroker;
import io.tidehall.server.hallfile.HallSetup;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a controller is to run.
 *
 * @param data folder of everything it keeps
 * @param hall the hall to serve
 * @param host address that pages and broker listen at, such as 127.0.0.1 or 0.0.0.0
 * @param port of the pages; 0 for any free one
 * @param mqttPort of the embedded broker; 0 for any free one
 * @param externalBroker address of a broker to use instead of the embedded one, or null
 * @param tls the key store to serve the embedded broker's TLS with, or null for plain TCP
 * @param reserveBytes free disk below which no tickets are issued
 * @param hallFile where the hall was read from and may be read again, or null
 */
public record ControllerOptions(
    Path data,
    HallSetup hall,
    String host,
    int port,
    int mqttPort,
    @Nullable String externalBroker,
    EmbeddedBroker.@Nullable Tls tls,
    long reserveBytes,
    InstantSource clock,
    @Nullable Path hallFile) {
  /** The disk reserve of a hall that has said nothing: enough for days of calls and ratings. */
  public static final long USUAL_RESERVE = 200L * 1024 * 1024;

  /** A controller on this machine alone. */
  public static ControllerOptions local(Path data, HallSetup hall) {
    return new ControllerOptions(
        data, hall, "127.0.0.1", 0, 0, null, null, USUAL_RESERVE, InstantSource.system(), null);
  }

  public ControllerOptions withPorts(int http, int mqtt) {
    return new ControllerOptions(
        data, hall, host, http, mqtt, externalBroker, tls, reserveBytes, clock, hallFile);
  }

  public ControllerOptions withBroker(@Nullable String url) {
    return new ControllerOptions(
        data, hall, host, port, mqttPort, url, tls, reserveBytes, clock, hallFile);
  }

  public ControllerOptions withTls(EmbeddedBroker.@Nullable Tls store) {
    return new ControllerOptions(
        data, hall, host, port, mqttPort, externalBroker, store, reserveBytes, clock, hallFile);
  }

  public ControllerOptions withHost(String address) {
    return new ControllerOptions(
        data, hall, address, port, mqttPort, externalBroker, tls, reserveBytes, clock, hallFile);
  }

  public ControllerOptions withReserve(long bytes) {
    return new ControllerOptions(
        data, hall, host, port, mqttPort, externalBroker, tls, bytes, clock, hallFile);
  }

  public ControllerOptions withClock(InstantSource source) {
    return new ControllerOptions(
        data, hall, host, port, mqttPort, externalBroker, tls, reserveBytes, source, hallFile);
  }

  /** The file that the hall was read from: it is watched, and may be taken over anew. */
  public ControllerOptions withHallFile(@Nullable Path file) {
    return new ControllerOptions(
        data, hall, host, port, mqttPort, externalBroker, tls, reserveBytes, clock, file);
  }
}
