package io.tidehall.display.board;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static io.tidehall.display.Township.hall;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidehall.device.DeviceApp;
import io.tidehall.device.FakeHall;
import io.tidehall.display.Photos;
import io.tidehall.display.Township;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.Topics;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole board with a playlist: pictures are seen, and what cannot be shown is left out. */
class BoardMediaTest {
  @TempDir Path folder = Path.of("");

  private final FakeHall hall = new FakeHall(NOW);

  @BeforeEach
  void fill() throws IOException {
    var picture = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
    var brush = picture.createGraphics();
    brush.setColor(new Color(0xB3261E));
    brush.fillRect(0, 0, 1600, 900);
    brush.setColor(Color.WHITE);
    brush.fillRect(200, 200, 1200, 500);
    brush.dispose();
    ImageIO.write(picture, "png", folder.resolve("spring.png").toFile());
    Files.writeString(folder.resolve("torn.jpg"), "no picture");
    Files.writeString(folder.resolve("torn.mp4"), "no film");
    hall.state(Topics.HALL, hall());
    hall.state(Topics.CATALOGUE, Township.catalogue(5));
    hall.state(Topics.LINES, Township.lines(5));
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void aPictureIsSeenInTheMiddleInCalmTimesAndBesideTheCallsElse() throws Exception {
    hall.state(Topics.BOARD, new BoardState(1, List.of(), board(6).windows()));
    try (var _ = start(new Show("spring.png", 3600, null, null))) {
      turnTo("board-media", true);
      Photos.take(window(), "board-media");
      hall.state(Topics.BOARD, board(6, call("A002", "2", 1, NOW)));
      turnTo("board-media-beside", true);
      assertFalse(visible("board-media"), "a call is never hidden");
      Photos.take(window(), "board-media-beside");
      hall.state(Topics.BOARD, new BoardState(9, List.of(), board(6).windows()));
      turnTo("board-media", true);
    }
    assertEquals(List.of(), hall.acts());
  }

  @Test
  void whatIsTornOrMissingIsLeftOutAndToldToTheHall() throws Exception {
    hall.state(Topics.BOARD, new BoardState(1, List.of(), board(6).windows()));
    try (var _ =
        start(
            new Show("gone.png", 30, null, null),
            new Show("torn.jpg", 30, null, null),
            new Show("torn.mp4", 30, null, null),
            new Show("spring.png", 30, null, null))) {
      await()
          .until(
              () -> {
                hall.at(hall.hallClock().instant().plusSeconds(5));
                return hall.reports()
                    .getLast()
                    .equals(List.of("media-skipped-1", "media-skipped-2", "media-skipped-3"));
              });
      turnTo("board-media", true);
    }
  }

  /** Lets time pass until a picture stands there. */
  private void turnTo(String id, boolean loaded) {
    await()
        .until(
            () -> {
              if (visible(id)) {
                return !loaded || loaded(id);
              }
              hall.at(hall.hallClock().instant().plusSeconds(20));
              return false;
            });
  }

  private DeviceApp.Running start(Show... shows) throws Exception {
    hall.state(
        Topics.setup("b1"),
        new DeviceSetup(DeviceRole.HALL_BOARD, null, null, null, null, List.of(shows)));
    var app = new BoardApp();
    app.media = folder;
    app.oneLanguage = true;
    return app.start(Photos.device("b1", hall));
  }

  private static boolean visible(String id) {
    return Photos.onFx(() -> node(id).isVisible());
  }

  private static boolean loaded(String id) {
    return Photos.onFx(
        () -> {
          var image = ((ImageView) node(id + "-picture")).getImage();
          return image != null && image.getProgress() == 1 && !image.isError();
        });
  }

  private static Node window() {
    return Photos.onFx(() -> Window.getWindows().getFirst().getScene().lookup(".board"));
  }

  private static Node node(String id) {
    return Window.getWindows().stream()
        .map(it -> it.getScene().lookup("#" + id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new AssertionError("expected a node #" + id));
  }
}
