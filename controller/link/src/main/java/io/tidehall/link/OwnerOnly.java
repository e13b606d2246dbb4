package io.tidehall.link;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read: secrets. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Makes an empty file that only its owner can read, or narrows the one that is there. */
  public static void create(Path file) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    var mode = PosixFilePermissions.fromString("rw-------");
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
    } catch (FileAlreadyExistsException _) {
      Files.setPosixFilePermissions(file, mode);
    }
  }
}
