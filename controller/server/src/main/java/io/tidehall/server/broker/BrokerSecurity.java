package io.tidehall.server.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks {@link Principals} on behalf of the broker. Addresses are topics letter by letter, because
 * the broker is configured with MQTT's own wildcards.
 */
final class BrokerSecurity implements ActiveMQSecurityManager5, MQTTInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerSecurity.class);

  private final Principals principals;

  BrokerSecurity(Principals principals) {
    this.principals = principals;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String secret,
      RemotingConnection connection,
      @Nullable String domain) {
    if (user == null || secret == null || !principals.authenticate(user, secret)) {
      LOG.warn("Refused a connection from {} as {}", connection.getRemoteAddress(), user);
      return null;
    }
    var subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(user));
    return subject;
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
    String user = subject == null ? null : getUserFromSubject(subject);
    if (user == null) {
      return false;
    }
    boolean allowed =
        switch (check) {
          case SEND -> principals.mayPublish(user, address);
          case CREATE_ADDRESS, DELETE_ADDRESS ->
              principals.mayPublish(user, address) || principals.maySubscribe(user, address);
          case CONSUME,
              BROWSE,
              CREATE_DURABLE_QUEUE,
              DELETE_DURABLE_QUEUE,
              CREATE_NON_DURABLE_QUEUE,
              DELETE_NON_DURABLE_QUEUE ->
              maySubscribe(user, address);
          default -> false;
        };
    if (!allowed) {
      LOG.warn("Refused {} to {} at {}", user, check, address);
    }
    return allowed;
  }

  /** Queues come as {@code filter::client.filter}; a device may use none but its own. */
  private boolean maySubscribe(String user, String place) {
    int end = place.indexOf("::");
    String filter = end < 0 ? place : place.substring(0, end);
    boolean ownQueue =
        end < 0 || place.substring(end + 2).replace("\\", "").equals(user + "." + filter);
    return ownQueue && principals.maySubscribe(user, filter);
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String secret) {
    return user != null && secret != null && principals.authenticate(user, secret);
  }

  @Override
  public boolean validateUserAndRole(
      String user, String secret, Set<Role> roles, CheckType checkType) {
    return false;
  }

  @Override
  public @Nullable String getUserFromSubject(@Nullable Subject subject) {
    return subject == null
        ? null
        : subject.getPrincipals(UserPrincipal.class).stream()
            .map(UserPrincipal::getName)
            .findFirst()
            .orElse(null);
  }

  /** A device may use no client id but its own, and leave no will where it may not publish. */
  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    if (!(packet instanceof MqttConnectMessage connect)) {
      return true;
    }
    String user = connect.payload().userName();
    byte[] secret = connect.payload().passwordInBytes();
    if (user == null
        || secret == null
        || !principals.authenticate(user, new String(secret, StandardCharsets.UTF_8))) {
      return true; // The broker itself refuses it, with the right reason code.
    }
    boolean ownId = user.equals(connect.payload().clientIdentifier());
    boolean ownWill =
        !connect.variableHeader().isWillFlag()
            || principals.mayPublish(user, connect.payload().willTopic());
    if (!ownId || !ownWill) {
      LOG.warn(
          "Refused {} from {}: it used the client id '{}' or a will that is not its own",
          user,
          connection.getRemoteAddress(),
          connect.payload().clientIdentifier());
    }
    return ownId && ownWill;
  }
}
