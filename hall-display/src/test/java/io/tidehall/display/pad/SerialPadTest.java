package io.tidehall.display.pad;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.window;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.DeviceApp;
import io.tidehall.device.FakeHall;
import io.tidehall.display.Photos;
import io.tidehall.display.SerialPair;
import io.tidehall.display.Township;
import io.tidehall.display.pad.serial.PadPort;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState.Stage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call pad at the far end of a pseudo-terminal, without a screen. */
class SerialPadTest {
  private static final SerialPad.Pace QUICK =
      new SerialPad.Pace(Duration.ofMillis(200), Duration.ofMillis(50));

  @TempDir Path folder = Path.of("");

  private final FakeHall hall = new FakeHall(NOW);

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void itsKeysAskTheHallAndItsFiguresFollowTheWindow() throws Exception {
    try (var line = new SerialPair(folder);
        var _ = pad(line)) {
      line.awaitFrames("44 00 00 0C 02 52 0D");
      line.send("4B 01 01 4D 0D 4B 01 00 4C 0D");
      await().untilAsserted(() -> assertEquals(acts(Act.Button.NEXT), hall.acts()));
      hall.answer(new HallAnswer.Done());
      hall.state(Topics.window("3"), window(2, Stage.CALLED, "A017", 1));
      line.awaitFrames("44 00 11 0C 03 64 0D");
      line.send("4B 05 01 51 0D");
      await()
          .untilAsserted(
              () -> assertEquals(acts(Act.Button.NEXT, Act.Button.NO_SHOW), hall.acts()));
      hall.answer(new HallAnswer.Refused("TOO_FEW_CALLS", Text.of("再呼叫1次", "Call again")));
      line.awaitFrames("44 00 11 0C 83 E4 0D");
    }
  }

  @Test
  void aHeldKeyMeansItsSecondFunction() throws Exception {
    try (var line = new SerialPair(folder);
        var _ = pad(line)) {
      line.awaitFrames("44 00 00 0C 02 52 0D");
      line.send("4B 06 01 52 0D");
      // Time passes until it is enough, from whenever the pad has heard the key go down.
      await()
          .until(
              () -> {
                hall.at(hall.hallClock().instant().plusMillis(300));
                return hall.acts().equals(acts(Act.Button.EMERGENCY));
              });
    }
  }

  @Test
  void aPadThatIsPulledOutIsToldOfAndFoundAgain() throws Exception {
    try (var line = new SerialPair(folder);
        var _ = pad(line)) {
      line.awaitFrames("44 00 00 0C 02 52 0D");
      line.cut();
      await().until(() -> hall.tells(SerialPad.PAD_DOWN));
      line.mend();
      line.awaitFrames("44 00 00 0C 02 52 0D");
      await().until(hall::tells);
      line.send("4B 02 01 4E 0D");
      await().untilAsserted(() -> assertEquals(acts(Act.Button.RECALL), hall.acts()));
    }
  }

  @Test
  void anAppThatStopsLeavesThePadDark() throws Exception {
    try (var line = new SerialPair(folder);
        // The pair ends with the last who has it open, and what has not been read is lost.
        var _ = new RandomAccessFile(line.near().toFile(), "r")) {
      try (var _ = pad(line)) {
        line.awaitFrames("44 00 00 0C 02 52 0D");
      }
      line.awaitFrames("44 00 00 00 00 44 0D");
    }
  }

  @Test
  void aLineThatIsNotThereIsNamed() {
    try (var line = new PadPort(folder.resolve("ttyUSB9"))) {
      var problem = assertThrows(IOException.class, line::open);
      assertTrue(String.valueOf(problem.getMessage()).contains("ttyUSB9, but there is none"));
    }
  }

  private DeviceApp.Running pad(SerialPair line) {
    hall.state(Topics.setup("p3"), Township.at(DeviceRole.CALL_PAD, "3"));
    hall.state(Topics.window("3"), window(1, Stage.IDLE, "", 0));
    var pad = new SerialPad(new PadPort(line.near()), QUICK);
    return CallPadApp.start(Photos.device("p3", hall), pad, false);
  }

  private static List<Act> acts(Act.Button... buttons) {
    return List.of(buttons).stream().<Act>map(Act.PressCallPad::new).toList();
  }
}
