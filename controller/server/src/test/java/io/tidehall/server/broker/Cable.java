package io.tidehall.server.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A network cable between one client and the broker that a test can pull. */
final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int broker;
  private final List<Socket> sockets = new ArrayList<>();
  private boolean cut;

  Cable(int broker) throws IOException {
    this.broker = broker;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + door.getLocalPort();
  }

  synchronized void cut() {
    cut = true;
    sockets.forEach(Cable::drop);
    sockets.clear();
  }

  synchronized void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    cut();
    door.close();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        connect(near);
      } catch (IOException _) {
        // Closed, or the broker is away: the client sees a connection that ends.
      }
    }
  }

  private synchronized void connect(Socket near) throws IOException {
    if (cut) {
      drop(near);
      return;
    }
    Socket far;
    try {
      far = new Socket(InetAddress.getLoopbackAddress(), broker);
    } catch (IOException e) {
      drop(near);
      throw e;
    }
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    sockets.add(near);
    sockets.add(far);
    Thread.ofVirtual().start(() -> pump(near, far));
    Thread.ofVirtual().start(() -> pump(far, near));
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException _) {
      // The other side is told by closing, below.
    } finally {
      drop(from);
      drop(to);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // Already gone.
    }
  }
}
