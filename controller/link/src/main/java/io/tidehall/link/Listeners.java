package io.tidehall.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receivers and watchers of one link, and the only thread on which they run. */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final List<Link.Watcher> watchers = new CopyOnWriteArrayList<>();
  private final ExecutorService thread;
  private boolean connected;

  private record Subscription(String filter, Link.Receiver receiver) {}

  Listeners(String name) {
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("link-" + name).factory());
  }

  void execute(Runnable task) {
    try {
      thread.execute(() -> guarded(task));
    } catch (RejectedExecutionException _) {
      LOG.debug("Work for a closed link was dropped");
    }
  }

  void subscribe(String filter, Link.Receiver receiver) {
    subscriptions.add(new Subscription(filter, receiver));
  }

  List<String> filters() {
    return subscriptions.stream().map(Subscription::filter).distinct().toList();
  }

  void arrived(String topic, byte[] payload) {
    execute(
        () -> {
          for (Subscription subscription : subscriptions) {
            if (TopicFilter.matches(subscription.filter, topic)) {
              guarded(() -> subscription.receiver.receive(topic, payload));
            }
          }
        });
  }

  void watch(Link.Watcher watcher) {
    execute(
        () -> {
          watchers.add(watcher);
          watcher.connected(connected);
        });
  }

  void connected(boolean now) {
    execute(
        () -> {
          if (connected != now) {
            connected = now;
            watchers.forEach(watcher -> guarded(() -> watcher.connected(now)));
          }
        });
  }

  /** Lets what has arrived be handled, but waits no longer than a second. */
  void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.debug("A receiver is still busy; it ends on its own");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | AssertionError e) {
      LOG.error("A receiver failed; the link goes on", e);
    }
  }
}
