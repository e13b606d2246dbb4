package io.tidehall.server.broker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** A client that keeps no rules: it tries what a link never would. */
final class RawClient implements AutoCloseable, MqttCallback {
  /** Milliseconds, as many as a busy machine needs to answer. */
  private static final long PATIENCE = 60_000;

  /** What is refused may never be answered. */
  private static final long TRYING = 5_000;

  final List<String> heard = new CopyOnWriteArrayList<>();
  private final MqttAsyncClient client;

  /** Connects, or throws what the broker says. */
  RawClient(int port, String clientId, @Nullable String user, @Nullable String secret)
      throws MqttException {
    this(port, clientId, user, secret, new MqttConnectionOptions(), false);
  }

  private RawClient(
      int port,
      String clientId,
      @Nullable String user,
      @Nullable String secret,
      MqttConnectionOptions options,
      boolean silent)
      throws MqttException {
    client = new MqttAsyncClient("tcp://127.0.0.1:" + port, clientId, new MemoryPersistence());
    client.setCallback(this);
    client.setManualAcks(silent);
    options.setAutomaticReconnect(false);
    if (user != null) {
      options.setUserName(user);
    }
    if (secret != null) {
      options.setPassword(secret.getBytes(StandardCharsets.UTF_8));
    }
    try {
      client.connect(options).waitForCompletion(PATIENCE);
    } catch (MqttException e) {
      client.close(true);
      throw e;
    }
  }

  /** Goes on with the device's session, and acknowledges nothing that it hears. */
  static RawClient silent(int port, String device, String secret) throws MqttException {
    var options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(600L);
    options.setReceiveMaximum(20);
    return new RawClient(port, device, device, secret, options, true);
  }

  /** Tries to subscribe; whether it was allowed shows in what is heard. */
  void trySubscribe(String filter) {
    try {
      client.subscribe(filter, 1).waitForCompletion(TRYING);
    } catch (MqttException _) {
      // Refused, which is as good as hearing nothing.
    }
  }

  /** Tries to publish; whether it was allowed shows in what others hear. */
  void tryPublish(String topic, byte[] payload, boolean retained) {
    try {
      client.publish(topic, payload, 1, retained).waitForCompletion(TRYING);
    } catch (MqttException _) {
      // Refused, or thrown out.
    }
  }

  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(0, 100, true);
      }
      client.close(true);
    } catch (MqttException _) {
      // Thrown out before.
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    heard.add(topic + " " + new String(message.getPayload(), StandardCharsets.UTF_8));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
