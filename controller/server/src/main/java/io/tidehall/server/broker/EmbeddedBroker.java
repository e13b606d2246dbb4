package io.tidehall.server.broker;

import io.tidehall.protocol.Codec;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker inside the controller: MQTT only, durable, with every right decided by {@link
 * Principals}. Retained messages, sessions and queued QoS 1 messages survive a restart.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** The largest packet taken: the largest message plus its topic and properties. */
  public static final int MAX_PACKET = Codec.MAX_HALL_MESSAGE + 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String ACCEPTOR = "mqtt";

  /**
   * Artemis writes an audit line for every message unless told not to, and a page of greetings at
   * each start. Held here because the logging framework forgets loggers that nobody holds.
   */
  private static final List<java.util.logging.Logger> CHATTER =
      List.of(
          java.util.logging.Logger.getLogger("org.apache.activemq.audit"),
          java.util.logging.Logger.getLogger("org.apache.activemq.artemis"));

  static {
    CHATTER.getFirst().setLevel(Level.OFF);
    CHATTER.getLast().setLevel(Level.WARNING);
  }

  private final ActiveMQServerImpl server;
  private final String host;
  private final int port;
  private final boolean tls;

  /**
   * Where the broker keeps its data and listens.
   *
   * @param data folder of its own
   * @param host address to bind, such as 127.0.0.1 or 0.0.0.0
   * @param port 0 for any free one
   * @param tls the key to serve TLS with, or null for plain TCP
   */
  public record Options(Path data, String host, int port, @Nullable Tls tls) {}

  /** A PKCS#12 key store with the broker's key and certificate. */
  public record Tls(Path keyStore, String password) {
    /**
     * Writes the certificate for devices to trust.
     *
     * @return the file
     * @throws IOException when the store cannot be read or holds no certificate
     */
    public Path writePem(Path file) throws IOException {
      try (var in = Files.newInputStream(keyStore)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
          Certificate certificate = store.getCertificate(alias);
          if (certificate != null) {
            String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate.getEncoded());
            return Files.writeString(
                file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
          }
        }
      } catch (GeneralSecurityException e) {
        throw new IOException(
            "expected a PKCS#12 key store with a certificate at %s, but %s"
                .formatted(keyStore, e.getMessage()),
            e);
      }
      throw new IOException(
          "expected a certificate in the key store %s, but there is none".formatted(keyStore));
    }

    @Override
    public String toString() {
      return "Tls[" + keyStore + "]";
    }
  }

  private EmbeddedBroker(ActiveMQServerImpl server, String host, int port, boolean tls) {
    this.server = server;
    this.host = host;
    this.port = port;
    this.tls = tls;
  }

  /**
   * Starts a broker that answers when this returns.
   *
   * @throws IOException when the port is busy or the data folder unusable, saying what to do
   */
  public static EmbeddedBroker start(Options options, Principals principals) throws IOException {
    var security = new BrokerSecurity(principals);
    ActiveMQServerImpl server;
    try {
      server = new ActiveMQServerImpl(configuration(options), security);
      server.getServiceRegistry().addIncomingInterceptor(security);
      var inOrder = new DeliveryInOrder(server);
      server.getServiceRegistry().addOutgoingInterceptor(inOrder);
      server.registerBrokerPlugin(inOrder);
    } catch (Exception e) {
      throw new IOException("The broker could not be set up: " + e.getMessage(), e);
    }
    try {
      // Looked at beforehand: the broker itself would fill the console with what it cannot do.
      new ServerSocket(options.port(), 1, InetAddress.getByName(options.host())).close();
      server.start();
      NettyAcceptor acceptor = (NettyAcceptor) server.getRemotingService().getAcceptor(ACCEPTOR);
      if (acceptor == null || !acceptor.isStarted() || acceptor.getActualPort() <= 0) {
        throw new BindException("the port cannot be bound");
      }
      return new EmbeddedBroker(
          server, options.host(), acceptor.getActualPort(), options.tls() != null);
    } catch (Exception e) {
      stop(server);
      throw new IOException(
          "expected to listen at %s:%d with data in %s, but %s: choose another port or folder, or stop the other program"
              .formatted(options.host(), options.port(), options.data(), e.getMessage()),
          e);
    }
  }

  public int port() {
    return port;
  }

  /** The address for devices on this machine, or of the bound interface. */
  public String url() {
    String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return (tls ? "ssl://" : "tcp://") + reachable + ":" + port;
  }

  /** Ends the connection of a user whose rights are gone. */
  public void evict(String user) {
    for (RemotingConnection connection : server.getRemotingService().getConnections()) {
      if (user.equals(connection.getClientID())) {
        connection.destroy();
      }
    }
  }

  /**
   * Ends the connection of a user whose rights are gone, and once more a moment later: one that was
   * just being made when the rights went is not seen at once.
   */
  public void evictForGood(String user) {
    evict(user);
    var _ =
        CompletableFuture.runAsync(
            () -> evict(user), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(ActiveMQServerImpl server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The broker did not stop cleanly", e);
    }
  }

  private static Configuration configuration(Options options) throws Exception {
    Path data = options.data().toAbsolutePath();
    Configuration configuration =
        new ConfigurationImpl()
            .setName("tidehall")
            .setSecurityEnabled(true)
            // Rights may change at any moment: nothing is remembered.
            .setSecurityInvalidationInterval(0)
            .setAuthenticationCacheSize(0)
            .setAuthorizationCacheSize(0)
            .setJMXManagementEnabled(false)
            .setMessageCounterEnabled(false)
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            .setJournalDatasync(true)
            .setJournalMinFiles(2)
            .setJournalFileSize(4 * 1024 * 1024)
            .setJournalBufferTimeout_NIO(1_000_000)
            .setJournalDirectory(data.resolve("journal").toString())
            .setBindingsDirectory(data.resolve("bindings").toString())
            .setLargeMessagesDirectory(data.resolve("large").toString())
            .setPagingDirectory(data.resolve("paging").toString())
            .setCreateJournalDir(true)
            .setCreateBindingsDir(true)
            .setJournalLockAcquisitionTimeout(2_000)
            .setGlobalMaxSize(64L * 1024 * 1024)
            // A full disk is the controller's to judge; a broker that stops reading helps nobody.
            .setMaxDiskUsage(-1)
            .setThreadPoolMaxSize(8)
            .setScheduledThreadPoolMaxSize(2)
            .setMqttSessionScanInterval(500)
            .setConnectionTtlCheckInterval(1_000)
            .setCriticalAnalyzer(false)
            .setResolveProtocols(true);
    configuration.setWildCardConfiguration(
        new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#'));
    configuration.addAddressSetting(
        "#",
        new AddressSettings()
            .setAutoCreateAddresses(true)
            .setAutoCreateQueues(true)
            .setMaxDeliveryAttempts(-1)
            // Nothing is ever sent there; without them each queue is warned about.
            .setDeadLetterAddress(SimpleString.of("tidehall.undeliverable"))
            .setExpiryAddress(SimpleString.of("tidehall.expired"))
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE));
    configuration.addAcceptorConfiguration(acceptor(options));
    return configuration;
  }

  private static TransportConfiguration acceptor(Options options) {
    Map<String, Object> transport = new HashMap<>();
    transport.put(TransportConstants.HOST_PROP_NAME, options.host());
    transport.put(TransportConstants.PORT_PROP_NAME, options.port());
    transport.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    transport.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    transport.put(TransportConstants.REMOTING_THREADS_PROPNAME, 3);
    Tls tls = options.tls();
    if (tls != null) {
      transport.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
      transport.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
      transport.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, tls.keyStore().toString());
      transport.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, tls.password());
      transport.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
    }
    Map<String, Object> mqtt = new HashMap<>();
    mqtt.put("maximumPacketSize", MAX_PACKET);
    // Aliases save a few bytes and are a source of trouble after reconnections.
    mqtt.put("topicAliasMaximum", 0);
    mqtt.put("closeMqttConnectionOnPublishAuthorizationFailure", false);
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(), transport, ACCEPTOR, mqtt);
  }
}
