package io.tidehall.display.led;

/** Strips of figures with four bytes a frame: board, high, low, sum. */
public final class FigureStrip implements StripDriver {
  @Override
  public int baud() {
    return 9600;
  }

  /** Words are not shown at all. */
  @Override
  public int letters() {
    return Integer.MAX_VALUE;
  }

  @Override
  public byte[] frame(int board, Face face) {
    int number = Frames.shortOf(face.number());
    byte[] frame = {(byte) board, (byte) (number >> 8), (byte) number, 0};
    return Frames.summed(frame, 3);
  }
}
