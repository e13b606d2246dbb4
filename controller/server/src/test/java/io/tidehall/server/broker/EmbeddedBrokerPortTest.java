package io.tidehall.server.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerPortTest {
  @Test
  void aBusyPortIsToldOnceAndNotInTheBrokersLog(@TempDir Path folder) throws IOException {
    List<String> alarms = new ArrayList<>();
    var ear =
        new Handler() {
          @Override
          public void publish(LogRecord told) {
            if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
              alarms.add(told.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger broker = Logger.getLogger("org.apache.activemq");
    broker.addHandler(ear);
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options =
          new EmbeddedBroker.Options(
              folder.resolve("broker"), "127.0.0.1", taken.getLocalPort(), null);
      var registry = DeviceRegistry.open(folder);
      var refused = assertThrows(IOException.class, () -> EmbeddedBroker.start(options, registry));
      assertTrue(String.valueOf(refused.getMessage()).contains("choose another port"));
    } finally {
      broker.removeHandler(ear);
    }
    assertEquals(List.of(), alarms);
  }
}
