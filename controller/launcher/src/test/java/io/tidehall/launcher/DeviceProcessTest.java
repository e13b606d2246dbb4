package io.tidehall.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.DeviceMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device as a process: killed or in need of a restart it comes back, left by staff it does not.
 */
class DeviceProcessTest {
  /** A device's program that notes each start and ends as it is told. */
  public static final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
      Path starts = Path.of(args[0]);
      Files.writeString(starts, Files.exists(starts) ? Files.readString(starts) + "x" : "x");
      List<String> ends = List.of(args[1].split(","));
      int run = Files.readString(starts).length();
      String end = ends.get(Math.min(run, ends.size()) - 1);
      if (end.equals("killed")) {
        ProcessHandle.current().destroyForcibly();
        Runtime.getRuntime().halt(137);
      }
      System.exit(Integer.parseInt(end));
    }
  }

  @TempDir Path folder;

  @Test
  void oneThatWasKilledOrWantsARestartComesBackUntilStaffLeaveIt() throws Exception {
    Path starts = folder.resolve("starts");
    Path log = folder.resolve("log");
    var process =
        new DeviceProcess(
            "kiosk-1",
            Program.class.getName(),
            List.of(),
            List.of(starts.toString(), "killed," + DeviceMain.RESTART + "," + DeviceMain.LEFT),
            log);
    Awaitility.await().until(() -> Files.exists(starts) && Files.readString(starts).length() == 3);
    Awaitility.await().until(() -> !process.kept());
    assertEquals("xxx", Files.readString(starts));
    process.close();
  }
}
