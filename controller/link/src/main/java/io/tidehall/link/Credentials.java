package io.tidehall.link;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a device needs to reach its hall; kept in one small file that the controller writes and the
 * technician carries to the device.
 *
 * @param device the device's id, also its user name and MQTT client id
 * @param secret its password at the broker
 * @param broker {@code tcp://host:port} or {@code ssl://host:port}
 * @param trust PEM file of the certificate to trust with {@code ssl://}, or null for the system's
 * @param identityKey the hall's key for the hashes of visitors' numbers, in Base64; null for
 *     devices that recognise nobody. It goes with this file and never over the broker
 */
public record Credentials(
    String device,
    String secret,
    String broker,
    @Nullable Path trust,
    @Nullable String identityKey) {
  /** A device that recognises nobody. */
  public Credentials(String device, String secret, String broker, @Nullable Path trust) {
    this(device, secret, broker, trust, null);
  }

  public Credentials withIdentityKey(@Nullable String key) {
    return new Credentials(device, secret, broker, trust, key);
  }

  public static Credentials read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    String trust = properties.getProperty("trust");
    return new Credentials(
        required(properties, "device", file),
        required(properties, "secret", file),
        required(properties, "broker", file),
        trust == null || trust.isBlank() ? null : file.resolveSibling(trust),
        properties.getProperty("identityKey"));
  }

  /** Writes the file, all or nothing, so that only its owner can read it. */
  public void write(Path file) throws IOException {
    var properties = new Properties();
    properties.setProperty("device", device);
    properties.setProperty("secret", secret);
    properties.setProperty("broker", broker);
    if (trust != null) {
      properties.setProperty("trust", trust.toAbsolutePath().toString());
    }
    if (identityKey != null) {
      properties.setProperty("identityKey", identityKey);
    }
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    OwnerOnly.create(draft);
    try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      properties.store(out, "Tidehall device: keep this file private");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String required(Properties properties, String key, Path file) throws IOException {
    String value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IOException(
          "expected the key '%s' in %s, but it is missing: get a new credentials file from the controller"
              .formatted(key, file));
    }
    return value.strip();
  }

  @Override
  public String toString() {
    return "Credentials[" + device + " at " + broker + "]";
  }
}
