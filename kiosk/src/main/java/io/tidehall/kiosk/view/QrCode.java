package io.tidehall.kiosk.view;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A QR code (ISO/IEC 18004) on the screen, black on white with its quiet zone, in any contrast. */
final class QrCode {
  /** Modules of white around it, by the standard. */
  private static final int QUIET = 4;

  private QrCode() {}

  /** A code of so many pixels' width; every module has the same whole number of them. */
  static ImageView of(String content, int width) {
    ByteMatrix matrix = matrix(content);
    int modules = matrix.getWidth() + 2 * QUIET;
    int module = Math.max(1, width / modules);
    var image = new WritableImage(modules * module, modules * module);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean black = black(matrix, x / module - QUIET, y / module - QUIET);
        image.getPixelWriter().setColor(x, y, black ? Color.BLACK : Color.WHITE);
      }
    }
    var view = new ImageView(image);
    view.setId("follow");
    view.setSmooth(false);
    return view;
  }

  private static boolean black(ByteMatrix matrix, int x, int y) {
    return x >= 0
        && y >= 0
        && x < matrix.getWidth()
        && y < matrix.getHeight()
        && matrix.get(x, y) == 1;
  }

  private static ByteMatrix matrix(String content) {
    try {
      return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException(
          "expected an address that fits a QR code, but " + e.getMessage(), e);
    }
  }
}
