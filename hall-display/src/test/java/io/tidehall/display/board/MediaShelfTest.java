package io.tidehall.display.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceSetup.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaShelfTest {
  private static final Show PICTURE = new Show("春节.png", 12, null, null);
  private static final Show FILM = new Show("b.mp4", 30, null, null);

  @TempDir Path folder = Path.of("");

  private final List<List<String>> faults = new ArrayList<>();

  @Test
  void whatIsMissingIsLeftOutAndToldOnceUntilItIsThere() throws IOException {
    var shelf = new MediaShelf(folder, faults::add);
    Files.writeString(folder.resolve("b.mp4"), "film");
    shelf.keep(List.of(PICTURE, FILM));
    shelf.look();
    assertFalse(shelf.plays(PICTURE));
    assertTrue(shelf.plays(FILM));
    assertEquals(List.of(List.of("media-skipped-1")), faults);
    Files.writeString(folder.resolve("春节.png"), "picture");
    shelf.look();
    assertTrue(shelf.plays(PICTURE));
    assertEquals(List.of(), faults.getLast());
  }

  @Test
  void whatCannotBeShownIsLeftOutUntilItsFileChanges() throws IOException {
    var shelf = new MediaShelf(folder, faults::add);
    Path film = Files.writeString(folder.resolve("b.mp4"), "no film");
    Files.writeString(folder.resolve("春节.png"), "picture");
    shelf.keep(List.of(PICTURE, FILM));
    shelf.broken("b.mp4", "unknown format");
    shelf.broken("b.mp4", "unknown format");
    shelf.look();
    assertFalse(shelf.plays(FILM));
    assertEquals(List.of(List.of("media-skipped-2")), faults);
    Files.setLastModifiedTime(film, FileTime.fromMillis(5_000));
    shelf.look();
    assertTrue(shelf.plays(FILM));
    assertEquals(List.of(), faults.getLast());
  }

  @Test
  void aBoardWithoutAFolderLeavesAllOut() {
    var shelf = new MediaShelf(null, faults::add);
    shelf.keep(List.of(PICTURE, FILM));
    assertEquals(List.of(List.of("media-skipped-1", "media-skipped-2")), faults);
    shelf.keep(List.of());
    assertEquals(List.of(), faults.getLast());
  }
}
