package io.tidehall.printer.emulator;

import io.tidehall.printer.glyph.CellPainter;
import io.tidehall.printer.slip.PaperWidth;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.imageio.ImageIO;

/**
 * A folder with a picture of each slip on its paper, and the newest as {@code latest.png}; readers
 * never see half a picture. The oldest go when there are many.
 */
final class Preview {
  private static final int KEPT = 500;

  private final Path folder;
  private final PaperWidth paper;
  private final Deque<Path> written = new ArrayDeque<>();

  Preview(Path folder, PaperWidth paper) {
    this.folder = folder;
    this.paper = paper;
  }

  void write(EmulatedSlip slip) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("slip-%05d.png".formatted(slip.number()));
    Path part = folder.resolve(".slip.part");
    ImageIO.write(onPaper(slip.picture(), paper), "png", part.toFile());
    Files.copy(part, file, StandardCopyOption.REPLACE_EXISTING);
    Files.move(
        part,
        folder.resolve("latest.png"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    written.remove(file);
    written.add(file);
    if (written.size() > KEPT) {
      Files.deleteIfExists(written.remove());
    }
  }

  /** The printed area between the paper's unprinted edges. */
  static BufferedImage onPaper(BufferedImage printed, PaperWidth paper) {
    int edge = (paper.millimetres() * 8 - paper.dots()) / 2;
    var page = CellPainter.page(printed.getWidth() + 2 * edge, printed.getHeight() + 2 * edge);
    Graphics2D graphics = page.createGraphics();
    graphics.drawImage(printed, edge, edge, null);
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.drawRect(0, 0, page.getWidth() - 1, page.getHeight() - 1);
    graphics.dispose();
    return page;
  }
}
