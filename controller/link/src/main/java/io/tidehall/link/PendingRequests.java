package io.tidehall.link;

import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.HallAnswer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Requests without an answer, in the order asked, and when to ask each again. */
final class PendingRequests {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final LongSupplier nanos;
  private final Map<String, Pending> byId = new LinkedHashMap<>();

  PendingRequests(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** One request on its way. */
  static final class Pending {
    final DeviceRequest request;
    final boolean fact;
    final CompletableFuture<HallAnswer.Reply> answer;
    private final long expiresAt;
    private long askAgainAt;
    private Duration wait = FIRST_WAIT;

    private Pending(
        DeviceRequest request,
        boolean fact,
        CompletableFuture<HallAnswer.Reply> answer,
        long expiresAt,
        long askAgainAt) {
      this.request = request;
      this.fact = fact;
      this.answer = answer;
      this.expiresAt = expiresAt;
      this.askAgainAt = askAgainAt;
    }
  }

  /** Facts are things that happened; they must arrive however late. */
  static boolean isFact(DeviceRequest request) {
    return request.act().goodFor().compareTo(Duration.ofHours(1)) > 0;
  }

  /** Takes a request up; it is due at once. */
  void add(DeviceRequest request, CompletableFuture<HallAnswer.Reply> answer, long askedAtNanos) {
    long expiresAt = askedAtNanos + request.act().goodFor().toNanos();
    byId.putIfAbsent(
        request.id(), new Pending(request, isFact(request), answer, expiresAt, nanos.getAsLong()));
  }

  /** The request that was answered, or null when nobody waits for it any more. */
  @Nullable Pending answered(String request) {
    return byId.remove(request);
  }

  /** Gives each wish that is too old to the consumer, once. */
  void expire(Consumer<Pending> expired) {
    long now = nanos.getAsLong();
    Iterator<Pending> each = byId.values().iterator();
    while (each.hasNext()) {
      Pending pending = each.next();
      if (!pending.fact && now - pending.expiresAt >= 0) {
        each.remove();
        expired.accept(pending);
      }
    }
  }

  /** Gives each request whose time has come to the consumer; the waits grow. */
  void due(Consumer<DeviceRequest> ask) {
    long now = nanos.getAsLong();
    for (Pending pending : byId.values()) {
      if (now - pending.askAgainAt >= 0) {
        pending.askAgainAt = now + pending.wait.toNanos();
        Duration doubled = pending.wait.multipliedBy(2);
        pending.wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        ask.accept(pending.request);
      }
    }
  }

  /** Everything is due now, as after a new connection. */
  void allDue() {
    long now = nanos.getAsLong();
    for (Pending pending : byId.values()) {
      pending.askAgainAt = now;
      pending.wait = FIRST_WAIT;
    }
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }
}
