package io.tidehall.simulator.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.routing.Balanced;
import io.tidehall.simulator.scenario.ScenarioFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriveTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StringWriter messages = new StringWriter();

  @Test
  void anOutsideHallFindsNoRuleBrokenAndNoWindowIdleInVain() throws Exception {
    var toDrive = new PipedReader(1 << 16);
    var toHall = new PipedReader(1 << 16);
    var lines = new PrintWriter(new PipedWriter(toDrive));
    var answers = new PrintWriter(new PipedWriter(toHall));
    Thread driving =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (answers) {
                    drive("threshold").run(new BufferedReader(toDrive), answers);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    var read = new BufferedReader(toHall);
    for (int day = 0; day < 4; day++) {
      var hall =
          new OutsideHall(scenario("township"), line -> ask(lines, read, line), day % 2 == 0, day);
      hall.play();
      lines.println("{\"event\":\"end\",\"t\":1100}");
      lines.flush();
      assertEquals(List.of(), hall.violations);
      assertEquals(0, hall.avoidable, 1e-6);
      assertTrue(hall.served > 150, "served " + hall.served);
      assertTrue(
          hall.openings == 0 || (day % 2 == 0 && hall.openings <= 3), "openings " + hall.openings);
      assertTrue(hall.covered > hall.waited / 3, hall.covered + " of " + hall.waited);
    }
    lines.close();
    driving.join(10_000);
    assertNull(read.readLine());
    assertEquals("", messages.toString());
  }

  private static String ask(PrintWriter to, BufferedReader from, String line) {
    to.println(line);
    to.flush();
    try {
      return String.valueOf(from.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSameInputHasTheSameAnswers() {
    assertEquals(transcript(), transcript());
  }

  private List<String> transcript() {
    Drive drive = drive("threshold");
    List<String> answers = new ArrayList<>();
    new OutsideHall(
            scenario("street"),
            line -> {
              String answer = String.valueOf(drive.answer(line));
              answers.add(answer);
              return answer;
            },
            true,
            3)
        .play();
    return answers;
  }

  @Test
  void whatCannotBeFollowedIsAnsweredByNothingAndNamed() {
    Drive drive = drive("none");
    assertEquals("{}", drive.answer("{\"event\":\"minute\",\"t\":600}"));
    assertTrue(
        messages.toString().contains("expected a start before anything else"), messages.toString());
    assertEquals("{}", drive.answer("no json"));
    assertEquals("{}", drive.answer("[1]"));
    drive.answer("{\"event\":\"start\",\"t\":540,\"scenario\":" + scenario("township") + "}");
    messages.getBuffer().setLength(0);
    told(
        drive,
        "{\"event\":\"open\",\"t\":540,\"window\":\"W99\"}",
        "window to be one of the scenario's, but it is 'W99'");
    told(
        drive,
        "{\"event\":\"issue\",\"t\":541,\"ticket\":\"1\",\"category\":\"??\"}",
        "category to be one of");
    told(
        drive,
        "{\"event\":\"free\",\"t\":541,\"window\":\"W01\",\"ticket\":\"7\"}",
        "the ticket that window W01 has");
    told(drive, "{\"event\":\"dance\",\"t\":541}", "event to be start, issue");
    told(drive, "{\"event\":\"minute\"}", "t to be minutes since midnight, but it is missing");
  }

  private void told(Drive drive, String line, String message) {
    messages.getBuffer().setLength(0);
    assertEquals("{}", drive.answer(line));
    assertTrue(messages.toString().contains("expected " + message), messages.toString());
  }

  @Test
  void aTicketIsAssignedWithItsForecastAtOnce() {
    Drive drive = drive("none");
    assertEquals(
        "{}",
        drive.answer("{\"event\":\"start\",\"t\":540,\"scenario\":" + scenario("township") + "}"));
    assertEquals(
        "{}", drive.answer("{\"event\":\"open\",\"t\":540,\"window\":\"W06\",\"state\":\"idle\"}"));
    assertEquals(
        "{\"assign\":[[\"W06\",\"1\"]],\"forecast\":[[\"1\",0.0,0.0,0.0]]}",
        drive.answer(
            "{\"event\":\"issue\",\"t\":541,\"ticket\":\"1\",\"category\":\"JA1\",\"class\":\"normal\"}"));
    assertNull(drive.answer("{\"event\":\"end\",\"t\":1020}"));
  }

  @Test
  void aWindowThatWorkedThroughItsBreakTakesTicketsAfterIt() {
    Drive drive = drive("none");
    drive.answer("{\"event\":\"start\",\"t\":540,\"scenario\":" + scenario("township") + "}");
    drive.answer("{\"event\":\"open\",\"t\":540,\"window\":\"W06\",\"state\":\"idle\"}");
    drive.answer(issue(719, "1"));
    drive.answer("{\"event\":\"closing\",\"t\":720,\"window\":\"W06\",\"state\":\"busy\"}");
    assertEquals(
        "{}",
        drive.answer(
            "{\"event\":\"free\",\"t\":811,\"window\":\"W06\",\"ticket\":\"1\",\"outcome\":\"served\","
                + "\"state\":\"idle\"}"));
    assertTrue(
        String.valueOf(drive.answer(issue(812, "2"))).startsWith("{\"assign\":[[\"W06\",\"2\"]]"));
  }

  private static String issue(double at, String ticket) {
    return "{\"event\":\"issue\",\"t\":"
        + at
        + ",\"ticket\":\""
        + ticket
        + "\",\"category\":\"JA1\",\"class\":\"normal\"}";
  }

  private Drive drive(String tidal) {
    return new Drive(Balanced.usual(), tidal, 20, new PrintWriter(messages));
  }

  private static JsonNode scenario(String name) {
    try (InputStream in = ScenarioFile.class.getResourceAsStream(name + ".json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
