package io.tidehall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture and a film for the playlists of boards, made for a test. */
public final class MadeMedia {
  private MadeMedia() {}

  /** A red PNG of 1600 by 900 dots with a white middle. */
  public static void picture(Path file) throws IOException {
    var picture = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
    var brush = picture.createGraphics();
    brush.setColor(new Color(0xB3261E));
    brush.fillRect(0, 0, 1600, 900);
    brush.setColor(Color.WHITE);
    brush.fillRect(200, 200, 1200, 500);
    brush.dispose();
    ImageIO.write(picture, "png", file.toFile());
  }

  /** Ten seconds of a red picture, as H.264 without sound. */
  public static void film(Path file) throws IOException, InterruptedException {
    assumeTrue(
        Boolean.getBoolean("tidehall.guard") || Files.isExecutable(Path.of("/usr/bin/ffmpeg")),
        "there is no ffmpeg to make a film with: apt-get install ffmpeg");
    var command =
        List.of(
            "ffmpeg",
            "-loglevel",
            "error",
            "-f",
            "lavfi",
            "-i",
            "color=red:size=640x360:rate=10:duration=10",
            "-pix_fmt",
            "yuv420p",
            file.toString());
    Process ffmpeg = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, ffmpeg.waitFor());
  }
}
