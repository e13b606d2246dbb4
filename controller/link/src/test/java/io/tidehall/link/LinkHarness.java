package io.tidehall.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Presence;
import io.tidehall.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * Links, an inbox and what the contract's tests do with them; subclasses bring links and the cable.
 */
public abstract class LinkHarness {
  protected static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger TESTS = new AtomicInteger();

  protected final String base = Topics.ROOT + "/contract/" + TESTS.incrementAndGet();
  private final List<Link> links = new ArrayList<>();
  protected final Inbox inbox = new Inbox();

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

  protected Link connectedListener(String device, String filter) {
    Link link = add(newLink(device, null));
    link.subscribe(filter, inbox);
    link.open();
    awaitConnected(link);
    return link;
  }

  protected Link connected(String device) {
    return connected(newLink(device, null));
  }

  Link connected(Link link) {
    add(link).open();
    awaitConnected(link);
    return link;
  }

  Link add(Link link) {
    if (!links.contains(link)) {
      links.add(link);
    }
    return link;
  }

  static void awaitConnected(Link link) {
    await().atMost(PATIENCE).until(link::connected);
  }

  /** A subscription made while connected holds from the moment that its state has come. */
  static void awaitListening(Link sender, Inbox inbox, String topic) {
    sender.publishState(topic, bytes("listening"));
    inbox.awaitText("listening");
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static Link.Will will() {
    return new Link.Will(Topics.presence("alpha"), presence(false));
  }

  static Presence presence(boolean online) {
    return new Presence(online, "contract", "1", Instant.parse("2026-11-02T00:30:00Z"), null);
  }

  protected static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
