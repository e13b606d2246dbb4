package io.tidehall.device.view;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts JavaFX once per process, headless where there is no display. */
public final class Toolkit {
  private static final Logger log = LoggerFactory.getLogger(Toolkit.class);
  private static final String PLATFORM = "glass.platform";
  private static boolean started;

  private Toolkit() {}

  /** Returns when JavaFX runs. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    if (System.getProperty(PLATFORM) == null && displayless()) {
      System.setProperty(PLATFORM, "Headless");
      System.setProperty("prism.order", "sw");
    }
    // JavaFX on the class path is our choice; its warning about that helps nobody.
    var javafx = java.util.logging.Logger.getLogger("javafx");
    javafx.setLevel(Level.SEVERE);
    var ready = new CountDownLatch(1);
    try {
      Platform.startup(ready::countDown);
    } catch (IllegalStateException _) {
      // A test, or another part of the process, has started it.
      ready.countDown();
    }
    try {
      ready.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    javafx.setLevel(null);
    Platform.setImplicitExit(false);
    if (headless()) {
      log.info("No display here: the screen is drawn but not shown; see it with --snapshots DIR");
    }
    started = true;
  }

  /** Whether screens are drawn without a display. */
  public static boolean headless() {
    return "Headless".equalsIgnoreCase(System.getProperty(PLATFORM));
  }

  private static boolean displayless() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
        && absent("DISPLAY")
        && absent("WAYLAND_DISPLAY");
  }

  private static boolean absent(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isBlank();
  }
}
