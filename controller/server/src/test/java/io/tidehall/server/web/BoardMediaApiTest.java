package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The pictures and films that web boards are served, without signing in. */
class BoardMediaApiTest {
  private static final String PLAYLIST =
      """

      playlist:
        - {file: 春节 安排.png}
        - {file: film.mp4, seconds: 60, period: 12:00-14:00}
        - {file: gone.jpg}
        - {file: east.png, zone: 东区}
      """;

  @TempDir private Path folder;
  private WebHall hall;
  private Browser board;

  @BeforeEach
  void open() throws IOException {
    Path media = Files.createDirectories(folder.resolve("media"));
    for (String file : List.of("春节 安排.png", "film.mp4", "east.png", "private.png")) {
      Files.writeString(media.resolve(file), "0123456789");
    }
    Files.writeString(folder.resolve("secret.png"), "secret");
    hall = new WebHall(withPlaylist(), folder);
    board = new Browser(hall);
  }

  @AfterEach
  void close() {
    board.close();
    hall.close();
  }

  @Test
  void aBoardIsToldWhatItCanShowWithHoursAndInOrder() {
    JsonNode shows = Browser.json(board.get("/api/board/playlist")).path("shows");
    assertEquals(
        List.of("春节 安排.png", "film.mp4"),
        shows.valueStream().map(it -> it.path("file").asString()).toList());
    assertEquals("12:00", shows.path(1).path("from").asString());
    assertTrue(shows.path(1).path("film").asBoolean());
    assertEquals(60, shows.path(1).path("seconds").asInt());
  }

  @Test
  void aBoardOfAZoneShowsItsOwnToo() {
    // Zones that no window stands in are refused by the hall file; here the zone is 东区.
    JsonNode shows = Browser.json(board.get("/api/board/playlist?zone=%E4%B8%9C%E5%8C%BA"));
    assertEquals("east.png", shows.at("/shows/2/file").asString());
  }

  @Test
  void aFileIsServedWithItsTypeAndKeptAsLongAsItIsTheSame() throws IOException {
    var picture = media("%E6%98%A5%E8%8A%82%20%E5%AE%89%E6%8E%92.png");
    assertEquals(200, picture.statusCode());
    assertEquals("image/png", header(picture, "Content-Type"));
    assertEquals("no-cache", header(picture, "Cache-Control"));
    String tag = header(picture, "ETag");
    assertEquals(304, media("east.png", "If-None-Match", etag("east.png")).statusCode());
    var named = media("film.mp4?v=" + etag("film.mp4").replace("\"", ""));
    assertEquals("video/mp4", header(named, "Content-Type"));
    assertTrue(header(named, "Cache-Control").contains("immutable"));
    Files.writeString(folder.resolve("media/春节 安排.png"), "another picture");
    var changed = media("%E6%98%A5%E8%8A%82%20%E5%AE%89%E6%8E%92.png", "If-None-Match", tag);
    assertEquals("another picture", changed.body());
  }

  @Test
  void aFilmIsServedPieceByPiece() {
    var piece = media("film.mp4", "Range", "bytes=2-5");
    assertEquals(206, piece.statusCode());
    assertEquals("2345", piece.body());
    assertEquals("bytes 2-5/10", header(piece, "Content-Range"));
    assertEquals("bytes", header(piece, "Accept-Ranges"));
    assertEquals("6789", media("film.mp4", "Range", "bytes=6-").body());
    assertEquals("89", media("film.mp4", "Range", "bytes=-2").body());
    assertEquals("789", media("film.mp4", "Range", "bytes=7-99").body());
    var beyond = media("film.mp4", "Range", "bytes=10-");
    assertEquals(416, beyond.statusCode());
    assertEquals("bytes */10", header(beyond, "Content-Range"));
    for (String strange : List.of("bytes=5-2", "bytes=-", "bytes=0-1,3-4", "lines=1-2")) {
      var whole = media("film.mp4", "Range", strange);
      assertEquals("200 0123456789", whole.statusCode() + " " + whole.body(), strange);
    }
  }

  @Test
  void nothingElseIsServed() {
    for (String other :
        List.of(
            "private.png",
            "gone.jpg",
            "..%2Fsecret.png",
            "%2e%2e%2fsecret.png",
            "../secret.png",
            "..%5Csecret.png",
            "film.mp4%00.png")) {
      var answer = media(other);
      assertTrue(answer.statusCode() >= 400, other + " " + answer.statusCode());
      assertTrue(!answer.body().contains("secret") || answer.statusCode() == 404, other);
    }
  }

  private String etag(String file) {
    return header(media(file), "ETag");
  }

  private HttpResponse<String> media(String file, String... headers) {
    return board.get("/media/" + file, headers);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HallSetup withPlaylist() {
    String file = ReadyHalls.source("township");
    String zoned = file.replaceFirst("\\{number: \"?1\"?,", "{number: 1, zone: 东区,");
    return switch (HallFile.read("hall.yaml", zoned + PLAYLIST)) {
      case HallFile.Ready(var setup) -> setup.asTrial();
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }
}
