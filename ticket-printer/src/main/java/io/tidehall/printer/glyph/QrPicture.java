package io.tidehall.printer.glyph;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.tidehall.printer.slip.Dots;
import java.util.Map;

/** A QR code as a picture without its quiet zone, for printers that cannot draw one themselves. */
public final class QrPicture {
  private QrPicture() {}

  /** Draws the content with {@code module} dots to a module, error correction M. */
  public static Dots of(String content, int module) {
    ByteMatrix matrix = matrix(content);
    var dots = new Dots(matrix.getWidth() * module, matrix.getHeight() * module);
    for (int y = 0; y < dots.height(); y++) {
      for (int x = 0; x < dots.width(); x++) {
        if (matrix.get(x / module, y / module) == 1) {
          dots.ink(x, y);
        }
      }
    }
    return dots;
  }

  private static ByteMatrix matrix(String content) {
    try {
      boolean ascii = content.chars().allMatch(c -> c < 0x80);
      Map<EncodeHintType, ?> hints =
          ascii ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
      return Encoder.encode(content, ErrorCorrectionLevel.M, hints).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException(
          "expected text that fits a QR code, but " + e.getMessage(), e);
    }
  }
}
