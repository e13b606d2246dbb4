package io.tidehall.server;

import io.tidehall.link.Link;
import io.tidehall.protocol.Topics;
import io.tidehall.server.edge.HallPublisher;
import io.tidehall.server.pairing.DeviceDesk;
import io.tidehall.server.web.ConsoleFeed;
import java.util.List;

/** Who hears that a device has come, gone or moved: broker, devices and pages. */
record DeviceFollowers(Link link, HallPublisher publisher, ConsoleFeed feed, Runnable broker)
    implements DeviceDesk.Followers {
  private static final byte[] NOTHING = {};

  @Override
  public void changed() {
    publisher.devicesChanged();
    feed.devicesChanged();
  }

  @Override
  public void rightsChanged() {
    broker.run();
    changed();
  }

  @Override
  public void removed(String device) {
    for (String topic :
        List.of(Topics.presence(device), Topics.status(device), Topics.setup(device))) {
      link.publishState(topic, NOTHING);
    }
    publisher.forget(device);
  }
}
