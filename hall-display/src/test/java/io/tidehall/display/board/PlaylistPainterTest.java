package io.tidehall.display.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.display.board.BoardPicture.Media;
import io.tidehall.protocol.DeviceSetup.Show;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlaylistPainterTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Show PICTURE = new Show("a.png", 12, null, null);
  private static final Show FILM = new Show("b.mp4", 30, null, null);

  @Test
  void showsTakeTurnsInTheirOrderWithTimeForTheBoardsOwnWordsBetween() {
    List<String> seen = seen(List.of(PICTURE, FILM), false);
    assertEquals(List.of("", "a.png", "", "b.mp4"), changes(seen));
    assertEquals(12, seen.stream().filter("a.png"::equals).count());
    assertEquals(30, seen.stream().filter("b.mp4"::equals).count());
    assertEquals(2 * PlaylistPainter.BETWEEN, seen.stream().filter(String::isEmpty).count());
  }

  @Test
  void whileCallsStandAShowIsBesideThemAndLinesAreSeenMostOfTheTime() {
    List<String> seen = seen(List.of(FILM), true);
    assertTrue(seen.stream().filter(String::isEmpty).count() > 30);
    int at = seen.indexOf("b.mp4");
    Media media = PlaylistPainter.turn(List.of(FILM), start(78).plusSeconds(at), ZONE, true);
    assertEquals(new Media("b.mp4", true, true), media);
  }

  @Test
  void allBoardsOfAHallShowTheSameAtTheSameTime() {
    for (int second = 0; second < 100; second++) {
      Instant now = NOON.plusSeconds(second);
      assertEquals(
          PlaylistPainter.turn(List.of(PICTURE, FILM), now, ZONE, false),
          PlaylistPainter.turn(List.of(PICTURE, FILM), now.plusMillis(900), ZONE, false));
    }
  }

  @Test
  void aShowIsSeenWithinItsHoursAlone() {
    var noon = new Show("noon.png", 12, "12:00", "14:00");
    var night = new Show("night.png", 12, "22:00", "06:00");
    assertEquals(Set.of("noon.png"), within(List.of(noon, night), NOON));
    assertEquals(Set.of("noon.png"), within(List.of(noon, night), NOON.plusSeconds(7000)));
    assertEquals(Set.of(), within(List.of(noon, night), NOON.plusSeconds(7200)));
    assertEquals(Set.of("night.png"), within(List.of(noon, night), NOON.plusSeconds(13 * 3600)));
    assertNull(PlaylistPainter.turn(List.of(), NOON, ZONE, false));
  }

  @Test
  void filmsAreKnownByTheirNames() {
    assertTrue(Show.film("Hall.MP4"));
    assertFalse(Show.film("mp4.png"));
  }

  private static Set<String> within(List<Show> shows, Instant from) {
    Set<String> files = new TreeSet<>();
    for (int second = 0; second < 100; second++) {
      Media media = PlaylistPainter.turn(shows, from.plusSeconds(second), ZONE, false);
      if (media != null) {
        files.add(media.file());
      }
    }
    return files;
  }

  /** One whole round, second by second. */
  private static List<String> seen(List<Show> shows, boolean called) {
    int between = called ? PlaylistPainter.BESIDE_CALLS : PlaylistPainter.BETWEEN;
    int round = shows.stream().mapToInt(it -> it.seconds() + between).sum();
    List<String> seen = new ArrayList<>();
    for (int second = 0; second < round; second++) {
      Media media = PlaylistPainter.turn(shows, start(round).plusSeconds(second), ZONE, called);
      seen.add(media == null ? "" : media.file());
    }
    return seen;
  }

  /** When a round begins. */
  private static Instant start(int round) {
    return NOON.plusSeconds(round - Math.floorMod(NOON.getEpochSecond(), (long) round));
  }

  private static List<String> changes(List<String> seen) {
    List<String> changes = new ArrayList<>();
    for (String it : seen) {
      if (changes.isEmpty() || !changes.getLast().equals(it)) {
        changes.add(it);
      }
    }
    return changes;
  }
}
