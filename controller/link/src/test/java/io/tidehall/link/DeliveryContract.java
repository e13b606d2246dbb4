package io.tidehall.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every link promises of messages and states, with the cable in and out. */
public abstract class DeliveryContract extends LinkHarness {
  @Test
  void aMessageReachesWhoListens() {
    Link sender = connected("alpha");
    connectedListener("beta", base + "/request");
    sender.publish(base + "/request", bytes("hello"));
    inbox.awaitText("hello");
  }

  @Test
  void wildcardsStandForOneLevelOrForTheRest() {
    Link sender = connected("alpha");
    Link listener = connectedListener("beta", base + "/device/+/request");
    Inbox rest = new Inbox();
    listener.subscribe(base + "/state/#", rest);
    awaitListening(sender, rest, base + "/state/here");
    sender.publish(base + "/device/k1/request", bytes("one"));
    sender.publish(base + "/device/k1/more/request", bytes("too deep"));
    sender.publish(base + "/state/window/3", bytes("window"));
    sender.publish(base + "/state/board", bytes("board"));
    rest.awaitText("board");
    inbox.awaitText("one");
    assertTrue(rest.texts().contains("window"));
    assertFalse(inbox.texts().contains("too deep"));
  }

  @Test
  void whatIsSubscribedToOnHearingTheFirstStateIsHeardToo() {
    Link sender = connected("alpha");
    sender.publishState(base + "/setup", bytes("at window 3"));
    sender.publishState(base + "/window/3", bytes("A001"));
    Inbox witness = new Inbox();
    sender.subscribe(base + "/window/3", witness);
    witness.awaitText("A001");
    Link device = newLink("beta", null);
    add(device);
    device.subscribe(base + "/setup", (_, _) -> device.subscribe(base + "/window/3", inbox));
    device.open();
    inbox.awaitText("A001");
  }

  @Test
  void aLateSubscriberGetsTheNewestStateOnly() {
    Link sender = connected("alpha");
    sender.publishState(base + "/board", bytes("old"));
    sender.publishState(base + "/board", bytes("new"));
    Inbox first = new Inbox();
    Link witness = connected("gamma");
    witness.subscribe(base + "/board", first);
    first.awaitText("new");
    connectedListener("beta", base + "/board");
    inbox.awaitText("new");
    assertFalse(inbox.texts().contains("old"));
  }

  @Test
  void aSecondReceiverOfTheSameTopicGetsTheStateToo() {
    Link sender = connected("alpha");
    Link listener = connectedListener("beta", base + "/board");
    sender.publishState(base + "/board", bytes("now"));
    inbox.awaitText("now");
    Inbox second = new Inbox();
    listener.subscribe(base + "/board", second);
    second.awaitText("now");
  }

  @Test
  void anEmptyStateTakesTheRetainedOneAway() {
    Link sender = connected("alpha");
    sender.publishState(base + "/gone", bytes("here"));
    sender.publishState(base + "/gone", new byte[0]);
    sender.publishState(base + "/kept", bytes("kept"));
    Link witness = connected("gamma");
    Inbox seen = new Inbox();
    witness.subscribe(base + "/kept", seen);
    seen.awaitText("kept");
    connectedListener("beta", base + "/#");
    inbox.awaitText("kept");
    sender.publish(base + "/act", bytes("the end"));
    inbox.awaitText("the end");
    assertEquals(List.of("kept", "the end"), inbox.distinct());
  }

  @Test
  void messagesOfOneTopicArriveInTheOrderSent() {
    Link sender = connected("alpha");
    Link listener = connectedListener("beta", base + "/left");
    Inbox right = new Inbox();
    listener.subscribe(base + "/right", right);
    awaitListening(sender, right, base + "/right");
    List<String> numbers = numbers(400);
    for (String number : numbers) {
      sender.publish(base + "/left", bytes(number));
      sender.publish(base + "/right", bytes(number));
    }
    inbox.awaitText("399");
    right.awaitText("399");
    assertEquals(numbers, inbox.distinct());
    assertEquals(numbers, right.distinct().stream().filter(numbers::contains).toList());
  }

  @Test
  void whatIsPublishedBeforeTheFirstConnectionIsSentThen() {
    connectedListener("beta", base + "/early");
    Link sender = add(newLink("alpha", null));
    sender.publish(base + "/early", bytes("first"));
    sender.publish(base + "/early", bytes("second"));
    sender.open();
    inbox.awaitText("second");
    assertEquals(List.of("first", "second"), inbox.distinct());
  }

  @Test
  void whatIsPublishedWhileCutOffIsSentInOrderLater() {
    Link sender = connected("alpha");
    connectedListener("beta", base + "/request");
    cut(sender);
    await().atMost(PATIENCE).until(() -> !sender.connected());
    List<String> numbers = numbers(50);
    numbers.forEach(number -> sender.publish(base + "/request", bytes(number)));
    mend(sender);
    inbox.awaitText("49");
    assertEquals(numbers, inbox.distinct());
  }

  @Test
  void ofAStateOnlyTheNewestIsSentAfterBeingCutOff() {
    Link sender = connected("alpha");
    connectedListener("beta", base + "/#");
    cut(sender);
    await().atMost(PATIENCE).until(() -> !sender.connected());
    sender.publishState(base + "/board", bytes("board 1"));
    sender.publishState(base + "/lines", bytes("lines 1"));
    sender.publishState(base + "/board", bytes("board 2"));
    sender.publish(base + "/act", bytes("act"));
    mend(sender);
    inbox.awaitText("act");
    inbox.awaitText("board 2");
    assertEquals(Set.of("lines 1", "board 2", "act"), Set.copyOf(inbox.texts()));
  }

  @Test
  void whatIsSentToOneWhoIsCutOffWaitsForIt() {
    Link sender = connected("alpha");
    Link listener = connectedListener("beta", base + "/job");
    cut(listener);
    await().atMost(PATIENCE).until(() -> !listener.connected());
    List<String> numbers = numbers(20);
    numbers.forEach(number -> sender.publish(base + "/job", bytes(number)));
    mend(listener);
    inbox.awaitText("19");
    assertEquals(numbers, inbox.distinct());
  }

  @Test
  void afterReconnectionTheStatesArriveAgain() {
    Link sender = connected("alpha");
    Link listener = connectedListener("beta", base + "/board");
    sender.publishState(base + "/board", bytes("as it was"));
    inbox.awaitText("as it was");
    int before = inbox.texts().size();
    cut(listener);
    await().atMost(PATIENCE).until(() -> !listener.connected());
    mend(listener);
    await().atMost(PATIENCE).until(() -> inbox.texts().size() > before);
    assertEquals(List.of("as it was"), inbox.distinct());
  }

  @Test
  void nothingIsLostWhenTheCableIsPulledAgainAndAgain() {
    Link sender = connected("alpha");
    Link listener = connectedListener("beta", base + "/request");
    List<String> numbers = numbers(300);
    for (String number : numbers) {
      sender.publish(base + "/request", bytes(number));
      if (number.endsWith("50")) {
        Link victim = number.length() == 2 ? listener : sender;
        cut(victim);
        mend(victim);
      }
    }
    inbox.awaitText("299");
    await().atMost(PATIENCE).until(() -> inbox.distinct().size() == numbers.size());
    assertEquals(numbers, inbox.distinct());
  }
}
