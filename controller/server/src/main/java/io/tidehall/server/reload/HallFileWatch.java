package io.tidehall.server.reload;

import io.tidehall.server.hallfile.HallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the hall file on the disk has changed, tells managers, and logs what is wrong with
 * it. It takes nothing over: that is for a manager to do, who sees first what would change.
 */
public final class HallFileWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallFileWatch.class);
  private static final int EVERY_SECONDS = 2;

  /**
   * How the file stands, as far as it is known without asking the rules.
   *
   * @param file its name; empty when there is none
   * @param problems how many it has
   */
  public record News(String file, HallFileReload.Status status, int problems) {}

  private final HallFileReload reload;
  private final Runnable changed;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("hall-file").daemon().factory());
  private volatile News news;
  private String seen = "";
  private String read = "";

  /**
   * Makes a watch.
   *
   * @param changed run when the news have changed
   */
  public HallFileWatch(HallFileReload reload, Runnable changed) {
    this.reload = reload;
    this.changed = changed;
    Path file = reload.file();
    news =
        file == null
            ? new News("", HallFileReload.Status.NONE, 0)
            : new News(file.toString(), HallFileReload.Status.SAME, 0);
  }

  /** Looks every two seconds from now on; without a file never. */
  public void start() {
    if (reload.file() != null) {
      var _ =
          thread.scheduleWithFixedDelay(
              this::check, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  public News news() {
    return news;
  }

  /** Looks now. A file that is still being written is left until it has come to rest. */
  synchronized void check() {
    Path file = reload.file();
    if (file == null) {
      return;
    }
    String stamp = stamp(file) + " " + System.identityHashCode(reload.inUse());
    boolean rests = stamp.equals(seen);
    seen = stamp;
    if (rests && !stamp.equals(read)) {
      read = stamp;
      tell(file, HallFile.read(file));
    }
  }

  private void tell(Path file, HallFile.Reading reading) {
    News now =
        switch (reading) {
          case HallFile.Wrong wrong ->
              new News(file.toString(), HallFileReload.Status.WRONG, wrong.problems().size());
          case HallFile.Ready(var setup) when setup.equals(reload.inUse()) ->
              new News(file.toString(), HallFileReload.Status.SAME, 0);
          case HallFile.Ready _ -> new News(file.toString(), HallFileReload.Status.CHANGED, 0);
        };
    if (reading instanceof HallFile.Wrong wrong) {
      LOG.warn("the hall goes on with the last good hall file. {}", wrong.text());
    } else if (now.status() == HallFileReload.Status.CHANGED) {
      LOG.info("the hall file {} has changed: a manager may take it over", file);
    }
    if (!now.equals(news)) {
      news = now;
      changed.run();
    }
  }

  private static String stamp(Path file) {
    try {
      var its = Files.readAttributes(file, BasicFileAttributes.class);
      return its.lastModifiedTime() + " " + its.size() + " " + its.fileKey();
    } catch (IOException _) {
      return "gone";
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
