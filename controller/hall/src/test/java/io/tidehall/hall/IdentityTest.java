package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.plan.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Actor KIOSK = Actor.device("kiosk-1");

  @Test
  void aHallThatAsksForItRefusesAKioskThatDoesNotTell() {
    HallStory hall = HallStory.withOneWindow(Layout.small().withIdentity(Identity.ID_CARD));
    hall.refuses(Refusal.IDENTITY_NEEDED, KIOSK, HallStory.issue("A", null, null));
    accepted(hall, KIOSK, "p1");
  }

  @Test
  void atACounterAClerkSeesWhoItIs() {
    HallStory hall = HallStory.withOneWindow(Layout.small().withIdentity(Identity.ID_CARD));
    accepted(hall, Actor.clerk("wang"), null);
  }

  @Test
  void whereVisitorsMayDoWithoutNobodyIsRefused() {
    accepted(
        HallStory.withOneWindow(
            Layout.small().withIdentity(Identity.PHONE_LAST_DIGITS, Identity.NONE)),
        KIOSK,
        null);
    accepted(HallStory.withOneWindow(Layout.small()), KIOSK, null);
  }

  private static void accepted(HallStory hall, Actor actor, @Nullable String person) {
    Decision decision = hall.asks(actor, HallStory.issue("A", null, person));
    assertEquals(Decision.Accepted.class, decision.getClass(), decision.toString());
  }
}
