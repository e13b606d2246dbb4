package io.tidehall.device.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures of what is shown, at its pure size. */
public final class Pictures {
  private static final float QUICK = 0.9f;

  private Pictures() {}

  /** Photographs a node into a PNG file. On the JavaFX thread. */
  public static void take(Node content, ScreenSize size, Path file) throws IOException {
    write(picture(pixels(content, size), size), file);
  }

  static int[] pixels(Node content, ScreenSize size) {
    var parameters = new SnapshotParameters();
    parameters.setViewport(new Rectangle2D(0, 0, size.width(), size.height()));
    var image = content.snapshot(parameters, new WritableImage(size.width(), size.height()));
    var pixels = new int[size.width() * size.height()];
    image
        .getPixelReader()
        .getPixels(
            0,
            0,
            size.width(),
            size.height(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            size.width());
    return pixels;
  }

  static BufferedImage picture(int[] pixels, ScreenSize size) {
    var picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    picture.getRaster().setDataElements(0, 0, size.width(), size.height(), pixels);
    return picture;
  }

  /** Replaces the file in one move, so that a reader never sees half a picture. */
  static void write(BufferedImage picture, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = ImageIO.createImageOutputStream(fresh.toFile())) {
      // A little larger than could be, in a third of the time: screens are kept every second.
      var quickly = writer.getDefaultWriteParam();
      quickly.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quickly.setCompressionQuality(QUICK);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), quickly);
    } finally {
      writer.dispose();
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
