package io.tidehall.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Codec;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every link promises. Run against each implementation and each broker; the subclass brings
 * links and the cable to pull.
 */
public abstract class LinkContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger TESTS = new AtomicInteger();

  private final String base = Topics.ROOT + "/contract/" + TESTS.incrementAndGet();
  private final List<Link> links = new ArrayList<>();
  private final Inbox inbox = new Inbox();

  /** A new, unopened link of a device that the broker knows and lets use all topics. */
  protected abstract Link newLink(String device, Link.@Nullable Will will);

  /** A link whose secret is wrong. */
  protected abstract Link newLinkWithWrongSecret();

  /** Ends the link's connection abruptly, and lets none through until {@link #mend}. */
  protected abstract void cut(Link link);

  protected abstract void mend(Link link);

  @AfterEach
  void closeLinks() {
    links.parallelStream().forEach(Link::close);
  }

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
    links.add(device);
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
    assertInOrder(numbers, inbox.distinct());
    assertInOrder(numbers, right.distinct().stream().filter(numbers::contains).toList());
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

  @Test
  void aReceiverThatThrowsEndsNothing() {
    Link sender = connected("alpha");
    Link listener = add(newLink("beta", null));
    listener.subscribe(
        base + "/request",
        (_, _) -> {
          throw new IllegalStateException("meant to fail");
        });
    listener.subscribe(base + "/request", inbox);
    listener.open();
    awaitConnected(listener);
    sender.publish(base + "/request", bytes("one"));
    sender.publish(base + "/request", bytes("two"));
    inbox.awaitText("two");
    assertEquals(List.of("one", "two"), inbox.distinct());
    assertTrue(listener.connected());
  }

  @Test
  void receiversAndOtherWorkShareOneThreadAndHoldUpNoPublication() {
    Link sender = connected("alpha");
    Link listener = add(newLink("beta", null));
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    var release = new CountDownLatch(1);
    listener.subscribe(
        base + "/block",
        (_, _) -> {
          threads.add(Thread.currentThread());
          awaitQuietly(release);
        });
    listener.open();
    awaitConnected(listener);
    Inbox elsewhere = new Inbox();
    sender.subscribe(base + "/out", elsewhere);
    awaitListening(listener, elsewhere, base + "/out");
    sender.publish(base + "/block", bytes("wait"));
    await().atMost(PATIENCE).until(() -> !threads.isEmpty());
    listener.publish(base + "/out", bytes("sent while a receiver is busy"));
    elsewhere.awaitText("sent while a receiver is busy");
    release.countDown();
    var done = new CountDownLatch(1);
    listener.execute(
        () -> {
          threads.add(Thread.currentThread());
          done.countDown();
        });
    awaitQuietly(done);
    assertEquals(1, threads.size());
  }

  @Test
  void theLastWillTellsOfAnAbruptDeath() {
    String topic = Topics.presence("alpha");
    connectedListener("beta", topic);
    Link dying = connected(newLink("alpha", will()));
    dying.publishState(topic, Codec.encode(presence(true)));
    inbox.awaitText(Codec.text(presence(true)));
    cut(dying);
    inbox.awaitText(Codec.text(presence(false)));
    Inbox late = new Inbox();
    connected("gamma").subscribe(topic, late);
    late.awaitText(Codec.text(presence(false)));
  }

  @Test
  void whoComesBackAtOnceIsNotDeclaredDeadAfterwards() {
    String topic = Topics.presence("alpha");
    Link blinking = add(newLink("alpha", will()));
    blinking.watch(
        connected -> {
          if (connected) {
            blinking.publishState(topic, Codec.encode(presence(true)));
          }
        });
    connected(blinking);
    connectedListener("beta", topic);
    inbox.awaitText(Codec.text(presence(true)));
    cut(blinking);
    await().atMost(PATIENCE).until(() -> !blinking.connected());
    mend(blinking);
    awaitConnected(blinking);
    await()
        .during(Duration.ofMillis(1_500))
        .atMost(PATIENCE)
        .until(() -> inbox.texts().getLast().equals(Codec.text(presence(true))));
  }

  @Test
  void whoLeavesCleanlySaysSo() {
    String topic = Topics.presence("alpha");
    connectedListener("beta", topic);
    Link leaving = connected(newLink("alpha", will()));
    leaving.publishState(topic, Codec.encode(presence(true)));
    leaving.close();
    inbox.awaitText(Codec.text(presence(false)));
    assertFalse(leaving.connected());
  }

  @Test
  void watchersAreToldAtOnceAndOfEachChange() {
    Link link = add(newLink("alpha", null));
    List<Boolean> seen = new CopyOnWriteArrayList<>();
    link.watch(seen::add);
    await().atMost(PATIENCE).until(() -> seen.equals(List.of(false)));
    link.open();
    await().atMost(PATIENCE).until(() -> seen.equals(List.of(false, true)));
    cut(link);
    await().atMost(PATIENCE).until(() -> seen.equals(List.of(false, true, false)));
    assertNotNull(link.lastProblem());
    mend(link);
    await().atMost(PATIENCE).until(() -> seen.equals(List.of(false, true, false, true)));
    assertNull(link.lastProblem());
  }

  @Test
  void aWrongSecretIsToldInWords() {
    Link stranger = add(newLinkWithWrongSecret());
    stranger.open();
    await().atMost(PATIENCE).until(() -> stranger.lastProblem() != null);
    String problem = stranger.lastProblem();
    assertNotNull(problem);
    assertTrue(problem.contains("wrong secret"), problem);
    assertTrue(problem.contains("credentials file"), problem);
    assertFalse(stranger.connected());
  }

  private Link connectedListener(String device, String filter) {
    Link link = add(newLink(device, null));
    link.subscribe(filter, inbox);
    link.open();
    awaitConnected(link);
    return link;
  }

  private Link connected(String device) {
    return connected(newLink(device, null));
  }

  private Link connected(Link link) {
    add(link).open();
    awaitConnected(link);
    return link;
  }

  private Link add(Link link) {
    if (!links.contains(link)) {
      links.add(link);
    }
    return link;
  }

  private static void awaitConnected(Link link) {
    await().atMost(PATIENCE).until(link::connected);
  }

  /** How many places a message may be away from its own, on a broker that is known to err. */
  protected int placesAway() {
    return 0;
  }

  private void assertInOrder(List<String> sent, List<String> came) {
    assertEquals(sent.size(), came.size());
    for (int place = 0; place < sent.size(); place++) {
      int away = Math.abs(Integer.parseInt(came.get(place)) - place);
      assertTrue(away <= placesAway(), () -> "out of order: " + came);
    }
  }

  /** A subscription made while connected holds from the moment that its state has come. */
  private static void awaitListening(Link sender, Inbox inbox, String topic) {
    sender.publishState(topic, bytes("listening"));
    inbox.awaitText("listening");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Link.Will will() {
    return new Link.Will(Topics.presence("alpha"), presence(false));
  }

  private static Presence presence(boolean online) {
    return new Presence(online, "contract", "1", Instant.parse("2026-11-02T00:30:00Z"));
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
