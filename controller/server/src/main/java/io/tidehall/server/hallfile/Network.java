package io.tidehall.server.hallfile;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A network as hall files write it, {@code 192.168.10.0/24} or one address alone, of IPv4 or IPv6.
 *
 * @param bits how many bits from the front an address must share
 */
public record Network(InetAddress address, int bits) {
  /** This machine. */
  static final Network LOOPBACK = parse("127.0.0.0/8").orElseThrow();

  /** Reads a network; no name is ever looked up. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    if (address.isEmpty() || (slash >= 0 && !bits.matches("[0-9]{1,3}"))) {
      return Optional.empty();
    }
    int most = 8 * address.get().getAddress().length;
    int wanted = slash < 0 ? most : Integer.parseInt(bits);
    return wanted > most ? Optional.empty() : Optional.of(new Network(address.get(), wanted));
  }

  /** Whether an address, as a server tells it, is within. */
  public boolean contains(String other) {
    return literal(other).filter(it -> shares(it.getAddress())).isPresent();
  }

  private boolean shares(byte[] other) {
    byte[] own = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<InetAddress> literal(String text) {
    // Shortened forms such as 10.1, which would mean 10.0.0.1, are rather a slip.
    if (!text.contains(":") && !text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
