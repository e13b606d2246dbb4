package io.tidehall.link;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Pairing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that has no credential asks its controller for one until it is given one. Each asking
 * has a key of its own, so that whoever repeats or overhears it gains nothing.
 */
public final class PairingClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PairingClient.class);
  private static final long EVERY_MILLIS = 1_500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int TOO_MANY = 429;

  /** How far it is. */
  public sealed interface Progress {}

  /** The controller does not answer. */
  public record Searching(String problem) implements Progress {}

  /** A manager can accept the device by this code. */
  public record Waiting(String code) implements Progress {}

  /** Too many devices wait. */
  public record Crowded() implements Progress {}

  /** A manager does not want it; it may be asked anew later. */
  public record Refused() implements Progress {}

  /** It has been given a place. */
  public record Accepted(Grant grant) implements Progress {}

  private final URI address;
  private final byte[] asking;
  private final Seal seal = Seal.fresh();
  private final Consumer<Progress> told;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("pairing").factory());
  private @Nullable Progress last;

  /**
   * Starts asking.
   *
   * @param controller where the controller's pages are, such as {@code http://192.168.1.10:8480}
   * @param told each change, on the client's own thread; after {@link Accepted} there is none
   */
  public PairingClient(URI controller, DeviceRole role, String version, Consumer<Progress> told) {
    address = controller.resolve(Pairing.PATH);
    asking = Pairing.encode(new Pairing.Asking(seal.key(), role, version));
    this.told = told;
    var _ = thread.scheduleWithFixedDelay(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A code in two parts, as people read it out. */
  public static String spaced(String code) {
    int half = code.length() / 2;
    return code.substring(0, half) + " " + code.substring(half);
  }

  /** How far it is, for consoles and logs. */
  public static String words(Progress progress, URI controller) {
    return switch (progress) {
      case Waiting(String code) ->
          "配对码 / pairing code %s: accept it at %s"
              .formatted(spaced(code), controller.resolve("/devices"));
      case Searching(String problem) ->
          "expected the controller at %s, but %s".formatted(controller, problem);
      case Crowded _ -> "too many devices wait to be paired at " + controller;
      case Refused _ -> "a manager did not accept this device; it waits again in ten minutes";
      case Accepted(Grant grant) -> "paired as " + grant.device();
    };
  }

  private void ask() {
    Progress now;
    try {
      now = progress(http.send(request(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException | MalformedMessageException | IllegalArgumentException e) {
      String why = e.getMessage();
      now = new Searching(why == null ? e.getClass().getSimpleName() : why);
    } catch (InterruptedException _) {
      return; // closed
    }
    if (!now.equals(last)) {
      last = now;
      LOG.info("pairing at {}: {}", address, now);
      if (now instanceof Accepted) {
        thread.shutdown();
      }
      told.accept(now);
    }
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(asking))
        .build();
  }

  private Progress progress(HttpResponse<byte[]> answer) throws MalformedMessageException {
    if (answer.statusCode() == TOO_MANY) {
      return new Crowded();
    }
    if (answer.statusCode() != OK) {
      return new Searching("HTTP " + answer.statusCode());
    }
    Pairing.Standing standing = Pairing.standing(answer.body());
    String code = standing.code();
    String sealed = standing.sealed();
    return switch (standing.state()) {
      case WAITING -> new Waiting(code == null ? "" : code);
      case REFUSED -> new Refused();
      case ACCEPTED -> new Accepted(Grant.of(seal.open(sealed == null ? "" : sealed)));
    };
  }

  @Override
  public void close() {
    thread.shutdownNow();
    http.shutdownNow();
  }
}
