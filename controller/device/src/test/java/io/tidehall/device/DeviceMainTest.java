package io.tidehall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Credentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceMainTest {
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHall hall = new FakeHall(Instant.EPOCH);
  private int leaving;
  private final AtomicReference<Device> started = new AtomicReference<>();

  DeviceMainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void helpIsShown() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("--snapshots"), out::toString);
  }

  @Test
  void withoutCredentialsOneLineSaysWhatToDo() {
    assertEquals(2, run());
    assertOneLine("--credentials FILE");
  }

  @Test
  void aMissingCredentialsFileIsNamed() {
    assertEquals(2, run("--credentials", folder.resolve("none.properties").toString()));
    assertOneLine("none.properties");
  }

  @Test
  void aBadLanguageIsSaidWithWhatIsExpected() {
    assertEquals(2, run("--language", "fr"));
    assertOneLine("expected zh-CN or en, but 'fr' came");
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertEquals(2, run("--colour", "red"));
    assertOneLine("--colour");
  }

  @Test
  void anAppRunsUntilItsWindowIsClosedAndLeavesCleanly() throws Exception {
    Path file = folder.resolve("k1.properties");
    new Credentials("k1", "secret", "tcp://127.0.0.1:1883", null).write(file);
    assertEquals(0, run("--credentials", file.toString(), "--language", "en"));
    Device device = started.get();
    assertTrue(device != null && device.id().equals("k1"));
    assertTrue(hall.opened() && hall.closed());
    assertTrue(Files.isDirectory(folder.resolve("k1-spool")));
  }

  @Test
  void theExitCodeTellsASupervisorWhatStaffWant() throws Exception {
    Path file = folder.resolve("k1.properties");
    new Credentials("k1", "secret", "tcp://127.0.0.1:1883", null).write(file);
    leaving = DeviceMain.RESTART;
    assertEquals(DeviceMain.RESTART, run("--credentials", file.toString()));
    Device.Home home = Objects.requireNonNull(started.get()).home();
    assertEquals("tcp://127.0.0.1:1883", home == null ? "" : home.broker());
    assertTrue(hall.closed(), "it leaves as cleanly as ever");
  }

  private int run(String... args) {
    DeviceApp app =
        new DeviceApp() {
          @Override
          public String name() {
            return "trial-device";
          }

          @Override
          public Running start(Device device) {
            started.set(device);
            if (leaving == 0) {
              device.end().run();
            } else {
              device.leave().accept(leaving);
            }
            return () -> {};
          }
        };
    return DeviceMain.run(
        app, (_, _, _, _) -> hall, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private void assertOneLine(String part) {
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertTrue(err.toString().contains(part), err::toString);
  }
}
