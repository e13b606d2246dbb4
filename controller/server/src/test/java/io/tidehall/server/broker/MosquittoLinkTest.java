package io.tidehall.server.broker;

import io.tidehall.link.MosquittoProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The link's contract by Paho on a real Mosquitto. */
class MosquittoLinkTest extends CabledLinkContract {
  private static @Nullable MosquittoProcess broker;
  private static int port;

  @BeforeAll
  static void startBroker(@TempDir Path folder) throws IOException {
    MosquittoProcess.require();
    port = MosquittoProcess.freePort();
    Path configuration =
        MosquittoFiles.write(
            folder,
            new MosquittoFiles.Listener("127.0.0.1", port, null),
            List.of(
                new MosquittoFiles.Login("alpha", SECRET, null),
                new MosquittoFiles.Login("beta", SECRET, null),
                new MosquittoFiles.Login("gamma", SECRET, null)));
    broker = MosquittoProcess.start(configuration, port);
  }

  @AfterAll
  static void stopBroker() {
    if (broker != null) {
      broker.close();
    }
  }

  @Override
  int brokerPort() {
    return port;
  }
}
