package io.tidehall.link;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a device is given when it is paired.
 *
 * @param broker as the controller reaches it
 * @param identityKey the key for hashes of visitors' numbers, for kiosks
 * @param trust the certificate to trust, in PEM form, for {@code ssl://}
 */
public record Grant(
    String device,
    String secret,
    String broker,
    @Nullable String identityKey,
    @Nullable String trust) {

  public byte[] bytes() {
    var properties = new Properties();
    properties.setProperty("device", device);
    properties.setProperty("secret", secret);
    properties.setProperty("broker", broker);
    if (identityKey != null) {
      properties.setProperty("identityKey", identityKey);
    }
    if (trust != null) {
      properties.setProperty("trust", trust);
    }
    var text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a grant.
   *
   * @throws IllegalArgumentException when something is missing
   */
  public static Grant of(byte[] bytes) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Grant(
        required(properties, "device"),
        required(properties, "secret"),
        required(properties, "broker"),
        properties.getProperty("identityKey"),
        properties.getProperty("trust"));
  }

  /**
   * Keeps it as a credentials file, and the certificate beside it.
   *
   * @param controller where the device was paired: a broker beside the controller is there too
   */
  public Credentials keep(Path file, URI controller) throws IOException {
    Path pem = null;
    if (trust != null) {
      pem = file.resolveSibling(file.getFileName() + ".pem").toAbsolutePath();
      OwnerOnly.create(pem);
      Files.writeString(pem, trust);
    }
    var credentials =
        new Credentials(device, secret, reached(broker, controller), pem, identityKey);
    credentials.write(file);
    return credentials;
  }

  static String reached(String broker, URI controller) {
    URI address = URI.create(broker);
    String host = controller.getHost();
    if (host == null || !local(address.getHost())) {
      return broker;
    }
    return address.getScheme() + "://" + host + ":" + address.getPort();
  }

  private static boolean local(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() || address.isAnyLocalAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("expected '" + key + "' in what the hall gave");
    }
    return value;
  }

  @Override
  public String toString() {
    return "Grant[" + device + " at " + broker + "]";
  }
}
