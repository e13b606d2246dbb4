package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnyMachineTest {
  @Test
  void anotherRunInAnotherLanguageAndTimeZoneDecidesTheSame() throws Exception {
    assertEquals(
        WalkDigest.digest(),
        elsewhere("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/New_York"));
  }

  @Test
  void numbersAreWrittenInPlainDigitsInAnyLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      HallStory hall = HallStory.withOneWindow(Layout.small().withPolicy("longest-wait"));
      assertEquals("A001", hall.takes("A").number());
      hall.calls("1");
      assertTrue(hall.last(Event.TicketCalled.class).reason().en().contains("(0 min)"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String elsewhere(String... options) throws IOException, InterruptedException {
    String surefire = System.getProperty("surefire.test.class.path");
    String classPath = surefire == null ? System.getProperty("java.class.path") : surefire;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath));
    command.addAll(List.of(options));
    command.add(WalkDigest.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the other run ends");
    return printed;
  }
}
