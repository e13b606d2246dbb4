package io.tidehall.device.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what would be heard as WAV files, the newest ones, and takes as long as a speaker would.
 * Without a folder it only takes the time.
 */
public final class FolderSink implements AudioSink {
  private static final int KEPT = 200;

  private final @Nullable Path folder;

  public FolderSink(@Nullable Path folder) {
    this.folder = folder;
  }

  @Override
  public void play(String name, Sound sound) throws IOException, InterruptedException {
    if (folder != null) {
      Files.createDirectories(folder);
      // In one move: whoever listens to the folder never hears half of it, also when it is cut.
      Path fresh = Files.write(folder.resolve(name + ".part"), sound.wav());
      Files.move(fresh, folder.resolve(name + ".wav"), StandardCopyOption.ATOMIC_MOVE);
      forgetOld(folder);
    }
    Thread.sleep(sound.length());
  }

  @Override
  public void close() {}

  private static void forgetOld(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newest =
          files
              .filter(it -> it.toString().endsWith(".wav"))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .toList();
      for (Path old : newest.subList(Math.min(KEPT, newest.size()), newest.size())) {
        Files.deleteIfExists(old);
      }
    }
  }
}
