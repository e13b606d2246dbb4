package io.tidehall.display.board;

import io.tidehall.protocol.DeviceSetup.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with a board's pictures and films. What is missing or cannot be shown is left out and
 * told once; it is looked for again from time to time, and tried again when the file has changed.
 * From any thread.
 */
public final class MediaShelf {
  /** The fault told of a show, with its place in the playlist from 1. */
  static final String SKIPPED = "media-skipped-";

  private static final Logger LOG = LoggerFactory.getLogger(MediaShelf.class);
  private static final int FAULTS = 20;

  private final @Nullable Path folder;
  private final Consumer<List<String>> faults;
  private final Map<String, FileTime> broken = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private List<Show> playlist = List.of();
  private List<String> told = List.of();

  /**
   * A shelf.
   *
   * @param folder null for none
   * @param faults told what is left out when that changes
   */
  public MediaShelf(@Nullable Path folder, Consumer<List<String>> faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /** The hall's playlist, which is looked for at once. */
  public synchronized void keep(List<Show> shows) {
    if (!shows.equals(playlist)) {
      playlist = List.copyOf(shows);
      look();
    }
  }

  /** Looks for the files again. */
  public synchronized void look() {
    Set<String> gone = new HashSet<>();
    for (Show show : playlist) {
      String file = show.file();
      Path path = path(file).orElse(null);
      if (path == null || !Files.isRegularFile(path) || !Files.isReadable(path)) {
        gone.add(file);
        broken.remove(file);
        if (missing.add(file)) {
          LOG.warn(
              "{} is left out: expected a readable file in {}, but there is none; put it there",
              file,
              folder == null ? "the folder of --media" : folder);
        }
      } else if (broken.containsKey(file) && !changed(path).equals(broken.get(file))) {
        LOG.info("{} has changed and is tried again", file);
        broken.remove(file);
      }
    }
    missing.retainAll(gone);
    tell();
  }

  /** Whether a show can be shown, as far as is known. */
  public synchronized boolean plays(Show show) {
    return !missing.contains(show.file()) && !broken.containsKey(show.file());
  }

  /** A show that was tried and cannot be shown. */
  public synchronized void broken(String file, String why) {
    if (!broken.containsKey(file)) {
      LOG.warn("{} is left out: it cannot be shown: {}", file, why);
      broken.put(file, path(file).map(MediaShelf::changed).orElse(FileTime.fromMillis(0)));
      tell();
    }
  }

  /** Where a file lies. */
  public Optional<Path> path(String file) {
    return Optional.ofNullable(folder).map(it -> it.resolve(file));
  }

  private void tell() {
    List<String> skipped = new ArrayList<>();
    for (int i = 0; i < playlist.size() && skipped.size() < FAULTS; i++) {
      if (!plays(playlist.get(i))) {
        skipped.add(SKIPPED + (i + 1));
      }
    }
    if (!skipped.equals(told)) {
      told = List.copyOf(skipped);
      faults.accept(told);
    }
  }

  private static FileTime changed(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }
}
