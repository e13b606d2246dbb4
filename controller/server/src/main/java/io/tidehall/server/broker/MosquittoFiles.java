package io.tidehall.server.broker;

import io.tidehall.link.OwnerOnly;
import io.tidehall.protocol.AccessList;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The files that make an external Mosquitto keep the same rules as the embedded broker. It differs
 * in one point: a subscription that is too wide is accepted, but nothing beyond the list comes.
 */
public final class MosquittoFiles {
  private static final int ITERATIONS = 101;
  private static final int SALT_BYTES = 12;
  private static final int HASH_BITS = 512;
  private static final String PID = "mosquitto.pid";
  private static final SecureRandom RANDOM = new SecureRandom();

  private MosquittoFiles() {}

  /**
   * Who may log in.
   *
   * @param access what it may say and hear, or null for everything of the hall
   */
  public record Login(String user, String secret, @Nullable AccessList access) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * Where the broker listens.
   *
   * @param host address to bind
   * @param tls PEM files to serve TLS with, or null
   */
  public record Listener(String host, int port, @Nullable Pem tls) {}

  /** A certificate and its key, both as PEM files. */
  public record Pem(Path certificate, Path key) {}

  /**
   * Writes {@code mosquitto.conf}, {@code passwd} and {@code acl}; only the owner can read them.
   *
   * @return the configuration file, for {@code mosquitto -c}
   */
  public static Path write(Path folder, Listener listener, List<Login> logins) throws IOException {
    Path home = Files.createDirectories(folder.toAbsolutePath());
    Path configuration = home.resolve("mosquitto.conf");
    secretly(home.resolve("passwd"), passwords(logins));
    secretly(home.resolve("acl"), accessLists(logins));
    secretly(configuration, configuration(home, listener));
    return configuration;
  }

  /**
   * Has the Mosquitto that was started with these files read them again, if it runs on this
   * machine: it then lets go of whoever is not in them any more.
   *
   * @return whether one was told
   */
  public static boolean reload(Path folder) throws IOException {
    Path file = folder.toAbsolutePath().resolve(PID);
    if (!Files.exists(file)) {
      return false;
    }
    String pid = Files.readString(file).strip();
    boolean running =
        pid.matches("[0-9]{1,9}")
            && ProcessHandle.of(Long.parseLong(pid))
                .flatMap(it -> it.info().command())
                .filter(it -> it.endsWith("mosquitto"))
                .isPresent();
    if (running) {
      new ProcessBuilder("kill", "-HUP", pid).inheritIO().start();
    }
    return running;
  }

  private static String configuration(Path home, Listener listener) {
    var lines = new StringBuilder();
    lines.append("# Written by the controller; start with: mosquitto -c ");
    lines.append(home.resolve("mosquitto.conf")).append('\n');
    lines.append(
        """
        per_listener_settings false
        listener %d %s
        allow_anonymous false
        password_file %s
        acl_file %s
        # A device has one id, its user name.
        use_username_as_clientid true
        # The default loses everything when the process is killed.
        persistence true
        persistence_location %s/
        autosave_on_changes true
        autosave_interval 1
        message_size_limit %d
        max_queued_messages 20000
        persistent_client_expiration 14d
        log_dest stderr
        pid_file %s
        """
            .formatted(
                listener.port(),
                listener.host(),
                home.resolve("passwd"),
                home.resolve("acl"),
                home,
                Codec.MAX_HALL_MESSAGE,
                home.resolve(PID)));
    // Started by root it would become another user, who cannot read these files.
    lines.append("user ").append(System.getProperty("user.name")).append('\n');
    Pem tls = listener.tls();
    if (tls != null) {
      lines.append("certfile ").append(tls.certificate().toAbsolutePath()).append('\n');
      lines.append("keyfile ").append(tls.key().toAbsolutePath()).append('\n');
      lines.append("tls_version tlsv1.2\n");
    }
    return lines.toString();
  }

  private static String passwords(List<Login> logins) throws IOException {
    var lines = new StringBuilder();
    for (Login login : logins) {
      lines.append(login.user()).append(':').append(hash(login.secret())).append('\n');
    }
    return lines.toString();
  }

  private static String accessLists(List<Login> logins) {
    var lines = new StringBuilder();
    for (Login login : logins) {
      lines.append("user ").append(login.user()).append('\n');
      AccessList access = login.access();
      if (access == null) {
        lines.append("topic readwrite ").append(Topics.ROOT).append("/#\n");
      } else {
        access.publish().forEach(t -> lines.append("topic write ").append(t).append('\n'));
        access.subscribe().forEach(t -> lines.append("topic read ").append(t).append('\n'));
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  /** Mosquitto's form 7: PBKDF2 with HMAC-SHA-512, salt and hash in Base64. */
  private static String hash(String secret) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, HASH_BITS))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "$7$%d$%s$%s"
          .formatted(ITERATIONS, base64.encodeToString(salt), base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IOException("This Java lacks PBKDF2 with HMAC-SHA-512", e);
    }
  }

  private static void secretly(Path file, String text) throws IOException {
    OwnerOnly.create(file);
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
