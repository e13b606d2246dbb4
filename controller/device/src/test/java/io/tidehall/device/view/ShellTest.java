package io.tidehall.device.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  private final Path folder;
  private final Shell shell;

  ShellTest(@TempDir Path folder) {
    this.folder = folder;
    var options = new DeviceOptions().withSnapshots(folder);
    var device = new Device("board-1", new FakeHall(Instant.EPOCH), options, () -> {});
    shell = Shell.open(new Shell.Spec("Board", ScreenSize.BOARD, false, "data:text/css,"), device);
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void thePictureHasThePureSizeAndFollowsTheScreen() throws IOException {
    Path file = folder.resolve("board-1.png");
    show(new Label("潮厅 Tidehall"));
    Awaitility.await().until(() -> Files.exists(file));
    var first = ImageIO.read(file.toFile());
    assertEquals(1920, first.getWidth());
    assertEquals(1080, first.getHeight());

    show(new Button("A001"));
    Awaitility.await().until(() -> differs(first.getRGB(960, 540), file));
  }

  private static boolean differs(int colour, Path file) throws IOException {
    return ImageIO.read(file.toFile()).getRGB(960, 540) != colour
        || ImageIO.read(file.toFile()).getRGB(940, 530) != colour;
  }

  private void show(javafx.scene.Node node) {
    Platform.runLater(() -> shell.show(node));
  }
}
