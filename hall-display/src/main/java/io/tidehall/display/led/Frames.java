package io.tidehall.display.led;

/** What the frames of several makes share. */
final class Frames {
  /** The polynomial of CRC-16/ARC, mirrored. */
  private static final int ARC = 0xA001;

  private Frames() {}

  /** A number as two bytes hold it; one that they cannot hold shows as none. */
  static int shortOf(int number) {
    return number > 0xFFFF ? 0 : number;
  }

  /** Writes the low byte of the sum of all bytes before a place into that place. */
  static byte[] summed(byte[] frame, int at) {
    int sum = 0;
    for (int i = 0; i < at; i++) {
      sum += frame[i];
    }
    frame[at] = (byte) sum;
    return frame;
  }

  /** CRC-16/ARC, from 0. */
  static int crc(byte[] bytes) {
    int crc = 0;
    for (byte one : bytes) {
      crc ^= one & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ ARC;
      }
    }
    return crc;
  }
}
