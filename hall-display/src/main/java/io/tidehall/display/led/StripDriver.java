package io.tidehall.display.led;

/**
 * One make of LED strip: puts a face into the bytes of its protocol. Strips on one line differ by
 * the number of their board.
 */
public interface StripDriver {
  /** The line's speed unless the hall says otherwise; always 8N1. */
  int baud();

  /** How many Latin letters it shows at once; a Chinese character takes the room of two. */
  int letters();

  /**
   * The frame that makes a strip show a face.
   *
   * @param board the strip's number on the line, 0 to 255
   */
  byte[] frame(int board, Face face);
}
