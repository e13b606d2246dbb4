package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.InMemoryBroker;
import io.tidehall.link.LinkDeviceSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hall said of the kiosk, in the folder that it shares with the session's facts. */
class KeptSetupTest {
  @TempDir Path folder;

  @Test
  void itIsThereAtTheNextStartAndTheSessionLeavesItAlone() throws IOException {
    assertTrue(new KeptSetup(folder).load().isEmpty());
    new KeptSetup(folder).keep(SampleHall.serviced());
    var link = new InMemoryBroker().link("k1");
    try (var session =
        new LinkDeviceSession(link, "k1", "kiosk", "0.1.0", folder, InstantSource.system())) {
      session.open();
      assertEquals(0, session.malformed());
    }
    assertEquals(Optional.of(SampleHall.serviced()), new KeptSetup(folder).load());
    assertEquals("[OWNER_READ, OWNER_WRITE]", permissions());
  }

  @Test
  void aFileThatIsNoneIsAsGoodAsNoneAndIsWrittenAnew() throws IOException {
    Files.writeString(folder.resolve("kiosk.setup"), "{\"role\":");
    var kept = new KeptSetup(folder);
    assertTrue(kept.load().isEmpty());
    kept.keep(SampleHall.serviced());
    assertEquals(Optional.of(SampleHall.serviced()), new KeptSetup(folder).load());
  }

  private String permissions() throws IOException {
    return Files.getPosixFilePermissions(folder.resolve("kiosk.setup")).stream()
        .sorted()
        .toList()
        .toString();
  }
}
