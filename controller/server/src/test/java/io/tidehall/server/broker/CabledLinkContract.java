package io.tidehall.server.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.link.Credentials;
import io.tidehall.link.Link;
import io.tidehall.link.LinkContract;
import io.tidehall.link.PahoLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract over Paho, each link with a cable of its own to the broker. */
abstract class CabledLinkContract extends LinkContract {
  /** What all known devices of the contract have as their secret. */
  static final String SECRET = "a secret of the contract";

  private final Map<Link, Cable> cables = new HashMap<>();

  abstract int brokerPort();

  @AfterEach
  void closeCables() throws IOException {
    for (Cable cable : cables.values()) {
      cable.close();
    }
  }

  @Override
  protected Link newLink(String device, Link.@Nullable Will will) {
    return cabled(device, SECRET, will);
  }

  @Override
  protected Link newLinkWithWrongSecret() {
    return cabled("alpha", "guessed", null);
  }

  @Override
  protected void cut(Link link) {
    Objects.requireNonNull(cables.get(link)).cut();
  }

  @Override
  protected void mend(Link link) {
    Objects.requireNonNull(cables.get(link)).mend();
  }

  /** As when a device is switched off and on, noticed by the broker or not, amid much traffic. */
  @Test
  void aSessionThatIsResumedAgainAndAgainIsHeardInOrder() throws MqttException {
    String topic = base + "/job";
    List<String> sent = numbers(400);
    Link sender = connected("alpha");
    var clients = new ArrayList<RawClient>();
    try {
      clients.add(RawClient.silent(brokerPort(), "beta", SECRET));
      clients.getFirst().trySubscribe(topic);
      sent.forEach(number -> sender.publish(topic, number.getBytes(StandardCharsets.UTF_8)));
      for (int round = 0; round < 40; round++) {
        await().atMost(PATIENCE).until(() -> clients.getLast().heard.size() >= 10);
        if (round % 2 == 0) {
          clients.getLast().close();
        }
        clients.add(RawClient.silent(brokerPort(), "beta", SECRET));
      }
      for (RawClient client : clients) {
        List<String> heard =
            client.heard.stream().map(it -> it.substring(topic.length() + 1)).toList();
        assertEquals(sent.subList(0, heard.size()), heard);
      }
    } finally {
      clients.forEach(RawClient::close);
    }
    connectedListener("beta", topic);
    inbox.awaitText("399");
    assertEquals(sent, inbox.distinct());
  }

  private Link cabled(String device, String secret, Link.@Nullable Will will) {
    try {
      Cable cable = new Cable(brokerPort());
      Link link = new PahoLink(new Credentials(device, secret, cable.url("tcp"), null), will);
      cables.put(link, cable);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
