package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk's own figures. */
class MyDayApiTest {
  @Test
  void aClerkSeesWhatSheHasDoneAndHowOftenSheWasRatedByFivesAndNotByWhom(@TempDir Path folder) {
    try (var hall = new WebHall(ReadyHalls.trial(), folder);
        var clerk = Browser.of(hall, "101");
        var other = Browser.of(hall, "102")) {
      String line = hall.writer.state().plan().lines().getFirst().id().value();
      clerk.post("/api/windows/1/sign-in", "{}");
      for (int i = 0; i < 6; i++) {
        hall.issue(line, List.of(), null);
        clerk.post("/api/windows/1/next");
        clerk.post("/api/windows/1/arrive");
        clerk.post("/api/windows/1/finish", Map.of("outcome", "DONE_AT_ONCE"));
      }
      var services = List.copyOf(hall.writer.state().ratings().keySet());
      for (int i = 0; i < 4; i++) {
        rate(hall, services.get(i), 5);
      }
      var mine = Browser.json(clerk.get("/api/my-day"));
      assertEquals(6, mine.path("served").asInt());
      assertEquals(0, mine.path("rated").asInt(), "four could be told apart as they come");
      assertEquals(0, mine.at("/levels/5").asInt());
      rate(hall, services.get(4), 4);
      var five = Browser.json(clerk.get("/api/my-day"));
      assertEquals(5, five.path("rated").asInt());
      assertEquals(4, five.at("/levels/5").asInt());
      assertEquals(1, five.at("/levels/4").asInt());
      rate(hall, services.get(5), 3);
      assertEquals(five, Browser.json(clerk.get("/api/my-day")), "the sixth changes nothing yet");
      assertFalse(five.toString().contains(services.get(4).value()), five.toString());
      assertEquals(0, Browser.json(other.get("/api/my-day")).path("served").asInt());
    }
  }

  private static void rate(WebHall hall, ServiceId service, int level) {
    hall.submit(
        Actor.device("pad-1"), new Command.Rate(service, level, List.of(), "", Channel.HALL_PAD));
  }
}
