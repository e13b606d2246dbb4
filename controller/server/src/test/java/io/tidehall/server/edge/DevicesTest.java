package io.tidehall.server.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is there after the controller and its broker were down. */
class DevicesTest {
  private static final Instant BEFORE = Instant.parse("2026-11-02T00:30:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(600);
  private long nanos;
  private final Devices devices =
      new Devices(List.of(new DevicePlace("kiosk-1", DeviceRole.KIOSK, null, null)), () -> nanos);

  @Test
  void whoDiedWhileTheBrokerWasDownIsAwayAfterItsTime() {
    there(BEFORE);
    devices.meet(NOW);
    pass(Devices.PRESENCE.minusSeconds(1));
    assertEquals(List.of(), devices.missing());
    assertTrue(online(), "it still has time");
    pass(Duration.ofSeconds(1));
    assertEquals(
        List.of("kiosk-1"), devices.missing().stream().map(it -> it.place().id()).toList());
    assertFalse(online());
    assertEquals(List.of(), devices.missing(), "told once");
  }

  @Test
  void aTroubleKeepsTheTimeAtWhichItWasFirstTold() {
    tells(NOW, Paper.OK, "door-open");
    tells(NOW.plusSeconds(20), Paper.NEAR_END, "door-open");
    assertEquals(
        Map.of("door-open", NOW, "paper-near-end", NOW.plusSeconds(20)),
        devices.find("kiosk-1").orElseThrow().troubles());
    there(BEFORE);
    tells(NOW.plusSeconds(40), Paper.OK);
    assertEquals(Map.of(), devices.find("kiosk-1").orElseThrow().troubles());
    tells(NOW.plusSeconds(60), Paper.OUT, "door-open");
    assertEquals(
        Map.of("door-open", NOW.plusSeconds(60), "paper-out", NOW.plusSeconds(60)),
        devices.find("kiosk-1").orElseThrow().troubles());
  }

  private void tells(Instant at, Paper paper, String... faults) {
    var _ = devices.note("kiosk-1", new DeviceStatus(at, 60, paper, List.of(faults)));
  }

  @Test
  void whoAnswersIsThere() {
    there(BEFORE);
    devices.meet(NOW);
    there(devices.met());
    pass(Devices.PRESENCE.multipliedBy(2));
    assertEquals(List.of(), devices.missing());
    assertTrue(online());
  }

  @Test
  void whoAnswersLateIsThereAgain() {
    there(BEFORE);
    devices.meet(NOW);
    pass(Devices.PRESENCE);
    var _ = devices.missing();
    there(devices.met());
    assertTrue(online());
    assertEquals(List.of(), devices.missing());
  }

  @Test
  void aForeignDeviceThatNeverAnswersIsTrustedByItsLastWill() {
    there(null);
    devices.meet(NOW);
    pass(Devices.PRESENCE.multipliedBy(2));
    assertEquals(List.of(), devices.missing());
    assertTrue(online());
  }

  private void there(@Nullable Instant heard) {
    var _ = devices.note("kiosk-1", new Presence(true, "kiosk", "1", BEFORE, heard), BEFORE);
  }

  private boolean online() {
    return devices.find("kiosk-1").orElseThrow().online();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
