package io.tidehall.server.broker;

/**
 * Who may connect and what each may say and hear. Asked on the broker's threads, for every
 * connection and message: answers must be quick and may change at run time.
 */
public interface Principals {
  boolean authenticate(String user, String secret);

  boolean mayPublish(String user, String topic);

  boolean maySubscribe(String user, String filter);
}
