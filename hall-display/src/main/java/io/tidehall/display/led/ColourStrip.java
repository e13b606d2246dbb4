package io.tidehall.display.led;

/**
 * Strips of coloured figures with seven bytes a frame: start, colour, low, high, code of the board,
 * sum, line feed.
 *
 * @param colour the colour's number, 0 for green
 * @param freshColour the colour of a number just called
 */
public record ColourStrip(int colour, int freshColour) implements StripDriver {
  private static final byte START = 0x3A;
  private static final byte END = 0x0A;

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
    int shown = face.fresh() ? freshColour : colour;
    byte[] frame = {START, (byte) shown, (byte) number, (byte) (number >> 8), (byte) board, 0, END};
    return Frames.summed(frame, 5);
  }
}
