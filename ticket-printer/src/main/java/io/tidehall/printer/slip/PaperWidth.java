package io.tidehall.printer.slip;

/** The two paper rolls in use, at 8 dots to the millimetre. */
public enum PaperWidth {
  /** 58 mm paper, 48 mm of it printable. */
  MM58(58, 384),
  /** 80 mm paper, 72 mm of it printable. */
  MM80(80, 576);

  /** Dots of one ASCII cell; a Chinese character takes two. */
  public static final int CELL = 12;

  /** Height of a cell in dots. */
  public static final int CELL_HEIGHT = 24;

  private final int millimetres;
  private final int dots;

  PaperWidth(int millimetres, int dots) {
    this.millimetres = millimetres;
    this.dots = dots;
  }

  public int millimetres() {
    return millimetres;
  }

  /** Printable dots in a row. */
  public int dots() {
    return dots;
  }

  /** ASCII characters of normal size in a row. */
  public int cells() {
    return dots / CELL;
  }
}
