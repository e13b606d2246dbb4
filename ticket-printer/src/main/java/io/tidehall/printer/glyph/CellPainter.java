package io.tidehall.printer.glyph;

import io.tidehall.printer.slip.Cells;
import io.tidehall.printer.slip.PaperWidth;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws characters into printer cells: each in the middle of its own cell, whatever the font. */
public final class CellPainter {
  /** Letter size and base line inside a cell, so that neither 国 nor g is cut. */
  private static final float SIZE = 22;

  private static final double BASE = 19;

  private final Font plain;
  private final Font bold;
  private final FontRenderContext context = new FontRenderContext(null, true, true);

  public CellPainter(Font font) {
    plain = font.deriveFont(Font.PLAIN, SIZE);
    bold = font.deriveFont(Font.BOLD, SIZE);
  }

  /** Makes a white page that {@link #paint} draws well on. */
  public static BufferedImage page(int width, int height) {
    var page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return page;
  }

  /**
   * Draws one character with its cell's upper left corner at x, y.
   *
   * @return the width used in dots
   */
  public int paint(
      BufferedImage page, int codePoint, int x, int y, int wide, int high, boolean strong) {
    int width = Cells.ofCodePoint(codePoint) * PaperWidth.CELL;
    Font font = strong ? bold : plain;
    GlyphVector glyph = font.createGlyphVector(context, Character.toString(codePoint));
    double advance = glyph.getGlyphMetrics(0).getAdvanceX();
    double narrow = Math.min(1, width / Math.max(1, advance));
    var place = new AffineTransform();
    place.translate(x, y);
    place.scale(wide, high);
    place.translate((width - advance * narrow) / 2, BASE);
    place.scale(narrow, 1);
    Graphics2D graphics = page.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(java.awt.Color.BLACK);
    graphics.fill(place.createTransformedShape(glyph.getOutline()));
    graphics.dispose();
    return width * wide;
  }
}
