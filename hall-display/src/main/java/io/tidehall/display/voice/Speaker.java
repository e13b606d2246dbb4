package io.tidehall.display.voice;

import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.Clips;
import io.tidehall.device.sound.Sound;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says the calls of a {@link VoiceQueue} one after another on a thread of its own. A sentence that
 * has begun is never cut; a further reading is left out when the visitor has come meanwhile.
 */
final class Speaker implements AutoCloseable {
  /** No clip can be had: only the chime is heard. */
  static final String NO_VOICE = "no-voice";

  /** The sound cannot be played. */
  static final String NO_SOUND = "no-sound";

  /** So many calls wait that each is said once. */
  static final String CROWDED = "voice-crowded";

  /** Calls were too old to be said, in the last minutes. */
  static final String DROPPED = "voice-dropped";

  private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
  private static final Duration BETWEEN_READINGS = Duration.ofMillis(600);
  private static final Duration AFTER_CHIME = Duration.ofMillis(150);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration DROPPED_TOLD = Duration.ofMinutes(10);
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private volatile VoiceRules rules;
  private final Clips clips;
  private final AudioSink sink;
  private final InstantSource clock;
  private final Consumer<List<String>> faults;
  private final Thread thread = Thread.ofPlatform().daemon().name("voice").unstarted(this::run);
  private final Object lock = new Object();
  private VoiceQueue queue = VoiceQueue.empty();
  private boolean closed;
  private volatile ZoneId zone = ZoneId.of("Asia/Shanghai");
  private String clipFault = "";
  private String soundFault = "";
  private Instant droppedLast = Instant.MIN;
  private List<String> told = List.of();

  /**
   * A speaker that stands still until {@link #start}.
   *
   * @param faults told what is wrong after every sentence; empty when well
   */
  Speaker(
      VoiceRules rules,
      Clips clips,
      AudioSink sink,
      InstantSource clock,
      Consumer<List<String>> faults) {
    this.rules = rules;
    this.clips = clips;
    this.sink = sink;
    this.clock = clock;
    this.faults = faults;
  }

  void start() {
    thread.start();
  }

  /** The board's state came. */
  void heard(BoardState board) {
    synchronized (lock) {
      queue = queue.heard(board, clock.instant(), rules);
      lock.notifyAll();
    }
  }

  /** Free words came. */
  void heard(Announcements announcements) {
    synchronized (lock) {
      queue = queue.heard(announcements, clock.instant(), rules);
      lock.notifyAll();
    }
  }

  /** The hall cannot be heard. */
  void silence() {
    synchronized (lock) {
      queue = queue.afterSilence();
    }
  }

  /** The hall wants it said otherwise from now on. */
  void follow(VoiceRules changed) {
    rules = changed;
  }

  /** The hall goes by the time of a zone. */
  void at(ZoneId hall) {
    zone = hall;
  }

  /** Ends; a sentence that is being said is cut, since the program is going. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
    }
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    sink.close();
  }

  private void run() {
    try {
      prepare();
      while (true) {
        Optional<VoiceQueue.Saying> next = await();
        if (next.isEmpty()) {
          return;
        }
        say(next.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepare() {
    try {
      clips.prepare();
    } catch (IOException e) {
      clipFailed(e);
    }
    tell();
  }

  /** The next call to say; empty at the end. */
  private Optional<VoiceQueue.Saying> await() throws InterruptedException {
    synchronized (lock) {
      while (!closed) {
        long before = queue.dropped();
        queue = queue.patient(clock.instant(), rules);
        if (queue.dropped() > before) {
          LOG.warn(
              "{} calls were not said: they had waited longer than {} s; {} since the start",
              queue.dropped() - before,
              rules.patience().toSeconds(),
              queue.dropped());
          droppedLast = clock.instant();
        }
        tellChange();
        Optional<VoiceQueue.Saying> next = queue.next(rules);
        if (next.isPresent()) {
          queue = queue.without(next.get().what());
          return next;
        }
        lock.wait(LOOK.toMillis());
      }
      return Optional.empty();
    }
  }

  private void say(VoiceQueue.Saying saying) throws InterruptedException {
    Instant now = clock.instant();
    int percent = rules.percentAt(now.atZone(zone).toLocalTime());
    Utterance what = saying.what();
    if (percent == 0) {
      LOG.info("{} is not said: quiet hours", name(what));
      return;
    }
    for (int i = 0; i < saying.readings().size(); i++) {
      if (i > 0 && !stands(what)) {
        return;
      }
      String name = "%s-%s-%d".formatted(FILE_TIME.format(now.atZone(zone)), name(what), i + 1);
      play(name, reading(what, saying.readings().get(i), i == 0).at(percent));
    }
    tell();
  }

  private static String name(Utterance what) {
    return switch (what) {
      case Utterance.Call(var call) -> call.number() + "-" + call.window();
      case Utterance.Words(var words) -> "announcement-" + words.id();
    };
  }

  private boolean stands(Utterance what) {
    synchronized (lock) {
      return queue.stands(what);
    }
  }

  private Sound reading(Utterance what, List<Language> languages, boolean first) {
    List<Sound> parts = new ArrayList<>();
    try {
      if (first) {
        parts.add(clips.get(Sentences.CHIME));
        parts.add(Sound.silence(AFTER_CHIME));
      }
      switch (what) {
        case Utterance.Call(var call) -> {
          for (Language language : languages) {
            for (String clip : Sentences.call(call.number(), call.window(), language)) {
              parts.add(clips.get(clip));
            }
            parts.add(Sound.silence(BETWEEN_READINGS));
          }
        }
        case Utterance.Words(var words) -> {
          parts.addAll(clips.words(words.text()));
          parts.add(Sound.silence(BETWEEN_READINGS));
        }
      }
      clipFault = "";
    } catch (IOException e) {
      clipFailed(e);
    }
    return Sound.of(parts);
  }

  private void play(String name, Sound sound) throws InterruptedException {
    try {
      sink.play(name, sound);
      soundFault = "";
    } catch (IOException e) {
      if (soundFault.isEmpty()) {
        LOG.error("{}", e.getMessage(), e);
      }
      soundFault = NO_SOUND;
    }
  }

  private void clipFailed(IOException e) {
    if (clipFault.isEmpty()) {
      LOG.error("only a chime is heard: {}", e.getMessage());
    }
    clipFault = NO_VOICE;
  }

  private void tell() {
    told = faults();
    faults.accept(told);
  }

  private void tellChange() {
    if (!faults().equals(told)) {
      tell();
    }
  }

  private List<String> faults() {
    List<String> now = new ArrayList<>();
    for (String fault : List.of(clipFault, soundFault)) {
      if (!fault.isEmpty()) {
        now.add(fault);
      }
    }
    synchronized (lock) {
      if (queue.crowded(rules)) {
        now.add(CROWDED);
      }
    }
    if (droppedLast.isAfter(clock.instant().minus(DROPPED_TOLD))) {
      now.add(DROPPED);
    }
    return List.copyOf(now);
  }
}
