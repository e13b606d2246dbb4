package io.tidehall.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A hall that is stopped goes on where it was; one that cannot start says why in a line. */
class RestartTest {
  @TempDir Path folder = Path.of("");

  @Test
  void theNextRunGoesOnWithTheSameDay() throws Exception {
    String password;
    try (var hall = RunningHall.start(folder, RunningHall.Broker.EMBEDDED);
        var clerk = hall.staff("101")) {
      password = hall.firstPassword("101");
      take(clerk);
      clerk.post("/api/windows/1/sign-in", Map.of());
      clerk.post("/api/windows/1/next", Map.of());
    }
    try (var hall = RunningHall.start(folder, RunningHall.Broker.EMBEDDED);
        var clerk = hall.staff("101")) {
      assertEquals(password, hall.firstPassword("101"));
      take(clerk);
      var console = clerk.get("/api/console");
      List<String> numbers =
          console.at("/tickets").valueStream().map(it -> it.at("/number").asString()).toList();
      assertEquals(List.of("A001", "A002"), numbers.stream().sorted().toList());
      clerk.post("/api/windows/1/arrive", Map.of());
      clerk.post("/api/windows/1/finish", Map.of("outcome", "DONE_AT_ONCE"));
      assertEquals(1, clerk.get("/api/report").at("/tickets/finished").asInt());
      assertEquals(2, clerk.get("/api/report").at("/tickets/issued").asInt());
    }
  }

  @Test
  void aBusyPortIsOneLineThatSaysWhatToDo() throws Exception {
    try (var hall = RunningHall.start(folder.resolve("one"), RunningHall.Broker.EMBEDDED)) {
      var second = ControllerOptions.local(folder.resolve("two"), ReadyHalls.trial());
      int pages = hall.controller().port();
      assertRefused("--port", () -> start(second.withPorts(pages, 0)));
      int mqtt = hall.broker().getPort();
      assertRefused("choose another port", () -> start(second.withPorts(0, mqtt)));
      // What was opened before the refusal is closed again.
      start(second);
    }
  }

  @Test
  void aDataFolderInUseIsOneLineThatSaysWhatToDo() throws Exception {
    try (var _ = RunningHall.start(folder, RunningHall.Broker.EMBEDDED)) {
      assertRefused(
          folder.toString(), () -> start(ControllerOptions.local(folder, ReadyHalls.trial())));
    }
  }

  private static void take(Staff staff) {
    staff.post("/api/tickets", Map.of("line", "A"));
  }

  private static void start(ControllerOptions options) throws Exception {
    Controller.start(options).close();
  }

  private static void assertRefused(String words, Executable start) {
    String line = String.valueOf(assertThrows(Exception.class, start).getMessage());
    assertTrue(line.contains(words), line);
    assertTrue(line.contains("expected"), line);
    assertEquals(1, line.lines().count(), line);
  }
}
