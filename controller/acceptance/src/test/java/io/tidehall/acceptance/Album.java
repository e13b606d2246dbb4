package io.tidehall.acceptance;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The pictures of a chain: with {@code -Dpictures=true} those of the documents, else only for a
 * look, in {@code target}.
 */
final class Album {
  private static final Path FOLDER =
      Boolean.getBoolean("pictures") ? Path.of("../docs/pictures") : Path.of("target/pictures");

  private Album() {}

  static void keep(String name, byte[] png) throws IOException {
    keep(name, ImageIO.read(new ByteArrayInputStream(png)), Integer.MAX_VALUE);
  }

  /** Keeps a picture, made smaller where its longer side exceeds a size. */
  static void keep(String name, BufferedImage picture, int longest) throws IOException {
    double scale =
        Math.min(1, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
    int width = (int) Math.round(picture.getWidth() * scale);
    int height = (int) Math.round(picture.getHeight() * scale);
    var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var brush = small.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    brush.dispose();
    Files.createDirectories(FOLDER);
    ImageIO.write(small, "png", FOLDER.resolve(name + ".png").toFile());
  }
}
