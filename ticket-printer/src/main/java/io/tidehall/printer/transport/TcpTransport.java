package io.tidehall.printer.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A printer on the network, usually port 9100. Not blocking inside, because a printer without paper
 * stops reading and a plain socket would then wait for ever.
 */
public final class TcpTransport implements Transport {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final String host;
  private final int port;
  private @Nullable Connection connection;

  public TcpTransport(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public void open() throws IOException {
    if (connection == null) {
      connection = Connection.to(new InetSocketAddress(host, port), describe());
    }
  }

  @Override
  public void send(byte[] bytes, Duration within) throws SendException {
    Connection open = connection;
    if (open == null) {
      throw new SendException("no connection to " + describe(), false);
    }
    var buffer = ByteBuffer.wrap(bytes);
    try {
      long end = System.nanoTime() + within.toNanos();
      while (buffer.hasRemaining()) {
        if (open.channel.write(buffer) == 0 && !open.await(SelectionKey.OP_WRITE, end)) {
          throw new IOException("it took no more within " + within.toSeconds() + " s");
        }
      }
    } catch (IOException e) {
      close();
      throw new SendException(
          "expected %s to take %d bytes, but after %d %s"
              .formatted(describe(), bytes.length, buffer.position(), e.getMessage()),
          buffer.position() > 0,
          e);
    }
  }

  @Override
  public OptionalInt receive(Duration within) throws IOException {
    Connection open = connection;
    if (open == null) {
      throw new IOException("no connection to " + describe());
    }
    try {
      var one = ByteBuffer.allocate(1);
      long end = System.nanoTime() + within.toNanos();
      while (true) {
        int read = open.channel.read(one);
        if (read > 0) {
          return OptionalInt.of(one.get(0) & 0xff);
        }
        if (read < 0) {
          throw new IOException(describe() + " closed the connection");
        }
        if (!open.await(SelectionKey.OP_READ, end)) {
          return OptionalInt.empty();
        }
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public String describe() {
    return "tcp://" + host + ":" + port;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private record Connection(SocketChannel channel, Selector selector, SelectionKey key) {
    static Connection to(InetSocketAddress address, String name) throws IOException {
      if (address.isUnresolved()) {
        throw new IOException("expected a known host in " + name + ": check the name");
      }
      SocketChannel channel = SocketChannel.open();
      try {
        channel.configureBlocking(false);
        channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(java.net.StandardSocketOptions.SO_KEEPALIVE, true);
        Selector selector = Selector.open();
        var connection =
            new Connection(channel, selector, channel.register(selector, SelectionKey.OP_CONNECT));
        if (!channel.connect(address)) {
          connection.finish(name);
        }
        return connection;
      } catch (IOException e) {
        channel.close();
        throw new IOException("no printer at %s: %s".formatted(name, e.getMessage()), e);
      }
    }

    private void finish(String name) throws IOException {
      if (!await(SelectionKey.OP_CONNECT, System.nanoTime() + CONNECT.toNanos())
          || !channel.finishConnect()) {
        selector.close();
        throw new IOException("no answer from %s within %d s".formatted(name, CONNECT.toSeconds()));
      }
    }

    boolean await(int interest, long end) throws IOException {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      key.interestOps(interest);
      int ready = selector.select(left);
      selector.selectedKeys().clear();
      return ready > 0 || System.nanoTime() < end;
    }

    void close() {
      try (selector;
          channel) {
        key.cancel();
      } catch (IOException _) {
        // It is gone either way.
      }
    }
  }
}
