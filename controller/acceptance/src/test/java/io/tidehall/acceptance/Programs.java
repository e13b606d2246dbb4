package io.tidehall.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine: a test that needs one is skipped without it, but never in CI. */
final class Programs {
  private static final List<String> FOLDERS =
      List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin");

  private Programs() {}

  static Path chromium() {
    return require("chromium", "chromium");
  }

  /** {@code mosquitto_pub} or {@code mosquitto_sub}. */
  static Path client(String name) {
    return require(name, "mosquitto-clients");
  }

  private static Path require(String program, String aptPackage) {
    Path found =
        FOLDERS.stream()
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    String mend = "expected the program %s: apt-get install %s".formatted(program, aptPackage);
    if (found == null && Boolean.getBoolean("tidehall.guard")) {
      Assertions.fail(mend);
    }
    Assumptions.assumeTrue(found != null, mend);
    return Objects.requireNonNull(found);
  }
}
