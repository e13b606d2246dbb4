package io.tidehall.link;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that remembers what came, in order. */
public final class Inbox implements Link.Receiver {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> texts = new CopyOnWriteArrayList<>();

  @Override
  public void receive(String topic, byte[] payload) {
    texts.add(new String(payload, StandardCharsets.UTF_8));
  }

  public List<String> texts() {
    return List.copyOf(texts);
  }

  /** What came, without repeats. */
  public List<String> distinct() {
    return texts.stream().distinct().toList();
  }

  public void awaitText(String text) {
    await("the message " + text).atMost(PATIENCE).until(() -> texts.contains(text));
  }
}
