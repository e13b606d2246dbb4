package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.window.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a crowd and its clerks do, the tide never takes a ticket from its window. */
class TidalHallProperties {
  private static final List<String> WINDOWS = List.of("1", "2", "4");

  @Property(tries = 60)
  void noWindowClosesUnderATicketItHas(
      @ForAll @Size(min = 100, max = 140) List<@IntRange(max = 11) Integer> acts) {
    HallStory story = TidalHall.automatic();
    for (int act : acts) {
      HallState before = story.state();
      int told = story.journal().size();
      act(story, act);
      for (Entry entry : story.journal().subList(told, story.journal().size())) {
        keepsTickets(before, entry);
      }
    }
  }

  private static void keepsTickets(HallState before, Entry entry) {
    boolean ended =
        entry.events().stream()
            .anyMatch(
                it -> it instanceof Event.ServiceFinished || it instanceof Event.TicketMissed);
    for (Event event : entry.events()) {
      if (event instanceof Event.ClerkSignedOut out && !ended) {
        assertTrue(
            !(before.window(out.window()) instanceof Window.Busy),
            () -> "closed under its ticket: " + entry);
      }
    }
  }

  private static void act(HallStory story, int act) {
    String window = WINDOWS.get(act % 3);
    switch (act) {
      case 0, 1, 2 -> story.asks(HallStory.issue("B", null, null));
      case 3, 4, 5 -> {
        story.asks(new Command.SignIn(new WindowId("4"), new ClerkId("qian"), null));
        story.asks(new Command.CallNext(new WindowId(window)));
      }
      case 6, 7, 8 -> {
        story.asks(new Command.Arrive(new WindowId(window)));
        story.asks(new Command.Finish(new WindowId(window), Outcome.DONE_AT_ONCE, ""));
      }
      default -> TidalHall.minutesPass(story, act - 8);
    }
  }
}
