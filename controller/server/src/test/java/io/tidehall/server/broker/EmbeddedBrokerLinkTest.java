package io.tidehall.server.broker;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The link's contract by Paho on the embedded broker. */
class EmbeddedBrokerLinkTest extends CabledLinkContract {
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker(@TempDir Path folder) throws IOException {

    broker =
        EmbeddedBroker.start(
            new EmbeddedBroker.Options(folder, "127.0.0.1", 0, null),
            new Principals() {
              @Override
              public boolean authenticate(String user, String secret) {
                return secret.equals(SECRET);
              }

              @Override
              public boolean mayPublish(String user, String topic) {
                return topic.startsWith("hall/v1/");
              }

              @Override
              public boolean maySubscribe(String user, String filter) {
                return filter.startsWith("hall/v1/");
              }
            });
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Override
  int brokerPort() {
    return broker.port();
  }
}
