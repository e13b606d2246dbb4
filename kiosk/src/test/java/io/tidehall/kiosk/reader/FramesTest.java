package io.tidehall.kiosk.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String HEAD = "AAAAAA9669";
  private static final byte[] FOUND = HEX.parseHex(HEAD + "000800009F0000000097");
  private static final byte[] EMPTY = HEX.parseHex(HEAD + "000400008084");
  private static final byte[] CARD = CardBytes.card(CardBytes.resident("371312195601010028", "长期"));

  private final Frames frames = new Frames();

  @Test
  void theKnownRepliesAreUnderstood() {
    add(FOUND);
    assertEquals(0x9F, status());
    add(HEX.parseHex(HEAD + "000C00009000000000000000009C"));
    assertEquals(0x90, status());
    add(EMPTY);
    assertEquals(0x80, status());
    add(HEX.parseHex(HEAD + "000400008185"));
    assertEquals(0x81, status());
    add(HEX.parseHex(HEAD + "000400004145"));
    assertEquals(0x41, status());
    assertEquals(0, frames.wrong());
  }

  @Test
  void aCardIs1295BytesOfWhichThePhotoIsDropped() {
    assertEquals(1295, CARD.length);
    add(CARD);
    assertEquals(4 + 256, frames.next().orElseThrow().data().length);
  }

  @Test
  void aReplyMayBeSplitAnywhere() {
    for (int cut = 1; cut < FOUND.length; cut++) {
      add(Arrays.copyOf(FOUND, cut));
      assertTrue(frames.next().isEmpty(), "cut at " + cut);
      add(Arrays.copyOfRange(FOUND, cut, FOUND.length));
      assertEquals(0x9F, status());
    }
  }

  @Test
  void aWrongSumIsDroppedAndTheNextReplyIsRead() {
    byte[] wrong = FOUND.clone();
    wrong[wrong.length - 1] ^= 1;
    add(CardBytes.joined(wrong, EMPTY));
    assertEquals(0x80, status());
    assertEquals(1, frames.wrong());
  }

  @Test
  void noiseBeforeAndBetweenRepliesIsDropped() {
    byte[] noise = HEX.parseHex("00FFAAAA96AAAAAA9600AA");
    add(CardBytes.joined(noise, FOUND, noise, EMPTY, noise));
    assertEquals(0x9F, status());
    assertEquals(0x80, status());
    assertTrue(frames.next().isEmpty());
  }

  @Test
  void aReplyInsideOneThatWasCutOffIsFound() {
    add(CardBytes.joined(Arrays.copyOf(CARD, 700), FOUND));
    assertTrue(frames.next().isEmpty(), "the rest of the card may still come");
    assertEquals(0x9F, frames.nextWithoutTheBegun().orElseThrow().status());
  }

  @Test
  void anImpossibleLengthIsNotWaitedFor() {
    add(CardBytes.joined(HEX.parseHex(HEAD + "FFFF"), HEX.parseHex(HEAD + "0002"), FOUND));
    assertEquals(0x9F, status());
    assertEquals(2, frames.wrong());
  }

  @Test
  void endlessNoiseDoesNotStopIt() {
    byte[] noise = new byte[2048];
    Arrays.fill(noise, (byte) 0xAA);
    for (int i = 0; i < 50; i++) {
      add(noise);
      assertTrue(frames.next().isEmpty());
    }
    add(FOUND);
    assertEquals(0x9F, status());
  }

  @Test
  void everyByteOfACardMayBeGarbledWithoutAnythingElseBeingRead() {
    for (int at = 0; at < CARD.length; at++) {
      var fresh = new Frames();
      byte[] garbled = CARD.clone();
      garbled[at] ^= 0x40;
      fresh.add(garbled, garbled.length);
      assertTrue(fresh.next().isEmpty(), "garbled at " + at);
      assertTrue(fresh.nextWithoutTheBegun().isEmpty(), "garbled at " + at);
    }
  }

  @Test
  void whatWasReadIsOverwritten() {
    add(CARD);
    byte[] data = frames.next().orElseThrow().data();
    assertArrayEquals(Arrays.copyOfRange(CARD, 10, 270), data);
    frames.clear();
    assertTrue(frames.next().isEmpty());
  }

  private void add(byte[] bytes) {
    frames.add(bytes, bytes.length);
  }

  private int status() {
    return frames.next().orElseThrow().status();
  }
}
