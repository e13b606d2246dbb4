package io.tidehall.device.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.DeviceMain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/** A screen's thread that really hangs, in a process of its own. */
class ScreenWatchTest {
  /** A program whose screen freezes, and whose orderly stop would never end. */
  static final class Freezing {
    private Freezing() {}

    public static void main(String[] args) {
      // Long enough that a slow machine does not seem frozen before it is.
      var unused =
          ScreenWatch.start(Duration.ofSeconds(1), Duration.ofMillis(50), DeviceMain.FROZEN);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Shell.onFx(() -> true)));
      Platform.runLater(Freezing::hang);
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aFrozenScreenEndsTheProgramWithItsOwnStatusAndTellsWhereItHangs() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                Freezing.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      assertTrue(program.waitFor(60, TimeUnit.SECONDS), "it ends by itself");
      String told = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(DeviceMain.FROZEN, program.exitValue(), told);
      assertTrue(told.contains("the screen has frozen"), told);
      assertTrue(told.contains("Freezing.hang"), told);
    } finally {
      program.destroyForcibly();
    }
  }
}
