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

  /** How well it can speak. */
  enum Health {
    /** No sentence can be made; it is tried again. */
    MUTE,
    /** The last sentence could not be played. */
    FAILING,
    WELL
  }

  /** An engine may be installed, or come back, while the kiosk runs. */
  private static final long RETRY_MILLIS = 60_000;

  private static final long FOR_EVER = 0;

  private final Clips clips;
  private final AudioSink sink;
  private final Texts texts;
  private final Consumer<Health> health;
  private final Map<String, Sound> made = new HashMap<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("prompts").unstarted(this::run);
  private final Object lock = new Object();
  private @Nullable Prompt next;
  private @Nullable Prompt last;
  private boolean busy;
  private boolean closed;
  private int told;
  private @Nullable Health now;

  /**
   * A prompter that is silent until {@link #start}.
   *
   * @param health told how well the kiosk can speak, and again when that changes
   */
  Prompter(Clips clips, AudioSink sink, Texts texts, Consumer<Health> health) {
    this.clips = clips;
    this.sink = sink;
    this.texts = texts;
    this.health = health;
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
        Prompt prompt = await(now == Health.MUTE ? RETRY_MILLIS : FOR_EVER);
        if (prompt == null) {
          if (closed()) {
            return;
          }
          if (now == Health.MUTE) {
            tell(tried());
          }
          continue;
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

  /** The next prompt; null when none came in time, and at the end. */
  private @Nullable Prompt await(long millis) throws InterruptedException {
    synchronized (lock) {
      boolean waited = false;
      while (next == null && !closed && !waited) {
        lock.wait(millis);
        waited = millis != FOR_EVER;
      }
      Prompt prompt = closed ? null : next;
      next = null;
      // Whoever interrupts from here on interrupts this prompt.
      busy = prompt != null;
      return prompt;
    }
  }

  private boolean closed() {
    synchronized (lock) {
      return closed;
    }
  }

  private void rest() {
    synchronized (lock) {
      busy = false;
      var unused = Thread.interrupted();
    }
  }

  private Health tried() {
    try {
      for (Language language : Language.values()) {
        var unused = sentence(new Prompt.Line("say.test", List.of()), language);
      }
      return Health.WELL;
    } catch (IOException e) {
      if (now != Health.MUTE) {
        log.warn("the kiosk cannot speak: {}", e.getMessage());
      }
      return Health.MUTE;
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
      tell(Health.WELL);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (now != Health.FAILING) {
        log.error("a prompt is not heard: {}", e.getMessage());
      }
      tell(Health.FAILING);
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

  private void tell(Health other) {
    if (other != now) {
      now = other;
      health.accept(other);
    }
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
