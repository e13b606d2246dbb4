package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Free words for everybody in a zone. */
class AnnounceTest {
  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void wordsForTheWholeHallAreAnnouncedAndChangeNothingElse() {
    HallState before = hall.state();
    List<Event> events = hall.does(new Command.Announce("n-1", "", "请勿在门口停车"));
    assertEquals(List.of(new Event.Announced("n-1", "", "请勿在门口停车")), events);
    assertEquals(before.windows(), hall.state().windows());
    assertEquals(before.queues(), hall.state().queues());
  }

  @Test
  void wordsForAZoneThatIsNotThereAreRefused() {
    hall.refuses(Refusal.UNKNOWN_ZONE, new Command.Announce("n-1", "nowhere", "words"));
  }

  @Test
  void noWordsAreRefused() {
    hall.refuses(Refusal.NO_WORDS, new Command.Announce("n-1", "", " "));
  }
}
