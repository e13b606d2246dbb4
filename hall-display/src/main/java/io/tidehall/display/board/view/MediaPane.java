package io.tidehall.display.board.view;

import io.tidehall.display.board.BoardPicture;
import io.tidehall.display.board.MediaShelf;
import java.nio.file.Path;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import org.jspecify.annotations.Nullable;

/**
 * A picture, or a film without sound, as large as there is room. It is loaded when its turn comes
 * and let go when it is over, so that a board that runs for weeks needs no more than on its first
 * day. What cannot be shown goes back to the shelf.
 */
final class MediaPane extends Region {
  private final MediaShelf shelf;
  private final ImageView picture = new ImageView();
  private final MediaView film = new MediaView();
  private BoardPicture.@Nullable Media shown;
  private @Nullable MediaPlayer player;

  MediaPane(String id, MediaShelf shelf) {
    this.shelf = shelf;
    setId(id);
    getStyleClass().add("media");
    picture.setId(id + "-picture");
    film.setId(id + "-film");
    picture.setPreserveRatio(true);
    film.setPreserveRatio(true);
    setVisible(false);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    getChildren().addAll(picture, film);
  }

  /** Shows a picture or film, or nothing. */
  void show(BoardPicture.@Nullable Media media) {
    if (media == null ? shown == null : media.equals(shown)) {
      return;
    }
    letGo();
    shown = media;
    Path path = media == null ? null : shelf.path(media.file()).orElse(null);
    setVisible(path != null);
    if (media == null || path == null) {
      return;
    }
    String address = path.toAbsolutePath().toUri().toString();
    if (media.film()) {
      play(media.file(), address);
    } else {
      load(media.file(), address);
    }
  }

  void letGo() {
    Image image = picture.getImage();
    picture.setImage(null);
    if (image != null) {
      image.cancel();
    }
    MediaPlayer before = player;
    player = null;
    film.setMediaPlayer(null);
    if (before != null) {
      before.dispose();
    }
  }

  private void load(String file, String address) {
    var image = new Image(address, getWidth(), getHeight(), true, true, true);
    picture.setImage(image);
    image.exceptionProperty().addListener((_, _, _) -> judge(file, image));
    image.progressProperty().addListener((_, _, _) -> requestLayout());
    judge(file, image);
  }

  /** One that was let go while it was loading is not broken. */
  private void judge(String file, Image image) {
    if (image.getException() != null && picture.getImage() == image) {
      broken(file, String.valueOf(image.getException()));
    }
  }

  private void play(String file, String address) {
    try {
      var fresh = new MediaPlayer(new Media(address));
      player = fresh;
      // The voice alone speaks in a hall.
      fresh.setMute(true);
      fresh.setCycleCount(MediaPlayer.INDEFINITE);
      fresh.setOnError(
          () -> {
            if (player == fresh) {
              broken(file, String.valueOf(fresh.getError()));
            }
          });
      fresh.setOnReady(this::requestLayout);
      fresh.setAutoPlay(true);
      film.setMediaPlayer(fresh);
    } catch (MediaException | LinkageError e) {
      broken(file, String.valueOf(e));
    }
  }

  private void broken(String file, String why) {
    setVisible(false);
    shelf.broken(file, why + hint(why));
  }

  /** What the two usual reasons mean to whoever runs the board. */
  private static String hint(String why) {
    if (why.contains("audio device")) {
      return " (there is no sound card: films must have no sound track)";
    }
    return why.contains("create player")
        ? " (films are H.264 or HEVC, and need the system's libavcodec)"
        : "";
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    picture.setFitWidth(width);
    picture.setFitHeight(height);
    film.setFitWidth(width);
    film.setFitHeight(height);
    layoutInArea(picture, 0, 0, width, height, 0, HPos.CENTER, VPos.CENTER);
    layoutInArea(film, 0, 0, width, height, 0, HPos.CENTER, VPos.CENTER);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
