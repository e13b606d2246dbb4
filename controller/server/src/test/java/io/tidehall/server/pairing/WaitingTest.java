package io.tidehall.server.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Pairing.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private final Waiting waiting = new Waiting(new Random(7)::nextInt);
  private Instant now = Instant.parse("2026-11-23T01:00:00Z");

  @Test
  void aDeviceKeepsItsCodeWhileItAsksAndGetsAnotherAfterTenMinutes() {
    Waiting.Waiter first = ask("a");
    assertEquals(Waiting.LETTERS, first.code().length());
    stay("a", Duration.ofMinutes(9));
    assertEquals(first.code(), ask("a").code());
    stay("a", Duration.ofMinutes(2));
    Waiting.Waiter second = ask("a");
    assertNotEquals(first.code(), second.code());
    assertEquals(first.since(), second.since());
    assertTrue(waiting.find(first.code(), now).isEmpty());
    assertEquals(Waiting.Gone.Why.EXPIRED, gone(first.code()).why());
  }

  @Test
  void aCodeIsFoundHoweverItIsTyped() {
    String code = ask("a").code();
    String typed =
        " " + code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(3);
    assertEquals("a", waiting.find(typed, now).orElseThrow().key());
  }

  @Test
  void codesHaveNoLettersThatAreTakenForEachOther() {
    String all =
        IntStream.range(0, 15).mapToObj(i -> ask("key-" + i).code()).collect(Collectors.joining());
    assertFalse(all.matches(".*[0O1ILSB58Z2].*"), all);
  }

  @Test
  void aCodeIsGoodForOneUseAndTheSecondHearsOfTheFirst() {
    Waiting.Waiter waiter = ask("a");
    waiting.accepted(waiter, "kiosk-2", "100");
    assertTrue(waiting.find(waiter.code(), now).isEmpty());
    assertEquals(
        new Waiting.Gone(Waiting.Gone.Why.ACCEPTED, "kiosk-2", "100"), gone(waiter.code()));
  }

  @Test
  void aRefusedDeviceWaitsAgainAfterTenMinutesWithAnotherCode() {
    Waiting.Waiter waiter = ask("a");
    waiting.refused(waiter, "100", now);
    assertTrue(waiting.isRefused("a", now.plus(Duration.ofMinutes(9))));
    now = now.plus(Waiting.CODE);
    assertFalse(waiting.isRefused("a", now));
    assertNotEquals(waiter.code(), ask("a").code());
  }

  @Test
  void aDeviceThatAsksNoMoreWaitsNoMore() {
    Waiting.Waiter waiter = ask("a");
    now = now.plus(Waiting.SILENT).plusSeconds(1);
    assertTrue(waiting.list(now).isEmpty());
    assertEquals(Waiting.Gone.Why.EXPIRED, gone(waiter.code()).why());
  }

  @Test
  void whoeverAsksWithoutEndFillsNothing() {
    for (int i = 0; i < 1_000; i++) {
      var _ = waiting.ask(asking("flood-" + i), "10.0.0." + i % 2, now);
    }
    assertEquals(2 * Waiting.MOST_AT_ADDRESS, waiting.list(now).size());
    for (int i = 0; i < 1_000; i++) {
      var _ = waiting.ask(asking("more-" + i), "10.0.1." + i, now);
    }
    assertEquals(Waiting.MOST, waiting.list(now).size());
    now = now.plus(Waiting.SILENT).plusSeconds(1);
    assertEquals("real", ask("real").key());
  }

  private Waiting.Waiter ask(String key) {
    return waiting.ask(asking(key), "10.0.0.9", now).orElseThrow();
  }

  /** Asks again and again for a while. */
  private void stay(String key, Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusSeconds(20);
      var _ = ask(key);
    }
  }

  private Waiting.Gone gone(String code) {
    return Objects.requireNonNull(waiting.gone(code));
  }

  private static Asking asking(String key) {
    return new Asking(key, DeviceRole.KIOSK, "0.1.0");
  }
}
