package io.tidehall.server.broker;

import io.tidehall.link.MosquittoProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The access rules on a real Mosquitto that runs on the files written for it. */
class MosquittoAccessTest extends AccessContract {
  private @Nullable MosquittoProcess broker;

  @Override
  int startBroker(Path data, DeviceRegistry registry) throws IOException {
    MosquittoProcess.require();
    int port = MosquittoProcess.freePort();
    broker =
        MosquittoProcess.start(
            MosquittoFiles.write(
                data, new MosquittoFiles.Listener("127.0.0.1", port, null), registry.logins()),
            port);
    return port;
  }

  @Override
  void stopBroker() {
    if (broker != null) {
      broker.close();
    }
  }
}
