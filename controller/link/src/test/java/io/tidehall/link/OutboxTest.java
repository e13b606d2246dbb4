package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void entriesComeOutInOrder() {
    add("a", "1");
    add("b", "2");
    add("a", "3");
    assertEquals(List.of("1", "2", "3"), drain());
  }

  @Test
  void ofAStateOnlyTheNewestWaits() {
    addState("a", "1");
    addState("b", "2");
    addState("a", "3");
    assertEquals(List.of("2", "3"), drain());
  }

  @Test
  void whatWasNotAcknowledgedGoesAgainFirst() {
    add("a", "1");
    add("a", "2");
    add("a", "3");
    Outbox.Entry first = outbox.next();
    Outbox.Entry second = outbox.next();
    assertTrue(first != null && second != null);
    outbox.acknowledged(second);
    outbox.connectionLost();
    assertEquals(List.of("1", "3"), drain());
  }

  @Test
  void aStateInFlightDoesNotComeBackWhenANewerOneWaits() {
    addState("a", "old");
    outbox.next();
    addState("a", "new");
    outbox.connectionLost();
    assertEquals(List.of("new"), drain());
  }

  @Test
  void whenTooManyWaitTheOldestGoesAndIsCounted() {
    for (int i = 0; i <= Outbox.CAPACITY; i++) {
      add("a", Integer.toString(i));
    }
    assertEquals(1, outbox.dropped());
    assertEquals("1", drain().getFirst());
  }

  private void add(String topic, String text) {
    outbox.add(new Outbox.Entry(topic, text.getBytes(StandardCharsets.UTF_8), false));
  }

  private void addState(String topic, String text) {
    outbox.add(new Outbox.Entry(topic, text.getBytes(StandardCharsets.UTF_8), true));
  }

  private List<String> drain() {
    List<String> texts = new ArrayList<>();
    for (Outbox.Entry entry = outbox.next(); entry != null; entry = outbox.next()) {
      texts.add(new String(entry.payload, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
