package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The fake keeps the contract, so tests that use it are worth something. */
class InMemoryLinkTest extends LinkContract {
  private final InMemoryBroker broker =
      new InMemoryBroker((_, secret) -> secret.equals("right secret"));

  @Override
  protected Link newLink(String device, Link.@Nullable Will will) {
    return broker.link(device, "right secret", will);
  }

  @Override
  protected Link newLinkWithWrongSecret() {
    return broker.link("stranger", "guessed", null);
  }

  @Override
  protected void cut(Link link) {
    ((InMemoryLink) link).cut();
  }

  @Override
  protected void mend(Link link) {
    ((InMemoryLink) link).mend();
  }

  @Test
  void aRepeatingBrokerDeliversEverythingTwice() {
    try (Link link = newLink("alpha", null)) {
      Inbox inbox = new Inbox();
      link.subscribe("a/b", inbox);
      link.open();
      broker.repeating(true);
      link.publish("a/b", "one".getBytes(StandardCharsets.UTF_8));
      broker.repeating(false);
      link.publish("a/b", "end".getBytes(StandardCharsets.UTF_8));
      inbox.awaitText("end");
      assertEquals(List.of("one", "one", "end"), inbox.texts());
    }
  }

  @Test
  void aBrokerThatForgetsHasNoStatesLeft() {
    try (Link link = newLink("alpha", null)) {
      link.open();
      link.publishState("a/b", "kept".getBytes(StandardCharsets.UTF_8));
      assertEquals(4, java.util.Objects.requireNonNull(broker.retained("a/b")).length);
      broker.forget();
      assertNull(broker.retained("a/b"));
    }
  }

  @Test
  void aBrokerThatStopsAndStartsHasItsLinksBack() {
    try (Link link = newLink("alpha", null)) {
      Inbox inbox = new Inbox();
      link.subscribe("a/b", inbox);
      link.open();
      broker.stop();
      link.publish("a/b", "sent while it was down".getBytes(StandardCharsets.UTF_8));
      broker.start();
      inbox.awaitText("sent while it was down");
    }
  }
}
