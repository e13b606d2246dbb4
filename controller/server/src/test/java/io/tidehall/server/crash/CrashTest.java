package io.tidehall.server.crash;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Entry;
import io.tidehall.link.Credentials;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Language;
import io.tidehall.server.journal.H2Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller is killed with SIGKILL at random moments under load (eight times, or as often as
 * the property {@code tidehall.crash.kills} says); some of the kills hit it while it starts.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("tidehall.crash.kills", 8);
  private static final int IN_STARTING = 5;
  private static final int RECONNECTING = 2;
  private static final List<String> LINES = List.of("A", "B", "C", "D");

  private final Random random = new Random();
  private final Ledger ledger = new Ledger();
  private final List<InsistentDevice> devices = new ArrayList<>();

  @Test
  void whatWasAcknowledgedOutlivesEveryKillAndHappenedOnce(@TempDir Path folder) throws Exception {
    var place = HallProcess.Place.at(folder);
    long began = System.nanoTime();
    try (ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor()) {
      HallProcess hall = started(place);
      try {
        connect(place);
        var _ =
            ticker.scheduleAtFixedRate(
                () -> devices.forEach(InsistentDevice::knock), 1, 1, SECONDS);
        for (int kill = 1; kill <= KILLS; kill++) {
          if (kill % IN_STARTING == 0) {
            hall.kill();
            hall = HallProcess.start(place);
            assertTrue(hall.survives(random.nextInt(2_500)), () -> log(place));
          } else {
            underLoad(hall, place, kill == 1);
          }
          hall.kill();
          hall = started(place);
          // The rest find their way back on their own.
          devices.stream().skip(RECONNECTING).forEach(InsistentDevice::restart);
        }
        underLoad(hall, place, false);
      } finally {
        hall.kill();
        ticker.shutdownNow();
        devices.forEach(InsistentDevice::close);
      }
    }
    List<Entry> journal = new ArrayList<>();
    try (H2Journal kept = H2Journal.open(place.data())) {
      kept.replay(1, journal::add);
    }
    assertEquals(List.of(), ledger.disagreements(journal));
    System.out.printf(
        "%d kills in %d s: %d tickets and %d calls acknowledged, %d answers repeated, %d entries%n",
        KILLS,
        (System.nanoTime() - began) / 1_000_000_000,
        ledger.tickets(),
        ledger.calls(),
        ledger.repeats(),
        journal.size());
  }

  private HallProcess started(HallProcess.Place place) throws Exception {
    HallProcess hall = HallProcess.start(place);
    assertTrue(hall.awaitReady(), () -> log(place));
    return hall;
  }

  /**
   * Lets some requests be acknowledged in this life, a call be shown, something that was answered
   * before the last kill be answered again, and then a random while pass.
   */
  private void underLoad(HallProcess hall, HallProcess.Place place, boolean first)
      throws InterruptedException {
    int before = ledger.acknowledged();
    int calls = ledger.calls();
    int repeats = first ? -1 : ledger.repeats();
    int more = 1 + random.nextInt(40);
    await().until(() -> ledger.acknowledged() >= before + more);
    await("a call in this life").until(() -> ledger.calls() > calls);
    await("an answer once more").until(() -> ledger.repeats() > repeats);
    assertTrue(hall.survives(random.nextInt(50)), () -> log(place));
  }

  private void connect(HallProcess.Place place) throws IOException {
    for (String window : HallProgram.WINDOWS) {
      Iterator<Act.Button> presses =
          Stream.generate(() -> List.of(Act.Button.NEXT, Act.Button.ARRIVED, Act.Button.FINISH))
              .flatMap(List::stream)
              .iterator();
      var secret = credentials(place, HallProgram.callPad(window));
      Supplier<Act> press = () -> new Act.PressCallPad(presses.next());
      devices.addFirst(new InsistentDevice(secret, 1, press, ledger, window));
    }
    for (String kiosk : HallProgram.KIOSKS) {
      var secret = credentials(place, kiosk);
      devices.add(1, new InsistentDevice(secret, 4, this::ticket, ledger, null));
    }
    devices.forEach(InsistentDevice::start);
  }

  private static Credentials credentials(HallProcess.Place place, String device)
      throws IOException {
    return Credentials.read(place.data().resolve("devices").resolve(device + ".credentials"));
  }

  private Act ticket() {
    return new Act.TakeTicket(
        LINES.get(random.nextInt(LINES.size())), List.of(), null, null, Language.ZH);
  }

  private static String log(HallProcess.Place place) {
    try {
      return "the controller died of itself: " + Files.readString(place.log());
    } catch (IOException e) {
      return "the controller died of itself, and its log cannot be read: " + e;
    }
  }
}
