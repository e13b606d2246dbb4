package io.tidehall.display.voice;

import static io.tidehall.display.voice.VoiceQueueTest.board;
import static io.tidehall.display.voice.VoiceQueueTest.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.EspeakEngine;
import io.tidehall.device.sound.Sound;
import io.tidehall.device.sound.SpeechEngine;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole voice: a hall in memory at one end, a loudspeaker that the test lets go at the other.
 */
class VoiceAppTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  @TempDir Path folder;
  private final FakeHall hall = new FakeHall(NOW);
  private final Loudspeaker loudspeaker = new Loudspeaker();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void twoCallsAtOnceAreHeardOneAfterTheOtherEachTwice() {
    try (var _ = app(new EspeakEngine())) {
      hall.state(Topics.BOARD, board(call("A001", 1, 0), call("B012", 1, 0)));
      heard("A001-12-1");
      loudspeaker.end.release();
      heard("A001-12-1", "A001-12-2");
      loudspeaker.end.release();
      heard("A001-12-1", "A001-12-2", "B012-12-1");
      loudspeaker.end.release(2);
      heard("A001-12-1", "A001-12-2", "B012-12-1", "B012-12-2");
    }
    for (Played played : loudspeaker.played) {
      assertTrue(played.sound.length().toMillis() > 2_000, played.name + ": " + played.sound);
      assertTrue(played.sound.length().toMillis() < 8_000, played.name + ": " + played.sound);
      assertTrue(played.sound.peak() > 2_000 && played.sound.peak() < 32_767);
    }
  }

  @Test
  void theSecondReadingIsLeftOutWhenTheVisitorHasCome() {
    try (var _ = app(new EspeakEngine())) {
      hall.state(Topics.BOARD, board(call("A001", 1, 0)));
      heard("A001-12-1");
      var told = new CountDownLatch(2);
      hall.watch(Topics.BOARD, BoardState.class, _ -> told.countDown());
      hall.state(Topics.BOARD, board(call("A002", 1, 5)));
      Awaitility.await().until(() -> told.getCount() == 0);
      loudspeaker.end.release();
      heard("A001-12-1", "A002-12-1");
      loudspeaker.end.release(2);
    }
  }

  @Test
  void freeWordsAreSaidTwiceAndAreAsLongAsTheyAre() {
    try (var _ = app(new EspeakEngine())) {
      hall.state(
          Topics.ANNOUNCEMENTS,
          new Announcements(
              1,
              List.of(
                  new Announcements.Announcement(
                      "n-1", "", "3号窗口今天17:00下班，请到12号窗口办理", NOW, NOW.plusSeconds(600)))));
      heard("announcement-n-1-1");
      loudspeaker.end.release();
      heard("announcement-n-1-1", "announcement-n-1-2");
      loudspeaker.end.release();
    }
    for (Played played : loudspeaker.played) {
      assertTrue(played.sound.length().toMillis() > 4_000, played.name + ": " + played.sound);
      assertTrue(played.sound.length().toMillis() < 15_000, played.name + ": " + played.sound);
      assertTrue(played.sound.peak() > 2_000 && played.sound.peak() < 32_767);
    }
  }

  @Test
  void theHallSaysHowItsVoiceSpeaks() {
    hall.state(
        Topics.setup("speaker-1"),
        new DeviceSetup(
            DeviceRole.SPEAKER,
            null,
            null,
            "2",
            new DeviceSetup.Voice(List.of(Language.ZH), 1, 4, 90, 50, List.of())));
    var told = new CountDownLatch(1);
    try (var _ = app(new EspeakEngine())) {
      hall.watch(Topics.setup("speaker-1"), DeviceSetup.class, _ -> told.countDown());
      Awaitility.await().until(() -> told.getCount() == 0);
      var away = call("A001", 1, 0);
      var here = new BoardState.Call("B-1", "B002", "7", Text.of("7", "7"), "2", 1, NOW);
      hall.state(Topics.BOARD, board(away, here));
      heard("B002-7-1");
      loudspeaker.end.release();
      hall.state(Topics.BOARD, board(away, here, another()));
      heard("B002-7-1", "C003-7-1");
      loudspeaker.end.release();
    }
  }

  private static BoardState.Call another() {
    return new BoardState.Call("C-1", "C003", "7", Text.of("7", "7"), "2", 1, NOW);
  }

  @Test
  void callsThatWereDroppedAreToldToTheHallForAWhile() {
    try (var _ = app(new EspeakEngine())) {
      hall.state(Topics.BOARD, board(call("A001", 1, 0), call("A002", 1, 0)));
      heard("A001-12-1");
      hall.at(NOW.plusSeconds(100));
      loudspeaker.end.release(2);
      Awaitility.await().until(() -> hall.tells(Speaker.DROPPED));
      hall.at(NOW.plusSeconds(800));
      Awaitility.await().until(hall::tells);
    }
  }

  @Test
  void withoutAnEngineTheChimeIsHeardAndTheHallIsTold() {
    SpeechEngine none =
        (_, _) -> {
          throw new IOException("no engine");
        };
    try (var _ = app(none)) {
      hall.state(Topics.BOARD, board(call("A001", 1, 0)));
      heard("A001-12-1");
      loudspeaker.end.release(2);
      Awaitility.await().until(() -> hall.reports().contains(List.of(Speaker.NO_VOICE)));
      assertTrue(loudspeaker.played.element().sound.length().toMillis() > 500);
    }
  }

  private void heard(String... names) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertEquals(
                    List.of(names),
                    loudspeaker.played.stream()
                        .map(it -> it.name.replaceFirst("^[0-9]+-[0-9]+-", ""))
                        .toList()));
  }

  private io.tidehall.device.DeviceApp.Running app(SpeechEngine engine) {
    return new VoiceApp()
        .start(
            new Device("speaker-1", hall, new DeviceOptions(), () -> {}),
            folder,
            engine,
            loudspeaker);
  }

  private record Played(String name, Sound sound) {}

  /** Each sound lasts until the test ends it. */
  private static final class Loudspeaker implements AudioSink {
    final ConcurrentLinkedQueue<Played> played = new ConcurrentLinkedQueue<>();
    final Semaphore end = new Semaphore(0);

    @Override
    public void play(String name, Sound sound) throws InterruptedException {
      played.add(new Played(name, sound));
      end.acquire();
    }

    @Override
    public void close() {}
  }
}
