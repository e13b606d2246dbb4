package io.tidehall.server.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Request;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.InMemoryJournal;
import io.tidehall.server.reload.HallFileReload.Status;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallFileWatchTest {
  private static final String VILLAGE = ReadyHalls.source("village");
  private static final String RENAMED = VILLAGE.replace("en: Advice & agency", "en: Help");

  @TempDir Path folder;

  @Test
  void aFileIsReadOnceItHasComeToRestAndToldOnce() throws IOException, InterruptedException {
    Path file = folder.resolve("hall.yaml");
    Files.writeString(file, VILLAGE);
    HallSetup setup = ((HallFile.Ready) HallFile.read(file)).setup();
    var told = new AtomicInteger();
    var inUse = new HallInUse(setup);
    try (var writer = new HallWriter(new InMemoryJournal(), InstantSource.system(), _ -> {})) {
      writer.addAnnouncer(inUse);
      writer.start();
      var configure = new Command.Configure(setup.plan());
      writer.submit(new Request("first", Actor.system(), configure)).join();
      var reload =
          new HallFileReload(file, inUse, writer, Outlooks.NONE, InstantSource.system(), _ -> {});
      try (var watch = new HallFileWatch(reload, told::incrementAndGet)) {
        settled(watch);
        assertEquals(Status.SAME, watch.news().status());
        assertEquals(0, told.get());

        Files.writeString(file, RENAMED.substring(0, 900));
        watch.check();
        assertEquals(Status.SAME, watch.news().status(), "it is still being written");
        Files.writeString(file, RENAMED);
        settled(watch);
        settled(watch);
        assertEquals(Status.CHANGED, watch.news().status());
        assertEquals(1, told.get());

        Files.writeString(file, RENAMED + "windowz: 3\n");
        settled(watch);
        assertEquals(new HallFileWatch.News(file.toString(), Status.WRONG, 1), watch.news());

        Files.writeString(file, RENAMED);
        settled(watch);
        assertEquals(Status.CHANGED, watch.news().status());
        reload.take(Actor.manager("301"), reload.look().version());
        settled(watch);
        assertEquals(Status.SAME, watch.news().status());
      }
    }
  }

  private static void settled(HallFileWatch watch) {
    watch.check();
    watch.check();
  }
}
