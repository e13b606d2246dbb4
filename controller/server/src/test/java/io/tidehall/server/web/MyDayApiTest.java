package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.rating.Channel;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk's own figures. */
class MyDayApiTest {
  @Test
  void aClerkSeesWhatSheHasDoneAndHowOftenSheWasRatedButNotByWhom(@TempDir Path folder) {
    try (var hall = new WebHall(ReadyHalls.trial(), folder);
        var clerk = Browser.of(hall, "101");
        var other = Browser.of(hall, "102")) {
      String line = hall.writer.state().plan().lines().getFirst().id().value();
      clerk.post("/api/windows/1/sign-in", "{}");
      for (int i = 0; i < 2; i++) {
        hall.issue(line, List.of(), null);
        clerk.post("/api/windows/1/next");
        clerk.post("/api/windows/1/arrive");
        clerk.post("/api/windows/1/finish", Map.of("outcome", "DONE_AT_ONCE"));
      }
      var service = hall.writer.state().ratings().firstKey();
      hall.submit(
          Actor.device("pad-1"), new Command.Rate(service, 5, List.of(), "", Channel.HALL_PAD));
      var mine = Browser.json(clerk.get("/api/my-day"));
      assertEquals(2, mine.path("served").asInt());
      assertEquals(1, mine.path("rated").asInt());
      assertEquals(1, mine.at("/levels/5").asInt());
      assertFalse(mine.toString().contains(service.value()), mine.toString());
      assertEquals(0, Browser.json(other.get("/api/my-day")).path("served").asInt());
    }
  }
}
