package io.tidehall.link;

import io.tidehall.protocol.Codec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, from connect to loss; the next one is a new object. Paho's own
 * reconnecting is not used: it keeps state in static fields, sends topic aliases of the old
 * connection on the new one, and leaves it open who repeats what. Here the {@link Outbox} repeats,
 * and nobody else.
 */
final class PahoConnection {
  private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);

  /** How long the broker keeps a session whose client is away. */
  private static final long SESSION_EXPIRY_SECONDS = 12 * 60 * 60;

  private static final long WILL_DELAY_SECONDS = 1;

  /** What becomes of it; called on Paho's threads, must not block. */
  interface Fate {
    void connected();

    void subscribed();

    void arrived(String topic, byte[] payload);

    void acknowledged(Outbox.Entry entry);

    void lost(@Nullable Throwable why);
  }

  private final Credentials credentials;
  private final MqttAsyncClient client;
  private final Fate fate;

  PahoConnection(Credentials credentials, Fate fate) throws MqttException {
    this.credentials = credentials;
    this.fate = fate;
    client =
        new MqttAsyncClient(credentials.broker(), credentials.device(), new MemoryPersistence());
    client.setCallback(new Callback());
  }

  void connect(Link.@Nullable Will will) throws MqttException, IOException {
    var options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
    options.setReceiveMaximum(100);
    options.setKeepAliveInterval(10);
    options.setConnectionTimeout(5);
    options.setAutomaticReconnect(false);
    options.setUserName(credentials.device());
    options.setPassword(credentials.secret().getBytes(StandardCharsets.UTF_8));
    if (will != null) {
      options.setWill(will.topic(), message(Codec.encode(will.message()), true));
      // Who is back within a second was never away; and Artemis forgets a will without a delay
      // for as long as the session lives.
      var properties = new MqttProperties();
      properties.setWillDelayInterval(WILL_DELAY_SECONDS);
      options.setWillMessageProperties(properties);
    }
    if (credentials.broker().startsWith("ssl://")) {
      options.setSocketFactory(PromptSockets.tls(Trust.sockets(credentials.trust())));
    } else {
      options.setSocketFactory(PromptSockets.plain());
    }
    client.connect(options, null, new Listener(fate::connected, fate::lost));
  }

  void subscribe(List<String> filters) throws MqttException {
    int[] qos = new int[filters.size()];
    Arrays.fill(qos, 1);
    client.subscribe(
        filters.toArray(String[]::new),
        qos,
        null,
        new Listener(
            fate::subscribed,
            why -> {
              LOG.warn("The broker refused {} a subscription of {}", credentials.device(), filters);
              fate.subscribed();
            }));
  }

  void publish(Outbox.Entry entry) throws MqttException {
    client.publish(
        entry.topic,
        message(entry.payload, entry.retained),
        null,
        new Listener(
            () -> fate.acknowledged(entry),
            why -> {
              // A lost connection ends here too: then the outbox repeats it at the next one.
              if (PahoProblem.isRefusal(why)) {
                LOG.warn(
                    "The broker refused {} a message to {}", credentials.device(), entry.topic);
                fate.acknowledged(entry);
              }
            }));
  }

  /** Ends the connection in order, waiting no longer than {@code millis}. */
  void leave(long millis) {
    try {
      client.disconnect(millis).waitForCompletion(millis);
    } catch (MqttException e) {
      LOG.debug("Leaving was cut short", e);
    }
    abandon();
  }

  /** Lets go of everything, without a word to the broker. */
  void abandon() {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(0, 0, false);
      }
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("Closing was cut short", e);
    }
  }

  private static MqttMessage message(byte[] payload, boolean retained) {
    var message = new MqttMessage(payload);
    message.setQos(1);
    message.setRetained(retained);
    return message;
  }

  private record Listener(
      Runnable success, java.util.function.Consumer<@Nullable Throwable> failure)
      implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      success.run();
    }

    @Override
    public void onFailure(IMqttToken token, @Nullable Throwable why) {
      failure.accept(why);
    }
  }

  private final class Callback implements MqttCallback {
    @Override
    public void disconnected(MqttDisconnectResponse response) {
      fate.lost(response == null ? null : response.getException());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      LOG.debug("The MQTT client met an error", exception);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      fate.arrived(topic, message.getPayload());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
