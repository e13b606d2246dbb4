package io.tidehall.bench;

import io.tidehall.link.PromptSockets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** An MQTT client without anything around it: the floor of what a device can do. */
final class PlainClient implements AutoCloseable, MqttCallback {
  private final MqttAsyncClient client;
  private final Consumer<byte[]> receiver;

  PlainClient(String broker, String id, String subscription, Consumer<byte[]> receiver)
      throws IOException {
    this.receiver = receiver;
    try {
      client = new MqttAsyncClient(broker, id, new MemoryPersistence());
      client.setCallback(this);
      var options = new MqttConnectionOptions();
      options.setCleanStart(false);
      options.setSessionExpiryInterval(3_600L);
      options.setReceiveMaximum(100);
      options.setUserName(id);
      // Without it an acknowledgement waits for the other side's delayed one, 40 ms.
      options.setSocketFactory(PromptSockets.plain());
      options.setPassword(id.getBytes(StandardCharsets.UTF_8));
      client.connect(options).waitForCompletion(10_000);
      client.subscribe(subscription, 1).waitForCompletion(10_000);
    } catch (MqttException e) {
      throw new IOException("expected to connect to " + broker + ", but " + e.getMessage(), e);
    }
  }

  /** Publishes with QoS 1 and does not wait. */
  void publish(String topic, byte[] payload) {
    try {
      client.publish(topic, payload, 1, false);
    } catch (MqttException e) {
      throw new IllegalStateException("expected to publish to " + topic, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      client.disconnectForcibly(0, 1_000, true);
      client.close(true);
    } catch (MqttException e) {
      throw new IOException("expected to leave the broker, but " + e.getMessage(), e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    receiver.accept(message.getPayload());
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
