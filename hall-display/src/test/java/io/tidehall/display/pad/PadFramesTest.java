package io.tidehall.display.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.display.pad.PadFrames.Moved;
import io.tidehall.protocol.Act.Button;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The frames of a serial call pad, as its maker reads them in the documents. */
class PadFramesTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final PadFrames frames = new PadFrames();

  @Test
  void eachKeyHasItsFrame() {
    assertEquals(
        List.of(
            new Moved(Button.NEXT, true),
            new Moved(Button.NEXT, false),
            new Moved(Button.EMERGENCY, true)),
        take("4B 01 01 4D 0D 4B 01 00 4C 0D 4B 07 01 53 0D"));
    assertEquals(0, frames.dropped());
  }

  @Test
  void aFrameMayComeInPieces() {
    assertEquals(List.of(), take("4B 05"));
    assertEquals(List.of(), take("01 51"));
    assertEquals(List.of(new Moved(Button.NO_SHOW, true)), take("0D"));
  }

  @Test
  void noiseAndWrongSumsAreLeftOutAndTheNextFrameIsFound() {
    assertEquals(List.of(new Moved(Button.RECALL, true)), take("00 FF 4B 4B 02 01 4E 0D"));
    assertEquals(3, frames.dropped());
    assertEquals(List.of(new Moved(Button.FINISH, true)), take("4B 01 01 4E 0D 4B 04 01 50 0D"));
    assertEquals(List.of(), take("4B 08 01 54 0D 4B 00 01 4C 0D 4B 01 02 4E 0D"));
    assertEquals(List.of(new Moved(Button.PAUSE, true)), take("4B 06 01 52 0D"));
  }

  @Test
  void aCutLineBeginsAnew() {
    take("4B 01 01");
    frames.restart();
    assertEquals(List.of(), take("4D 0D"));
    assertEquals(List.of(new Moved(Button.ARRIVED, true)), take("4B 03 01 4F 0D"));
  }

  @Test
  void figuresGoOutInOneFrame() {
    assertEquals("44 00 11 0C 03 64 0D", shown(17, 12, PadFigures.State.CALLED, false));
    assertEquals("44 03 F9 63 84 27 0D", shown(1017, 99, PadFigures.State.SERVING, true));
    assertEquals("44 00 00 00 00 44 0D", HEX.formatHex(PadFrames.show(PadFigures.none())));
  }

  private static String shown(int number, int waiting, PadFigures.State state, boolean refused) {
    return HEX.formatHex(PadFrames.show(new PadFigures(number, waiting, state, refused)));
  }

  private List<Moved> take(String hex) {
    byte[] bytes = HEX.parseHex(hex);
    return new ArrayList<>(frames.take(bytes, bytes.length));
  }
}
