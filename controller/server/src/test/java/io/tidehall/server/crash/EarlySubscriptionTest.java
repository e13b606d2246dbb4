package io.tidehall.server.crash;

import static org.awaitility.Awaitility.await;

import io.tidehall.link.Credentials;
import io.tidehall.link.PahoLink;
import io.tidehall.server.broker.EmbeddedBroker;
import io.tidehall.server.broker.Principals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that asks for the first time while its link is still connecting hears the answer. */
class EarlySubscriptionTest {
  private static final String FIRST = "hall/v1/state/hall";
  private static final String SECOND = "hall/v1/device/kiosk-1/answer";

  /** Who may do everything, and does something at the moment of the first subscription. */
  private record Anybody(AtomicReference<Runnable> atFirst) implements Principals {
    @Override
    public boolean authenticate(String user, String secret) {
      return true;
    }

    @Override
    public boolean mayPublish(String user, String topic) {
      return true;
    }

    @Override
    public boolean maySubscribe(String user, String filter) {
      if (filter.equals(FIRST)) {
        atFirst.getAndSet(() -> {}).run();
      }
      return true;
    }
  }

  @Test
  void aSubscriptionMadeWhileTheFirstIsBeingAnsweredIsNotForgotten(@TempDir Path folder)
      throws IOException {
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicReference<Runnable> atFirst = new AtomicReference<>(() -> {});
    try (var broker =
            EmbeddedBroker.start(
                new EmbeddedBroker.Options(folder, "127.0.0.1", 0, null), new Anybody(atFirst));
        var link = new PahoLink(new Credentials("kiosk-1", "s", broker.url(), null), null)) {
      atFirst.set(() -> link.subscribe(SECOND, (topic, _) -> heard.add(topic)));
      link.subscribe(FIRST, (_, _) -> {});
      link.open();
      await().until(link::connected);
      link.publishState(SECOND, "answer".getBytes(StandardCharsets.UTF_8));
      await().until(() -> heard.contains(SECOND));
    }
  }
}
