package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.staff.Emergency;
import io.tidehall.hall.staff.StaffMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Emergency calls and messages. */
class StaffTest {
  private static final WindowId ONE = new WindowId("1");
  private static final Actor WANG = Actor.clerk("wang");
  private static final Actor LI = Actor.clerk("li");
  private static final Actor CHEN = Actor.manager("chen");
  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void anEmergencyIsRaisedAcceptedAtAnotherDeskAndCleared() {
    accepts(WANG, new Command.RaiseEmergency(ONE));
    String id = emergency().id();
    assertEquals("wang", emergency().raisedBy());
    assertNull(emergency().acceptedBy());
    accepts(LI, new Command.AcceptEmergency(id));
    assertEquals("li", emergency().acceptedBy());
    accepts(WANG, new Command.ClearEmergency(id, "over"));
    assertTrue(hall.state().staff().emergencies().isEmpty());
    hall.refuses(Refusal.UNKNOWN_EMERGENCY, LI, new Command.AcceptEmergency(id));
  }

  @Test
  void twoPressesAtAWindowAreOneEmergency() {
    accepts(WANG, new Command.RaiseEmergency(ONE));
    String id = emergency().id();
    accepts(Actor.device("call-pad-1"), new Command.RaiseEmergency(ONE));
    assertEquals(id, emergency().id());
  }

  @Test
  void whoRaisedAnEmergencyDoesNotAcceptItAndTheSecondToAcceptIsTold() {
    accepts(Actor.device("call-pad-1"), new Command.RaiseEmergency(ONE));
    assertEquals("wang", emergency().raisedBy(), "whoever stands at the pad's window");
    String id = emergency().id();
    hall.refuses(Refusal.EMERGENCY_OWN, WANG, new Command.AcceptEmergency(id));
    accepts(CHEN, new Command.AcceptEmergency(id));
    accepts(CHEN, new Command.AcceptEmergency(id));
    hall.refuses(Refusal.EMERGENCY_ACCEPTED, LI, new Command.AcceptEmergency(id));
  }

  @Test
  void anEmergencyAtAWindowWithoutAClerkIsHeardAndOutlivesTheDay() {
    accepts(Actor.device("call-pad-4"), new Command.RaiseEmergency(new WindowId("4")));
    hall.on("2026-11-24", "09:00");
    hall.does(new Command.PassTime());
    assertEquals(new WindowId("4"), emergency().window());
    hall.refuses(Refusal.UNKNOWN_WINDOW, WANG, new Command.RaiseEmergency(new WindowId("9")));
  }

  @Test
  void aMessageToAWindowIsShownThereUntilItIsRead() {
    accepts(CHEN, new Command.SendMessage(List.of(ONE), "请到前台"));
    assertTrue(message().isFor(ONE, new ClerkId("wang")));
    assertFalse(message().isFor(new WindowId("2"), new ClerkId("li")));
    accepts(WANG, new Command.ReadMessage(ONE, message().id()));
    assertFalse(message().isFor(ONE, new ClerkId("wang")));
  }

  @Test
  void aMessageToAllIsReadByEachForHerselfAndEndsWithTheDay() {
    accepts(CHEN, new Command.SendMessage(List.of(), "十点开会"));
    accepts(WANG, new Command.ReadMessage(ONE, message().id()));
    assertTrue(message().isFor(new WindowId("2"), new ClerkId("li")));
    assertEquals(List.of(new ClerkId("wang")), message().readBy());
    hall.on("2026-11-24", "09:00");
    hall.does(new Command.PassTime());
    assertTrue(hall.state().staff().messages().isEmpty());
  }

  @Test
  void onlyManagersSendAndAMessageHasWords() {
    hall.refuses(Refusal.MANAGER_ONLY, WANG, new Command.SendMessage(List.of(), "hello"));
    hall.refuses(Refusal.MESSAGE_EMPTY, CHEN, new Command.SendMessage(List.of(), " "));
    hall.refuses(
        Refusal.UNKNOWN_WINDOW, CHEN, new Command.SendMessage(List.of(new WindowId("9")), "hello"));
    hall.refuses(Refusal.UNKNOWN_MESSAGE, WANG, new Command.ReadMessage(ONE, "message-0"));
  }

  private void accepts(Actor actor, Command command) {
    assertTrue(hall.asks(actor, command) instanceof Decision.Accepted, command.toString());
  }

  private Emergency emergency() {
    assertEquals(1, hall.state().staff().emergencies().size());
    return hall.state().staff().emergencies().values().iterator().next();
  }

  private StaffMessage message() {
    assertEquals(1, hall.state().staff().messages().size());
    return hall.state().staff().messages().values().iterator().next();
  }
}
