package io.tidehall.kiosk;

import io.tidehall.device.Texts;
import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.Clips;
import io.tidehall.device.sound.Sound;
import io.tidehall.kiosk.flow.Prompt;
import io.tidehall.protocol.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks the newest prompt on a thread of its own and cuts whatever was being said before. The
 * screen never waits for it. Sentences that were made are kept in memory, without numbers.
 */
final class Prompter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Prompter.class);
  private static final Duration BETWEEN = Duration.ofMillis(250);

  private final Clips clips;
  private final AudioSink sink;
  private final Texts texts;
  private final Consumer<Boolean> able;
  private final Map<String, Sound> made = new HashMap<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("prompts").unstarted(this::run);
  private final Object lock = new Object();
  private @Nullable Prompt next;
  private @Nullable Prompt last;
  private boolean busy;
  private boolean closed;
  private int told;

  /**
   * A prompter that is silent until {@link #start}.
   *
   * @param able told whether the kiosk can speak, and again when that changes
   */
  Prompter(Clips clips, AudioSink sink, Texts texts, Consumer<Boolean> able) {
    this.clips = clips;
    this.sink = sink;
    this.texts = texts;
    this.able = able;
  }

  void start() {
    thread.start();
  }

  /** From now on this, or nothing: what is being said is cut. The same again changes nothing. */
  void say(@Nullable Prompt prompt) {
    synchronized (lock) {
      if (prompt == null ? last == null : prompt.equals(last)) {
        return;
      }
      last = prompt;
      next = prompt;
      if (busy) {
        thread.interrupt();
      }
      lock.notifyAll();
    }
  }

  private void run() {
    tell(tried());
    while (true) {
      try {
        Prompt prompt = await();
        if (prompt == null) {
          return;
        }
        if (prompt.percent() > 0) {
          speak(prompt);
        }
      } catch (InterruptedException _) {
        // Cut: another prompt, or none, has come.
      } finally {
        rest();
      }
    }
  }

  /** The next prompt; null at the end. Whoever interrupts after this interrupts this prompt. */
  private @Nullable Prompt await() throws InterruptedException {
    synchronized (lock) {
      while (next == null && !closed) {
        lock.wait();
      }
      Prompt prompt = closed ? null : next;
      next = null;
      busy = true;
      return prompt;
    }
  }

  private void rest() {
    synchronized (lock) {
      busy = false;
      var unused = Thread.interrupted();
    }
  }

  private boolean tried() {
    try {
      for (Language language : Language.values()) {
        var unused = sentence(new Prompt.Line("say.test", List.of()), language);
      }
      return true;
    } catch (IOException e) {
      log.warn("the kiosk cannot speak: {}", e.getMessage());
      return false;
    }
  }

  private void speak(Prompt prompt) throws InterruptedException {
    try {
      List<Sound> parts = new ArrayList<>();
      for (Prompt.Line line : prompt.lines()) {
        parts.add(sentence(line, prompt.language()));
        parts.add(Sound.silence(BETWEEN));
      }
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      String name = "%06d-%s".formatted(++told, prompt.lines().getFirst().key());
      sink.play(name, Sound.of(parts).at(prompt.percent()));
    } catch (IOException e) {
      synchronized (lock) {
        if (next != null || Thread.currentThread().isInterrupted()) {
          return;
        }
      }
      log.error("a prompt is not heard: {}", e.getMessage());
      tell(false);
    }
  }

  private Sound sentence(Prompt.Line line, Language language) throws IOException {
    String text = texts.say(language, line.key(), line.arguments().toArray());
    Sound known = made.get(language + text);
    if (known != null) {
      return known;
    }
    Sound sound = Sound.of(clips.words(text));
    if (line.arguments().isEmpty()) {
      made.put(language + text, sound);
    }
    return sound;
  }

  private void tell(boolean can) {
    able.accept(can);
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (busy) {
        thread.interrupt();
      }
      lock.notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    sink.close();
  }
}
