package io.tidehall.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Codec;
import io.tidehall.protocol.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * What every link promises: delivery, and here who is told of what, on which thread, and how it
 * ends. Run against each implementation and each broker; the subclass brings links and the cable to
 * pull.
 */
public abstract class LinkContract extends DeliveryContract {
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
}
