package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  private static final Credentials SOME =
      new Credentials("kiosk-1", "secret", "tcp://127.0.0.1:1883", null);

  @Test
  void whatWasWrittenIsReadAndOnlyItsOwnerMayReadIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("kiosk-1.credentials");
    SOME.write(file);
    assertEquals(SOME, Credentials.read(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void theKeyForHashesGoesWithTheFileAndIsShownNowhere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("kiosk-1.credentials");
    Credentials keyed = SOME.withIdentityKey("a2V5");
    keyed.write(file);
    assertEquals(keyed, Credentials.read(file));
    assertEquals(SOME.toString(), keyed.toString());
  }

  @Test
  void writingAnewReplacesTheFileAsAWholeSoThatAKillLeavesTheOldOrTheNew(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("kiosk-1.credentials");
    SOME.write(file);
    Path old = Files.createLink(folder.resolve("old"), file);

    SOME.write(file);
    assertEquals(SOME, Credentials.read(old), "the old file was not written into");
    assertEquals(false, Files.isSameFile(old, file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file, old), files.sorted().toList());
    }
  }
}
