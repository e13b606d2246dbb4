package io.tidehall.display.led;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/**
 * Text strips with a BX-type card: the words become the card's only live area, which it does not
 * keep over a power cut. Fields are little-endian, text is GBK, CRC-16/ARC runs over header and
 * data before they are escaped.
 *
 * @param width of the strip in dots
 * @param height of the strip in dots
 */
public record BxCard(int width, int height) implements StripDriver {
  private static final Charset GBK = Charset.forName("GBK");
  private static final int START = 0xA5;
  private static final int STARTS = 8;
  private static final int END = 0x5A;

  /** The controller's own address. */
  private static final short US = (short) 0x8000;

  private static final byte ANY_CARD = (byte) 0xFE;
  private static final byte VERSION = 2;
  private static final byte LIVE_AREAS = (byte) 0xA3;
  private static final byte SHOW = 6;
  private static final byte NO_ANSWER = 2;
  private static final byte ONE_LINE = 1;
  private static final byte NO_WRAP = 1;
  private static final byte AT_ONCE = 1;
  private static final int AREA_HEAD = 27;

  /** A Latin letter is half as wide as the usual 16-dot characters. */
  private static final int LETTER = 8;

  /** An area's width counts in bytes of eight dots, its height in dots. */
  private static final int WIDTH_UNIT = 8;

  @Override
  public int baud() {
    return 57_600;
  }

  @Override
  public int letters() {
    return Math.max(1, width / LETTER);
  }

  @Override
  public byte[] frame(int board, Face face) {
    byte[] data = show(area(face.words().getBytes(GBK)));
    byte[] packet =
        little(14 + data.length)
            .putShort((short) board)
            .putShort(US)
            .put(new byte[6])
            .put(ANY_CARD)
            .put(VERSION)
            .putShort((short) data.length)
            .put(data)
            .array();
    return framed(packet);
  }

  /** Start, the escaped packet with its CRC, end. */
  static byte[] framed(byte[] packet) {
    byte[] whole =
        little(packet.length + 2).put(packet).putShort((short) Frames.crc(packet)).array();
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < STARTS; i++) {
      out.write(START);
    }
    for (byte one : whole) {
      switch (one & 0xFF) {
        case 0xA5 -> out.writeBytes(new byte[] {(byte) 0xA6, 2});
        case 0xA6 -> out.writeBytes(new byte[] {(byte) 0xA6, 1});
        case 0x5A -> out.writeBytes(new byte[] {0x5B, 2});
        case 0x5B -> out.writeBytes(new byte[] {0x5B, 1});
        default -> out.write(one);
      }
    }
    out.write(END);
    return out.toByteArray();
  }

  /** The command that makes one area all that is shown. */
  private static byte[] show(byte[] area) {
    return little(9 + area.length)
        .put(LIVE_AREAS)
        .put(SHOW)
        .put(NO_ANSWER)
        .putShort((short) (area.length + 4))
        .put((byte) 0) // no area is deleted
        .put((byte) 1) // one is shown
        .putShort((short) area.length)
        .put(area)
        .array();
  }

  private byte[] area(byte[] text) {
    return little(AREA_HEAD + text.length)
        .put((byte) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) Math.ceilDiv(width, WIDTH_UNIT))
        .putShort((short) height)
        .put((byte) 0) // its number
        .put((byte) 0) // no gap between lines
        .put((byte) 0) // over and over
        .putShort((short) 2)
        .put(new byte[3])
        .put(ONE_LINE)
        .put(NO_WRAP)
        .put(AT_ONCE)
        .put((byte) 0)
        .put((byte) 0)
        .put((byte) 0)
        .putInt(text.length)
        .put(text)
        .array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
