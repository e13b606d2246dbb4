package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Texts;
import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.Clips;
import io.tidehall.device.sound.EspeakEngine;
import io.tidehall.device.sound.FolderSink;
import io.tidehall.device.sound.Sound;
import io.tidehall.device.sound.SpeechEngine;
import io.tidehall.kiosk.flow.Prompt;
import io.tidehall.protocol.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of prompts, and what is cut. */
class PrompterTest {
  @TempDir Path folder;
  private final List<Prompter.Health> health = new CopyOnWriteArrayList<>();
  private @Nullable Prompter prompter;

  /** A speaker that says until it is cut. */
  private static final class Endless implements AudioSink {
    final List<String> begun = new CopyOnWriteArrayList<>();
    final List<String> cut = new CopyOnWriteArrayList<>();

    @Override
    public void play(String name, Sound sound) throws InterruptedException {
      begun.add(name.substring(7));
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        cut.add(name.substring(7));
        throw e;
      }
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void close() {
    if (prompter != null) {
      prompter.close();
    }
  }

  @Test
  void anotherPromptCutsTheOneBeforeAndSilenceCutsToo() {
    var sink = new Endless();
    var prompts = speaking((_, _) -> Sound.silence(Duration.ofMillis(1)), sink);
    Awaitility.await().until(() -> health.equals(List.of(Prompter.Health.WELL)));
    prompts.say(prompt("say.lines", 60));
    Awaitility.await().until(() -> sink.begun.equals(List.of("say.lines")));
    prompts.say(prompt("say.lines", 60));
    prompts.say(prompt("say.items", 60));
    Awaitility.await().until(() -> sink.begun.equals(List.of("say.lines", "say.items")));
    assertEquals(List.of("say.lines"), sink.cut);
    prompts.say(null);
    Awaitility.await().until(() -> sink.cut.equals(List.of("say.lines", "say.items")));
    prompts.say(prompt("say.items", 0));
    prompts.say(prompt("say.items", 60));
    Awaitility.await().until(() -> sink.begun.size() == 3);
  }

  @Test
  void loudnessZeroPlaysNothing() {
    var sink = new Endless();
    var prompts = speaking((_, _) -> Sound.silence(Duration.ofMillis(1)), sink);
    prompts.say(prompt("say.lines", 0));
    prompts.close();
    assertEquals(List.of(), sink.begun);
  }

  @Test
  void aKioskWithoutASpeechEngineSaysThatItCannotSpeak() {
    var sink = new Endless();
    speaking(
        (_, _) -> {
          throw new IOException("expected the speech engine, but there is none");
        },
        sink);
    Awaitility.await().until(() -> health.equals(List.of(Prompter.Health.MUTE)));
  }

  @Test
  void aSpeakerThatFailsIsToldAndIsWellAgainAtTheNextPromptThatIsHeard() {
    var heard = new CopyOnWriteArrayList<String>();
    var sink =
        new AudioSink() {
          @Override
          public void play(String name, Sound sound) throws IOException {
            if (name.endsWith("say.lines")) {
              throw new IOException("expected a sound card that is free");
            }
            heard.add(name);
          }

          @Override
          public void close() {}
        };
    var prompts = speaking((_, _) -> Sound.silence(Duration.ofMillis(1)), sink);
    Awaitility.await().until(() -> health.equals(List.of(Prompter.Health.WELL)));
    prompts.say(prompt("say.lines", 60));
    Awaitility.await().until(() -> health.getLast() == Prompter.Health.FAILING);
    prompts.say(prompt("say.items", 60));
    Awaitility.await().until(() -> health.getLast() == Prompter.Health.WELL);
    assertEquals(1, heard.size());
  }

  @Test
  void everyPromptIsHeardInBothLanguagesAndSofterAtHalfTheLoudness() throws IOException {
    var texts = Texts.beside(KioskApp.class);
    var clips = new Clips(null, folder.resolve("clips"), new EspeakEngine());
    for (String key : texts.keys(Language.ZH)) {
      if (key.startsWith("say.")) {
        for (Language language : Language.values()) {
          var sound = Sound.of(clips.words(texts.say(language, key, "A 0 1 2")));
          assertTrue(sound.peak() > 3_000, key + " " + language);
          assertTrue(sound.length().compareTo(Duration.ofSeconds(12)) < 0, key + " " + language);
        }
      }
    }
    var heard = folder.resolve("heard");
    var prompts = speaking(new EspeakEngine(), new FolderSink(heard));
    Awaitility.await().until(() -> health.equals(List.of(Prompter.Health.WELL)));
    prompts.say(prompt("say.slip", 80));
    Awaitility.await().until(() -> Files.exists(heard.resolve("000001-say.slip.wav")));
    prompts.say(prompt("say.slip", 40));
    Awaitility.await().until(() -> Files.exists(heard.resolve("000002-say.slip.wav")));
    prompts.close();
    int loud = peak(heard.resolve("000001-say.slip.wav"));
    int soft = peak(heard.resolve("000002-say.slip.wav"));
    assertEquals(0.5, (double) soft / loud, 0.01);
    assertFalse(loud == 0);
  }

  private static int peak(Path wav) throws IOException {
    return Sound.read(new ByteArrayInputStream(Files.readAllBytes(wav))).peak();
  }

  private static Prompt prompt(String key, int percent) {
    return new Prompt(List.of(new Prompt.Line(key, List.of())), Language.ZH, percent, 0);
  }

  private Prompter speaking(SpeechEngine engine, AudioSink sink) {
    var made =
        new Prompter(
            new Clips(null, folder.resolve("clips"), engine),
            sink,
            Texts.beside(KioskApp.class),
            health::add);
    prompter = made;
    made.start();
    return made;
  }
}
