package io.tidehall.link;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** What went wrong at the broker, in words that say what to do. */
final class PahoProblem {
  private static final int FIRST_BROKER_REASON = 0x80;
  private static final int LAST_BROKER_REASON = 0xff;

  private PahoProblem() {}

  /** Whether the broker itself said no, rather than the network. */
  static boolean isRefusal(@Nullable Throwable problem) {
    return problem instanceof MqttException e
        && e.getReasonCode() >= FIRST_BROKER_REASON
        && e.getReasonCode() <= LAST_BROKER_REASON;
  }

  /** Whether the broker does not know the device, or not with this secret. */
  static boolean isUnknown(@Nullable Throwable problem) {
    return problem instanceof MqttException e
        && (e.getReasonCode() == 0x86 || e.getReasonCode() == 0x87 || e.getReasonCode() == 0x8c);
  }

  static String words(Credentials credentials, @Nullable Throwable problem) {
    String at = "the broker at " + credentials.broker();
    if (problem == null) {
      return "the connection to " + at + " ended";
    }
    if (problem instanceof MqttException e && isRefusal(e)) {
      return "%s refused %s: %s"
          .formatted(at, credentials.device(), refusal(e.getReasonCode(), e.getMessage()));
    }
    Throwable root = problem;
    boolean tls = root instanceof SSLException;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
      tls |= root instanceof SSLException;
    }
    if (tls) {
      return "expected to trust %s, but %s: check 'trust' in the credentials file"
          .formatted(at, root.getMessage());
    }
    return switch (root) {
      case ConnectException _ -> "expected " + at + " to answer, but nobody does: is it running?";
      case UnknownHostException _ -> "expected " + at + " to exist, but its name is not known";
      case SocketTimeoutException _ -> "expected " + at + " to answer in time, but it did not";
      default ->
          "the connection to "
              + at
              + " failed: "
              + (root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    };
  }

  private static String refusal(int reason, @Nullable String words) {
    return switch (reason) {
      case 0x85 -> "the client id is not accepted";
      case 0x86, 0x8c ->
          "unknown device or wrong secret; get a new credentials file from the controller";
      case 0x87 ->
          "not authorised; unknown device or wrong secret: get a new credentials file from the"
              + " controller";
      case 0x88, 0x89 -> "the broker is busy or not available";
      case 0x8e -> "another client took over this device's id";
      default -> "reason 0x%02x %s".formatted(reason, words == null ? "" : words).strip();
    };
  }
}
