package io.tidehall.display.led;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faces in the bytes of each make of strip. */
class StripDriverTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final Charset GBK = Charset.forName("GBK");

  static Stream<StripDriver> makes() {
    return Stream.of(new FigureStrip(), new ColourStrip(0, 1), new BxCard(128, 32));
  }

  @ParameterizedTest
  @MethodSource("makes")
  void everyBoardAndEveryFaceHasAFrameOfItsOwn(StripDriver driver) {
    var face = new Face("请A017号", 17, false);
    assertArrayEquals(driver.frame(5, face), driver.frame(5, face));
    assertNotEquals(hex(driver.frame(5, face)), hex(driver.frame(6, face)));
    assertNotEquals(
        hex(driver.frame(5, face)), hex(driver.frame(5, new Face("请A018号", 18, false))));
    assertTrue(driver.frame(255, new Face("预".repeat(20), 65_535, true)).length < 255);
  }

  @Test
  void figuresAreBoardHighLowAndSum() {
    assertEquals("05 03 E7 EF", hex(new FigureStrip().frame(5, number(999))));
    assertEquals("05 00 00 05", hex(new FigureStrip().frame(5, number(0))));
  }

  @Test
  void theSumKeepsItsLowByteAlone() {
    assertEquals("FF 03 E7 E9", hex(new FigureStrip().frame(255, number(999))));
  }

  @Test
  void colouredFiguresAreColourLowHighCodeAndSum() {
    assertEquals("3A 00 78 03 01 B6 0A", hex(new ColourStrip(0, 1).frame(1, number(888))));
  }

  @Test
  void aNumberJustCalledHasAColourOfItsOwn() {
    byte[] frame = new ColourStrip(0, 2).frame(1, new Face("请A888号", 888, true));
    assertEquals("3A 02 78 03 01 B8 0A", hex(frame));
  }

  @Test
  void aNumberThatTwoBytesCannotHoldShowsAsNone() {
    assertEquals("05 00 00 05", hex(new FigureStrip().frame(5, number(70_000))));
  }

  @Test
  void theCheckOfACardIsCrc16Arc() {
    assertEquals(0xBB3D, Frames.crc("123456789".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void whatWouldStartOrEndAFrameIsEscapedInIt() {
    byte[] frame = BxCard.framed(new byte[] {(byte) 0xA5, (byte) 0xA6, 0x5A, 0x5B});
    String body = "A6 02 A6 01 5B 02 5B 01";
    assertTrue(hex(frame).startsWith("A5 A5 A5 A5 A5 A5 A5 A5 " + body), hex(frame));
    assertEquals("5A", hex(Arrays.copyOfRange(frame, frame.length - 1, frame.length)));
    // Board 90 is 5A: its address must not end the frame.
    assertTrue(hex(new BxCard(96, 16).frame(0x5A, number(1))).contains("5B 02 00 00 80"));
  }

  /** The order of the fields is that of the maker's published example of a live area. */
  @Test
  void aCardShowsTheWordsInItsOnlyLiveArea() {
    String packet =
        "05 00 00 80 00 00 00 00 00 00 FE 02 2C 00 "
            + "A3 06 02 27 00 00 01 23 00 "
            + "00 00 00 00 00 10 00 20 00 00 00 00 02 00 00 00 00 01 01 01 00 00 00 08 00 00 00 "
            + "C7 EB 41 30 31 37 BA C5";
    byte[] bytes = HEX.parseHex(packet);
    assertArrayEquals(
        BxCard.framed(bytes), new BxCard(128, 32).frame(5, new Face("请A017号", 17, false)));
    assertEquals("请A017号", new String(bytes, bytes.length - 8, 8, GBK));
  }

  @Test
  void anAreasWidthCountsInEightDotsRoundedUpAndItsHeightInDots() {
    String two = hex(new BxCard(32, 16).frame(5, new Face("测试", 0, false)));
    assertTrue(two.contains("00 00 00 00 00 04 00 10 00"), two);
    String odd = hex(new BxCard(33, 16).frame(5, new Face("测试", 0, false)));
    assertTrue(odd.contains("00 00 00 00 00 05 00 10 00"), odd);
  }

  private static Face number(int number) {
    return new Face("", number, false);
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }
}
