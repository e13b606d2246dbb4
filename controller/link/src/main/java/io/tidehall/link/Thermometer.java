package io.tidehall.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How warm the machine is, by the hottest of Linux's thermal zones. */
final class Thermometer {
  private static final Path ZONES = Path.of("/sys/class/thermal");

  private Thermometer() {}

  /** Whole degrees Celsius, or null where there is no sensor. */
  static @Nullable Integer degrees() {
    return degrees(ZONES);
  }

  static @Nullable Integer degrees(Path zones) {
    Integer hottest = null;
    try (var found = Files.newDirectoryStream(zones, "thermal_zone*")) {
      for (Path zone : found) {
        Integer degrees = read(zone.resolve("temp"));
        if (degrees != null && (hottest == null || degrees > hottest)) {
          hottest = degrees;
        }
      }
    } catch (IOException _) {
      return null; // not Linux, or a machine without zones
    }
    return hottest;
  }

  /** Zones of parts that are switched off cannot be read, or tell what nothing in a hall is. */
  private static @Nullable Integer read(Path file) {
    try {
      long degrees = Math.round(Long.parseLong(Files.readString(file).strip()) / 1000.0);
      return degrees < -60 || degrees > 200 ? null : (int) degrees;
    } catch (IOException | NumberFormatException _) {
      return null;
    }
  }
}
