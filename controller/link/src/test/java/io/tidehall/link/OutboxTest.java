package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void entriesOfATopicComeOutInOrder() {
    add("a", "1");
    add("a", "2");
    add("a", "3");
    assertEquals(List.of("1", "2", "3"), drain());
  }

  @Test
  void ofEachTopicOneIsOnItsWayAtATime() {
    add("a", "1");
    add("a", "2");
    add("b", "3");
    Outbox.Entry first = sent();
    assertEquals("3", text(sent()));
    assertNull(outbox.next());
    outbox.acknowledged(first);
    assertEquals("2", text(sent()));
    assertEquals(2, outbox.inFlight());
  }

  @Test
  void whatCouldNotBeHandedOverIsTheNextOfItsTopic() {
    add("a", "1");
    add("a", "2");
    outbox.putBack(sent());
    assertEquals(List.of("1", "2"), drain());
  }

  @Test
  void ofAStateOnlyTheNewestWaits() {
    addState("a", "1");
    addState("b", "2");
    addState("a", "3");
    assertEquals(List.of("3", "2"), drain());
  }

  @Test
  void whatWasNotAcknowledgedGoesAgainFirst() {
    add("a", "1");
    add("a", "2");
    add("b", "3");
    sent();
    outbox.acknowledged(sent());
    outbox.connectionLost();
    assertEquals(List.of("1", "2"), drain());
    assertTrue(outbox.isEmpty());
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

  private Outbox.Entry sent() {
    return Objects.requireNonNull(outbox.next());
  }

  private static String text(Outbox.Entry entry) {
    return new String(entry.payload, StandardCharsets.UTF_8);
  }

  private List<String> drain() {
    List<String> texts = new ArrayList<>();
    for (Outbox.Entry entry = outbox.next(); entry != null; entry = outbox.next()) {
      texts.add(text(entry));
      outbox.acknowledged(entry);
    }
    return texts;
  }
}
