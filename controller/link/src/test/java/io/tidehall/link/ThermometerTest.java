package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThermometerTest {
  @SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
  @TempDir
  Path zones;

  @Test
  void theHottestZoneCountsAndWhatCannotBeReadDoesNot() throws IOException {
    zone("thermal_zone0", "47850\n");
    zone("thermal_zone1", "61400\n");
    zone("thermal_zone2", "not a number");
    zone("thermal_zone3", "-274000\n");
    zone("cooling_device0", "99000\n");
    assertEquals(61, Thermometer.degrees(zones));
  }

  @Test
  void aMachineWithoutZonesHasNoTemperature() {
    assertNull(Thermometer.degrees(zones));
    assertNull(Thermometer.degrees(zones.resolve("none")));
  }

  private void zone(String name, String text) throws IOException {
    Files.writeString(Files.createDirectory(zones.resolve(name)).resolve("temp"), text);
  }
}
