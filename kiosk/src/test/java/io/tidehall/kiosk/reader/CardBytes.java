package io.tidehall.kiosk.reader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Replies of readers and cards of people who do not exist, byte by byte. */
public final class CardBytes {
  public static final String NAME = "测试员甲";

  private CardBytes() {}

  /** A resident's card. */
  public static byte[] resident(String number, String until) {
    byte[] text = blank();
    put(text, 0, NAME);
    put(text, 30, "1");
    put(text, 32, "01");
    put(text, 36, number.substring(6, 14));
    put(text, 52, "临沂市兰陵县虚构路一号");
    put(text, 122, number);
    put(text, 158, "兰陵县公安局");
    put(text, 188, "20160520");
    put(text, 204, until);
    return text;
  }

  /** A residence card of somebody from Hong Kong, Macao or Taiwan. */
  public static byte[] compatriot(String number, String until) {
    byte[] text = resident(number, until);
    put(text, 220, "H00000000");
    put(text, 248, "J");
    return text;
  }

  /** A foreigner's permanent residence card of the 2017 layout. */
  public static byte[] foreigner(String number, String birth, String until) {
    byte[] text = blank();
    put(text, 0, "TESTER, MADE UP");
    put(text, 120, "2");
    put(text, 122, number);
    put(text, 152, "CAN");
    put(text, 158, NAME);
    put(text, 188, "20180109");
    put(text, 204, until);
    put(text, 220, birth);
    put(text, 236, "01");
    put(text, 240, "1500");
    put(text, 248, "I");
    return text;
  }

  /** A reply of a card's text and of a photo full of what looks like heads. */
  public static byte[] card(byte[] text) {
    var data = new ByteArrayOutputStream();
    data.writeBytes(new byte[] {0x01, 0x00, 0x04, 0x00});
    data.writeBytes(text);
    byte[] photo = new byte[1024];
    byte[] head = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    for (int i = 0; i < photo.length; i++) {
      photo[i] = head[i % head.length];
    }
    data.writeBytes(photo);
    return reply(0x90, data.toByteArray());
  }

  /** A reply with this last status byte. */
  public static byte[] reply(int status, byte... data) {
    int length = data.length + 4;
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69});
    bytes.write(length >> 8);
    bytes.write(length);
    bytes.writeBytes(new byte[] {0, 0, (byte) status});
    bytes.writeBytes(data);
    int sum = 0;
    byte[] soFar = bytes.toByteArray();
    for (int i = 5; i < soFar.length; i++) {
      sum ^= soFar[i];
    }
    bytes.write(sum);
    return bytes.toByteArray();
  }

  private static byte[] blank() {
    byte[] text = new byte[CardText.BYTES];
    for (int i = 0; i < text.length; i += 2) {
      text[i] = ' ';
    }
    return text;
  }

  private static void put(byte[] text, int at, String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(bytes, 0, text, at, bytes.length);
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
