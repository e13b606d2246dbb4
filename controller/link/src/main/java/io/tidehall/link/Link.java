package io.tidehall.link;

import io.tidehall.protocol.Message;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the hall's broker that mends itself. Every implementation passes {@code
 * LinkContract}.
 *
 * <ul>
 *   <li>{@link #publish} never blocks and never throws for want of a connection: what cannot be
 *       sent now is kept in order and sent at the next connection, the newest retained message of a
 *       topic only.
 *   <li>Messages of one topic arrive in the order sent, at least once. In a burst the embedded
 *       broker may, rarely, deliver two neighbours the other way round (decision record 0004):
 *       states carry sequence numbers, by which receivers drop the elder.
 *   <li>Receivers and watchers run one at a time on the link's own thread, never on the network's;
 *       what they throw is logged and ends nothing. {@link #execute} runs any other work on that
 *       thread; after {@link #close} it is dropped.
 *   <li>Subscriptions survive reconnection; retained messages then arrive again.
 * </ul>
 */
public interface Link extends Executor, AutoCloseable {
  /** Starts connecting, and goes on until closed. Returns at once. */
  void open();

  /** Sends an act: QoS 1, not retained. */
  void publish(String topic, byte[] payload);

  /** Sends a state: QoS 1, retained. An empty payload takes the retained message away. */
  void publishState(String topic, byte[] payload);

  /** Listens to a topic filter; may be called before or after {@link #open}. */
  void subscribe(String filter, Receiver receiver);

  /** Is told of each change between connected and not, and at once of how it is now. */
  void watch(Watcher watcher);

  /** Runs {@code refused} on the link's thread when the broker does not take the credentials. */
  default void onRefusal(Runnable refused) {}

  boolean connected();

  /** Why the last attempt to connect failed, in words, or null when connected or never tried. */
  @Nullable String lastProblem();

  /** Leaves cleanly: the last will is published by the link itself, then the connection ends. */
  @Override
  void close();

  /** Gets messages. */
  @FunctionalInterface
  interface Receiver {
    void receive(String topic, byte[] payload);
  }

  /** Gets changes of connection. */
  @FunctionalInterface
  interface Watcher {
    void connected(boolean connected);
  }

  /** What the broker publishes, retained, when this side is gone. */
  record Will(String topic, Message message) {}
}
