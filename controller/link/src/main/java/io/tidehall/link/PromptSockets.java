package io.tidehall.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets that send small packets at once. Paho leaves Nagle's algorithm on: an acknowledgement
 * followed by a message then waits 40 ms for the other side's delayed ACK.
 */
public final class PromptSockets extends SSLSocketFactory {
  private final SSLSocketFactory origin;

  private PromptSockets(SSLSocketFactory origin) {
    this.origin = origin;
  }

  static SSLSocketFactory tls(SSLSocketFactory origin) {
    return new PromptSockets(origin);
  }

  /** Sockets without TLS. */
  public static SocketFactory plain() {
    return new Plain();
  }

  /** Paho judges by the type whether a factory makes TLS sockets. */
  private static final class Plain extends SocketFactory {
    private final SocketFactory origin = SocketFactory.getDefault();

    @Override
    public Socket createSocket() throws IOException {
      return prompt(origin.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return prompt(origin.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return prompt(origin.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return prompt(origin.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return prompt(origin.createSocket(host, port, local, localPort));
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(origin.createSocket());
  }

  @Override
  public Socket createSocket(Socket under, String host, int port, boolean autoClose)
      throws IOException {
    return prompt(origin.createSocket(under, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(origin.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(origin.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(origin.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(origin.createSocket(host, port, local, localPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return origin.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return origin.getSupportedCipherSuites();
  }

  private static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }
}
