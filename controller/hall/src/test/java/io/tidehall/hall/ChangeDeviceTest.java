package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who paired, moved and revoked devices is kept; the hall's work does not depend on it. */
class ChangeDeviceTest {
  private static final Command.ChangeDevice REVOKE =
      new Command.ChangeDevice("kiosk-2", DeviceChange.REVOKED, "lost");

  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void whatAManagerDoesWithADeviceIsRecordedAndChangesNothingElse() {
    HallState before = hall.state();
    var decision =
        Hall.decide(before, new Request("r-1", Actor.manager("100"), REVOKE), before.at());
    assertEquals(
        List.of(new Event.DeviceChanged("kiosk-2", DeviceChange.REVOKED, "lost")),
        assertInstanceOf(Decision.Accepted.class, decision).events());
  }

  @Test
  void aNewRollIsToldByManagersAndDevicesAndRememberedUntilThePrinterIsRevoked() {
    var roll = new Command.ChangeDevice("printer-1", DeviceChange.NEW_ROLL, "kiosk-1");
    for (Actor actor : List.of(Actor.manager("100"), Actor.device("kiosk-1"))) {
      hall.minutes(1);
      hall.asks(actor, roll);
      assertEquals(hall.now(), hall.state().rolls().get("printer-1"));
    }
    hall.asks(
        Actor.manager("100"), new Command.ChangeDevice("printer-1", DeviceChange.REVOKED, ""));
    assertEquals(java.util.Map.of(), hall.state().rolls());
  }

  @Test
  void onlyAKioskItselfTellsOfItsDoorAndNothingFollowsFromIt() {
    var opened = new Command.ChangeDevice("kiosk-1", DeviceChange.DOOR_OPENED, "14:03:22");
    HallState before = hall.state();
    for (Actor actor : List.of(Actor.manager("100"), Actor.device("kiosk-2"))) {
      assertInstanceOf(
          Decision.Refused.class,
          Hall.decide(before, new Request("r-1", actor, opened), before.at()));
    }
    var decision =
        Hall.decide(before, new Request("r-1", Actor.device("kiosk-1"), opened), before.at());
    assertEquals(
        List.of(new Event.DeviceChanged("kiosk-1", DeviceChange.DOOR_OPENED, "14:03:22")),
        assertInstanceOf(Decision.Accepted.class, decision).events());
    hall.asks(Actor.device("kiosk-1"), opened);
    assertEquals(before.rolls(), hall.state().rolls());
  }

  @Test
  void nobodyElseChangesDevices() {
    HallState before = hall.state();
    for (Actor actor : List.of(Actor.clerk("101"), Actor.device("kiosk-1"), Actor.platform())) {
      var decision = Hall.decide(before, new Request("r-1", actor, REVOKE), before.at());
      assertEquals(
          Refusal.DEVICES_MANAGER_ONLY,
          assertInstanceOf(Decision.Refused.class, decision).refusal());
    }
  }
}
