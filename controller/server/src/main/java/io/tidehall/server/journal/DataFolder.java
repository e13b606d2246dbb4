package io.tidehall.server.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds the journal's file. */
final class DataFolder {
  private DataFolder() {}

  /**
   * Makes the folder's list of files durable: syncing a new file does not promise that its name
   * outlives a power cut.
   */
  static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Only POSIX systems can open a folder; elsewhere the file system's own journal has to do.
    }
  }
}
