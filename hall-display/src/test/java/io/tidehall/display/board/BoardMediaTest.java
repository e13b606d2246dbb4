package io.tidehall.display.board;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static io.tidehall.display.Township.hall;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidehall.device.DeviceApp;
import io.tidehall.device.FakeHall;
import io.tidehall.device.MadeMedia;
import io.tidehall.display.Photos;
import io.tidehall.display.Township;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole board with a playlist: pictures are seen, and what cannot be shown is left out. */
class BoardMediaTest {
  private static final Show SPRING = new Show("spring.png", 30, null, null);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder = Path.of("");

  private final FakeHall hall = new FakeHall(NOW);

  @BeforeEach
  void fill() throws IOException {
    MadeMedia.picture(folder.resolve("spring.png"));
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
    hall.at(turn(false, SPRING));
    try (var _ = start(SPRING)) {
      awaitPicture("board-media");
      Photos.take(screen(), "board-media");
      hall.state(Topics.BOARD, board(6, call("A002", "2", 1, NOW)));
      hall.at(turn(true, SPRING));
      awaitPicture("board-media-beside");
      assertFalse(visible("board-media"), "a call is never hidden");
      Photos.take(screen(), "board-media-beside");
    }
    assertEquals(List.of(), hall.acts());
  }

  @Test
  void whatIsTornOrMissingIsLeftOutAndToldToTheHall() throws Exception {
    var picture = new Show("torn.jpg", 30, null, null);
    var film = new Show("torn.mp4", 30, null, null);
    hall.state(Topics.BOARD, new BoardState(1, List.of(), board(6).windows()));
    hall.at(turn(false, picture, film, SPRING));
    try (var _ = start(new Show("gone.png", 30, null, null), picture, film, SPRING)) {
      awaitFaults("media-skipped-1", "media-skipped-2");
      hall.at(turn(false, film, SPRING));
      awaitFaults("media-skipped-1", "media-skipped-2", "media-skipped-3");
      hall.at(turn(false, SPRING));
      awaitPicture("board-media");
    }
  }

  @Test
  void aFilmPlaysWithoutSoundUntilSomebodyIsCalled() throws Exception {
    MadeMedia.film(folder.resolve("film.mp4"));
    var film = new Show("film.mp4", 60, null, null);
    hall.state(Topics.BOARD, new BoardState(1, List.of(), board(6).windows()));
    hall.at(turn(false, film));
    try (var _ = start(film)) {
      await().atMost(PATIENCE).until(() -> playing() || toldOf("media-skipped-1"));
      assumeTrue(
          playing(),
          "this machine has no libavcodec for films: apt-get install ffmpeg; the board skipped it");
      assertTrue(
          Photos.onFx(() -> Objects.requireNonNull(player()).isMute()),
          "the voice alone speaks in a hall");
      await().atMost(PATIENCE).until(() -> red(screen()));
      Photos.take(screen(), "board-media-film");
      hall.state(Topics.BOARD, board(6, call("A002", "2", 1, NOW)));
      await().atMost(PATIENCE).until(() -> !visible("board-media") && player() == null);
    }
  }

  private static boolean playing() {
    return Photos.onFx(
        () -> {
          MediaPlayer player = player();
          return player != null
              && player.getStatus() == MediaPlayer.Status.PLAYING
              && player.getCurrentTime().greaterThan(javafx.util.Duration.ZERO);
        });
  }

  private static @Nullable MediaPlayer player() {
    return there("board-media-film").map(it -> ((MediaView) it).getMediaPlayer()).orElse(null);
  }

  /** Whether the middle of what is shown is red. */
  private static boolean red(Node screen) {
    return Photos.onFx(
        () -> {
          var colour = screen.snapshot(null, null).getPixelReader().getColor(600, 500);
          return colour.getRed() > 0.8 && colour.getGreen() < 0.2 && colour.getBlue() < 0.2;
        });
  }

  private boolean toldOf(String fault) {
    return !hall.reports().isEmpty() && hall.reports().getLast().contains(fault);
  }

  /** The next time at which it is the first one's turn. */
  private Instant turn(boolean called, Show... shows) {
    return Stream.iterate(hall.hallClock().instant().plusSeconds(1), it -> it.plusSeconds(1))
        .filter(
            it -> {
              var media = PlaylistPainter.turn(List.of(shows), it, ZONE, called);
              return media != null && media.file().equals(shows[0].file());
            })
        .findFirst()
        .orElseThrow();
  }

  private void awaitPicture(String id) {
    await().atMost(PATIENCE).until(() -> visible(id) && loaded(id));
  }

  private void awaitFaults(String... faults) {
    await().atMost(PATIENCE).until(() -> List.of(faults).stream().allMatch(this::toldOf));
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
    return Photos.onFx(() -> there(id).map(Node::isVisible).orElse(false));
  }

  private static boolean loaded(String id) {
    return Photos.onFx(
        () -> {
          var image = ((ImageView) node(id + "-picture")).getImage();
          return image != null && image.getProgress() == 1 && !image.isError();
        });
  }

  private static Node screen() {
    return Photos.onFx(() -> Window.getWindows().getFirst().getScene().lookup(".board"));
  }

  private static Node node(String id) {
    return there(id).orElseThrow(() -> new AssertionError("expected a node #" + id));
  }

  private static Optional<Node> there(String id) {
    return Window.getWindows().stream()
        .map(it -> it.getScene().lookup("#" + id))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
