package io.tidehall.server.broker;

import io.tidehall.link.Credentials;
import io.tidehall.link.Link;
import io.tidehall.link.LinkContract;
import io.tidehall.link.PahoLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The contract over Paho, each link with a cable of its own to the broker. */
abstract class CabledLinkContract extends LinkContract {
  /** What all known devices of the contract have as their secret. */
  static final String SECRET = "a secret of the contract";

  private final Map<Link, Cable> cables = new HashMap<>();

  abstract int brokerPort();

  @AfterEach
  void closeCables() throws IOException {
    for (Cable cable : cables.values()) {
      cable.close();
    }
  }

  @Override
  protected Link newLink(String device, Link.@Nullable Will will) {
    return cabled(device, SECRET, will);
  }

  @Override
  protected Link newLinkWithWrongSecret() {
    return cabled("alpha", "guessed", null);
  }

  @Override
  protected void cut(Link link) {
    Objects.requireNonNull(cables.get(link)).cut();
  }

  @Override
  protected void mend(Link link) {
    Objects.requireNonNull(cables.get(link)).mend();
  }

  private Link cabled(String device, String secret, Link.@Nullable Will will) {
    try {
      Cable cable = new Cable(brokerPort());
      Link link = new PahoLink(new Credentials(device, secret, cable.url("tcp"), null), will);
      cables.put(link, cable);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
