package io.tidehall.server.pairing;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Pairing.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The devices that wait with a code. A code is good for ten minutes and for one use; a device that
 * has not asked for half a minute waits no more. Few can wait at once, so that whoever asks without
 * end fills nothing. Not safe for several threads.
 */
final class Waiting {
  /** How many devices may wait. */
  static final int MOST = 60;

  /** How many of them at one address. */
  static final int MOST_AT_ADDRESS = 20;

  static final Duration CODE = Duration.ofMinutes(10);
  static final Duration SILENT = Duration.ofSeconds(30);
  static final int LETTERS = 6;

  /** Without letters and figures that are taken for each other. */
  static final String ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679";

  private static final int REMEMBERED = 200;

  /** A device that waits. */
  record Waiter(
      String key,
      DeviceRole role,
      String version,
      String from,
      String code,
      Instant since,
      Instant until,
      Instant heard) {
    Waiter heardAt(Instant now) {
      return new Waiter(key, role, version, from, code, since, until, now);
    }

    Waiter renamed(String next, Instant now) {
      return new Waiter(key, role, version, from, next, since, now.plus(CODE), now);
    }
  }

  /** Why a code is good no more: expired, accepted as a device, or refused. */
  record Gone(Why why, String device, String by) {
    /** What became of it. */
    enum Why {
      EXPIRED,
      ACCEPTED,
      REFUSED
    }
  }

  private final IntUnaryOperator dice;
  private final Map<String, Waiter> byKey = new LinkedHashMap<>();
  private final Map<String, Instant> refused = bounded();
  private final Map<String, Gone> gone = bounded();

  /**
   * Nobody waits yet.
   *
   * @param dice a random number below its argument
   */
  Waiting(IntUnaryOperator dice) {
    this.dice = dice;
  }

  /** Whether a manager has refused the owner of a key, for as long as a code lives. */
  boolean isRefused(String key, Instant now) {
    Instant at = refused.get(key);
    return at != null && now.isBefore(at.plus(CODE));
  }

  /** A device asks; empty when too many wait already. */
  Optional<Waiter> ask(Asking asking, String from, Instant now) {
    prune(now);
    Waiter known = byKey.get(asking.key());
    if (known == null) {
      long beside = byKey.values().stream().filter(it -> it.from().equals(from)).count();
      if (byKey.size() >= MOST || beside >= MOST_AT_ADDRESS) {
        return Optional.empty();
      }
      known =
          new Waiter(
              asking.key(),
              asking.role(),
              asking.version(),
              from,
              freshCode(),
              now,
              now.plus(CODE),
              now);
    } else if (now.isBefore(known.until())) {
      known = known.heardAt(now);
    } else {
      over(known, new Gone(Gone.Why.EXPIRED, "", ""));
      known = known.renamed(freshCode(), now);
    }
    byKey.put(known.key(), known);
    return Optional.of(known);
  }

  /** The device that shows a code, however it was typed. */
  Optional<Waiter> find(String typed, Instant now) {
    prune(now);
    String code = plain(typed);
    return byKey.values().stream()
        .filter(it -> it.code().equals(code) && now.isBefore(it.until()))
        .findFirst();
  }

  /** What became of a code that nobody shows any more. */
  @Nullable Gone gone(String typed) {
    return gone.get(plain(typed));
  }

  void accepted(Waiter waiter, String device, String by) {
    byKey.remove(waiter.key());
    over(waiter, new Gone(Gone.Why.ACCEPTED, device, by));
  }

  void refused(Waiter waiter, String by, Instant now) {
    byKey.remove(waiter.key());
    refused.put(waiter.key(), now);
    over(waiter, new Gone(Gone.Why.REFUSED, "", by));
  }

  /** Who waits, the longest first. */
  List<Waiter> list(Instant now) {
    prune(now);
    return List.copyOf(byKey.values());
  }

  /** Letters in any case, with blanks or dashes between them. */
  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private void prune(Instant now) {
    for (Iterator<Waiter> it = byKey.values().iterator(); it.hasNext(); ) {
      Waiter waiter = it.next();
      if (waiter.heard().plus(SILENT).isBefore(now)) {
        it.remove();
        over(waiter, new Gone(Gone.Why.EXPIRED, "", ""));
      }
    }
  }

  private void over(Waiter waiter, Gone why) {
    gone.put(waiter.code(), why);
  }

  private String freshCode() {
    Predicate<String> taken =
        code ->
            gone.containsKey(code)
                || byKey.values().stream().anyMatch(it -> it.code().equals(code));
    String code;
    do {
      var letters = new StringBuilder();
      for (int i = 0; i < LETTERS; i++) {
        letters.append(ALPHABET.charAt(dice.applyAsInt(ALPHABET.length())));
      }
      code = letters.toString();
    } while (taken.test(code));
    return code;
  }

  /** The eldest are forgotten. */
  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
