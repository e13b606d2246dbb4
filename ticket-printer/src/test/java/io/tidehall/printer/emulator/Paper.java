package io.tidehall.printer.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.tidehall.printer.escpos.EscPosEncoder;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.slip.SlipLayout;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.protocol.Slip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Prints on the emulator and looks at the paper. */
final class Paper {
  private Paper() {}

  static EmulatedSlip print(Slip slip, PrinterProfile profile) throws IOException {
    return print(EscPosEncoder.encode(SlipLayout.lay(slip, profile.paper()), profile), profile);
  }

  static EmulatedSlip print(byte[] bytes, PrinterProfile profile) throws IOException {
    try (var emulator = PrinterEmulator.start(profile, 0, null);
        var transport = new TcpTransport(emulator.host(), emulator.port())) {
      transport.open();
      transport.send(bytes, Duration.ofSeconds(5));
      Awaitility.await().until(() -> emulator.slipCount() == 1);
      assertEquals(List.of(), emulator.errors());
      return emulator.slips().getFirst();
    }
  }

  /** What a phone reads from the picture. */
  static String scan(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (com.google.zxing.ReaderException e) {
      throw new AssertionError("expected a QR code that scans, but " + e, e);
    }
  }

  static boolean inked(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) & 0xff) < 128;
  }

  /** The height of the tallest run of rows that all hold ink, thus of the tallest letters. */
  static int tallestBand(BufferedImage picture, int from, int to) {
    int tallest = 0;
    int run = 0;
    for (int y = from; y < to; y++) {
      run = rowInk(picture, y) > 0 ? run + 1 : 0;
      tallest = Math.max(tallest, run);
    }
    return tallest;
  }

  static int rowInk(BufferedImage picture, int y) {
    int ink = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      if (inked(picture, x, y)) {
        ink++;
      }
    }
    return ink;
  }

  /** The picture as printed, without greys. */
  static BufferedImage blackAndWhite(BufferedImage picture) {
    var plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        plain.setRGB(x, y, grey(picture, x, y) ? 0xff000000 : 0xffffffff);
      }
    }
    return plain;
  }

  /** Also the thinnest strokes, which the font draws in grey. */
  private static boolean grey(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) & 0xff) < 210;
  }

  /** How many dots of two pictures of one size differ. */
  static int otherDots(BufferedImage one, BufferedImage other) {
    int different = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (grey(one, x, y) != grey(other, x, y)) {
          different++;
        }
      }
    }
    return different;
  }
}
