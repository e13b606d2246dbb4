package io.tidehall.printer.slip;

import java.util.Arrays;

/**
 * A black-and-white picture, one bit a dot, rows padded to whole bytes with the leftmost dot in the
 * highest bit: the form in which thermal printers take pictures.
 */
public final class Dots {
  private final int width;
  private final int height;
  private final byte[] bits;

  public Dots(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "expected a picture of at least 1×1 dots, but it is " + width + "×" + height);
    }
    this.width = width;
    this.height = height;
    this.bits = new byte[rowBytes() * height];
  }

  /** A thin rule of {@code on} black and {@code off} white dots in turn. */
  public static Dots rule(int width, int thickness, int on, int off) {
    var dots = new Dots(width, thickness);
    for (int y = 0; y < thickness; y++) {
      for (int x = 0; x < width; x++) {
        if (x % (on + off) < on) {
          dots.ink(x, y);
        }
      }
    }
    return dots;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int rowBytes() {
    return (width + 7) / 8;
  }

  public void ink(int x, int y) {
    bits[y * rowBytes() + x / 8] |= (byte) (0x80 >> (x % 8));
  }

  public boolean inked(int x, int y) {
    return (bits[y * rowBytes() + x / 8] & (0x80 >> (x % 8))) != 0;
  }

  /** A copy of {@code count} rows from {@code first} on. */
  public byte[] rows(int first, int count) {
    return Arrays.copyOfRange(bits, first * rowBytes(), (first + count) * rowBytes());
  }

  /** The same picture with {@code blank} white dots before each row. */
  public Dots shiftedRight(int blank) {
    if (blank == 0) {
      return this;
    }
    var shifted = new Dots(width + blank, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (inked(x, y)) {
          shifted.ink(x + blank, y);
        }
      }
    }
    return shifted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dots dots
        && dots.width == width
        && dots.height == height
        && Arrays.equals(dots.bits, bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return "Dots[" + width + "×" + height + "]";
  }
}
