package io.tidehall.server.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps what a subscriber is sent in order (decision record 0004). The broker writes a message to
 * its subscriber only when all that its present thread has given to the disk is there, whatever
 * that was; the next message comes from another thread, which may have nothing to wait for, and
 * overtakes. What a lost connection had not acknowledged goes back into its queue in the same way,
 * perhaps after a new connection has been sent what came later. A message is in a queue only when
 * it is durable itself, so neither has anything to wait for, and both are told so here.
 */
final class DeliveryInOrder implements MQTTInterceptor, ActiveMQServerConsumerPlugin {
  private final ActiveMQServer server;

  DeliveryInOrder(ActiveMQServer server) {
    this.server = server;
  }

  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    if (packet instanceof MqttPublishMessage) {
      waitForNothing();
    }
    return true;
  }

  @Override
  public void beforeCloseConsumer(ServerConsumer consumer, boolean failed) {
    waitForNothing();
  }

  private void waitForNothing() {
    server.getStorageManager().clearContext();
  }
}
