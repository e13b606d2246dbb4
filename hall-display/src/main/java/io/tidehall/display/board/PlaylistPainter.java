package io.tidehall.display.board;

import io.tidehall.display.board.BoardPicture.Media;
import io.tidehall.protocol.DeviceSetup.Show;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is of the playlist, by the hall's clock alone: where the calls would stand while
 * nobody is called, else beside them. Between two of them is time for what the board tells itself.
 */
final class PlaylistPainter {
  /** While nobody is called: as long as a guide and the words before it. */
  static final int BETWEEN = 2 * GuidePainter.SECONDS;

  /** While calls stand: how many wait and which windows are open is seen most of the time. */
  static final int BESIDE_CALLS = 48;

  private PlaylistPainter() {}

  /**
   * What is shown at an instant, or null.
   *
   * @param playable what can be shown, in order
   * @param called whether calls stand
   */
  static @Nullable Media turn(List<Show> playable, Instant now, ZoneId zone, boolean called) {
    LocalTime time = now.atZone(zone).toLocalTime();
    List<Show> due = playable.stream().filter(it -> due(it, time)).toList();
    int between = called ? BESIDE_CALLS : BETWEEN;
    long round = due.stream().mapToLong(it -> between + it.seconds()).sum();
    if (round == 0) {
      return null;
    }
    long at = Math.floorMod(now.getEpochSecond(), round);
    for (Show show : due) {
      if (at < between) {
        return null;
      }
      at -= between;
      if (at < show.seconds()) {
        return new Media(show.file(), Show.film(show.file()), called);
      }
      at -= show.seconds();
    }
    return null;
  }

  /** A period that ends before it begins goes over midnight. */
  private static boolean due(Show show, LocalTime time) {
    if (show.from() == null || show.to() == null) {
      return true;
    }
    LocalTime from = LocalTime.parse(show.from());
    LocalTime to = LocalTime.parse(show.to());
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }
}
