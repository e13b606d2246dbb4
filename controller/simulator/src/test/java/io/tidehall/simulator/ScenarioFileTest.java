package io.tidehall.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
  @TempDir Path folder;

  @Test
  void theThreeHallsComeWithTheProduct() {
    assertEquals(8, Halls.builtIn("township").windows().size());
    assertEquals(12, Halls.builtIn("street").categories().size());
    assertEquals(
        4000, Halls.builtIn("city").categories().stream().mapToDouble(it -> it.daily()).sum(), 31);
  }

  @Test
  void aWholeFieldThatADedicatedWindowServesBesidesIsItsSecondField() throws Exception {
    Path file = folder.resolve("hall.json");
    Files.writeString(file, json().replace("\"serves\":[\"a\"]", "\"serves\":[\"a\",\"b\"]"));
    Layout layout = new Layout(ScenarioFile.load(file.toString()));
    assertTrue(layout.owns(0, 0) && layout.owns(0, 1));
    assertEquals(2, layout.breadth(0));
    assertTrue(layout.serves(0, 1));
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(
        file,
        json()
            .replace("\"close\":1020", "\"close\":\"late\"")
            .replace("\"type\":\"dedicated\"", "\"type\":\"round\"")
            .replace("\"mean\":5", "\"mean\":-5"));
    String message = refusal(file);
    assertTrue(
        message.contains("close: expected a number between 0.0 and 1440.0, but it is \"late\""),
        message);
    assertTrue(
        message.contains(
            "windows[0].type: expected one of dedicated, comprehensive, tidal, but it is \"round\""),
        message);
    assertTrue(message.contains("categories[0].service.mean"), message);
    assertEquals(3, message.lines().count(), message);
  }

  @Test
  void whatDoesNotFitTogetherIsNamed() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(
        file,
        json()
            .replace("\"serves\":[\"a\"]", "\"serves\":[\"x\"]")
            .replace("\"serves\":[\"*\"]", "\"serves\":[\"b\"]")
            .replace("\"close_at\":1", "\"close_at\":9"));
    String message = refusal(file);
    assertTrue(
        message.contains(
            "windows[0].serves: expected ids of categories, names of fields, or *, but 'x' is none"),
        message);
    assertTrue(
        message.contains(
            "categories[0].id: expected a window that serves A or its field a, but none does"),
        message);
    assertTrue(
        message.contains(
            "tidal.threshold.close_at: expected a value below open_at 4.0, but it is 9.0"),
        message);
  }

  @Test
  void whatIsNotJsonIsRefusedWithItsPlace() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, "{\n  \"open\": ,");
    assertTrue(refusal(file).contains(" at 2:"), refusal(file));
  }

  private static String refusal(Path file) {
    var refused =
        assertThrows(BadScenarioException.class, () -> ScenarioFile.load(file.toString()));
    return String.valueOf(refused.getMessage());
  }

  private static String json() {
    return """
        {"name":"small","title":"small","open":540,"close":1020,
         "profiles":{"default":[[540,1010,1]]},
         "categories":[
          {"id":"A","field":"a","daily":50,"service":{"dist":"lognormal","mean":5,"cv":0.8}},
          {"id":"B","field":"b","daily":50,"service":{"dist":"lognormal","mean":6,"cv":0.8}}],
         "windows":[
          {"id":"W1","type":"dedicated","serves":["a"],"home":"a","shifts":[[540,1020]]},
          {"id":"W2","type":"comprehensive","serves":["*"],"home":"b","shifts":[[540,1020]]}],
         "tidal":{"threshold":{"open_at":4,"close_at":1}}}
        """;
  }
}
