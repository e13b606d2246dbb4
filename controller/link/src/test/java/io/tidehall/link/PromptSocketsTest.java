package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
  @Test
  void everySocketSendsSmallPacketsAtOnce() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket unconnected = PromptSockets.plain().createSocket();
        Socket connected =
            PromptSockets.plain().createSocket(server.getInetAddress(), server.getLocalPort());
        Socket tls = PromptSockets.tls(Trust.sockets(null)).createSocket()) {
      assertTrue(unconnected.getTcpNoDelay());
      assertTrue(connected.getTcpNoDelay());
      assertTrue(tls.getTcpNoDelay());
    }
  }
}
