package io.tidehall.display;

import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a device at a window listens to. The hall says where the device stands; the window's own
 * topic is listened to as soon as it is known.
 */
public final class WindowTopics {
  private final DeviceSession session;
  private final Consumer<Happening> consumer;

  /** On the link's thread only. */
  private final Set<String> watched = new HashSet<>();

  private WindowTopics(DeviceSession session, Consumer<Happening> consumer) {
    this.session = session;
    this.consumer = consumer;
  }

  /** Tells the consumer, on the link's thread, what is heard and how well. */
  public static void watch(String device, DeviceSession session, Consumer<Happening> consumer) {
    var topics = new WindowTopics(session, consumer);
    session.watch(Topics.HALL, HallStatus.class, it -> consumer.accept(new Happening.Heard(it)));
    session.watch(Topics.setup(device), DeviceSetup.class, topics::placed);
    session.watchReach(reach -> consumer.accept(new Happening.Reached(reach, session.lastHeard())));
  }

  private void placed(DeviceSetup setup) {
    consumer.accept(new Happening.Heard(setup));
    String window = setup.window();
    if (window != null && watched.add(window)) {
      session.watch(
          Topics.window(window),
          WindowState.class,
          state -> consumer.accept(new Happening.Heard(state)));
    }
  }
}
