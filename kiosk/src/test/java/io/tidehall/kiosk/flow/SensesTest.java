package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.hardware.StatusLight;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.Language;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What presence, door and paper sensors change, and what the status light says. */
class SensesTest {
  private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-02T14:00:00");

  private final KioskFlow flow = new KioskFlow();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long steady = 1_000_000;

  @BeforeEach
  void anOpenHall() {
    later(0);
    happen(new Happening.Said(SampleHall.open(false)));
    happen(new Happening.Said(SampleHall.catalogue(4, 3)));
    happen(new Happening.Said(SampleHall.lines(4)));
    happen(new Happening.Said(SampleHall.kiosk(Paper.OK)));
    happen(new Happening.Reached(Reach.ONLINE));
  }

  @Test
  void afterLongAbsenceTheStartScreenRestsUntilSomebodyComes() {
    sense(Senses.PRESENCE, true);
    sense(Senses.PRESENCE, false);
    later(179);
    assertFalse(kiosk.resting());
    later(1);
    assertTrue(kiosk.resting());
    sense(Senses.PRESENCE, true);
    assertFalse(kiosk.resting());
  }

  @Test
  void aClosedHallRestsToo() {
    sense(Senses.PRESENCE, true);
    sense(Senses.PRESENCE, false);
    happen(new Happening.Said(SampleHall.closed(NOON)));
    later(180);
    assertTrue(kiosk.resting());
    happen(new Happening.SwitchLanguage());
    assertFalse(kiosk.resting());
  }

  @Test
  void whoeverWasSeenToGoLeavesNothingOnTheScreenForTheNext() {
    sense(Senses.PRESENCE, true);
    happen(new Happening.ChooseLine("A"));
    later(5);
    sense(Senses.PRESENCE, false);
    later(20);
    assertEquals(OptionalLong.of(15), kiosk.countdown());
    later(15);
    assertEquals(new Screen.Lines(0), kiosk.screen());
  }

  @Test
  void whoComesBackInTimeGoesOn() {
    sense(Senses.PRESENCE, true);
    happen(new Happening.ChooseLine("A"));
    sense(Senses.PRESENCE, false);
    later(15);
    sense(Senses.PRESENCE, true);
    later(40);
    assertEquals(new Screen.Items("A", 0), kiosk.screen());
  }

  @Test
  void whomTheSensorDoesNotSeeHasAllTheTimeThereIs() {
    sense(Senses.PRESENCE, true);
    sense(Senses.PRESENCE, false);
    later(600);
    assertTrue(kiosk.resting());
    happen(new Happening.ChooseLine("A"));
    assertFalse(kiosk.resting());
    later(44);
    assertEquals(OptionalLong.empty(), kiosk.countdown());
    later(600);
    assertFalse(kiosk.resting(), "a sensor that overlooked somebody is not believed");
  }

  @Test
  void withoutASensorNothingRests() {
    sense(Senses.PRESENCE, false);
    later(10_000);
    assertFalse(kiosk.resting());
  }

  @Test
  void anOpenDoorAndAShortRollAreTold() {
    assertEquals(Paper.NOT_APPLICABLE, kiosk.world().paper());
    sense(Senses.PAPER_LOW, false);
    assertEquals(Paper.OK, kiosk.world().paper());
    sense(Senses.DOOR, true);
    sense(Senses.PAPER_LOW, true);
    assertEquals(List.of("door-open"), kiosk.world().faults());
    assertEquals(Paper.NEAR_END, kiosk.world().paper());
    assertEquals(new Screen.Lines(0), kiosk.screen(), "visitors go on");
    sense(Senses.DOOR, false);
    assertEquals(List.of(), kiosk.world().faults());
  }

  @Test
  void theStatusLightSaysHowTheKioskIs() {
    assertEquals(StatusLight.OUT_OF_SERVICE, Kiosk.start(Language.ZH).light());
    assertEquals(StatusLight.READY, kiosk.light());
    happen(new Happening.ChooseLine("A"));
    assertEquals(StatusLight.BUSY, kiosk.light());
    sense(Senses.DOOR, true);
    assertEquals(StatusLight.ATTENTION, kiosk.light());
    sense(Senses.DOOR, false);
    happen(new Happening.Said(SampleHall.kiosk(Paper.NEAR_END)));
    assertEquals(StatusLight.ATTENTION, kiosk.light());
    happen(new Happening.Said(SampleHall.kiosk(Paper.OUT)));
    assertEquals(StatusLight.OUT_OF_SERVICE, kiosk.light());
    happen(new Happening.Said(SampleHall.closed(NOON)));
    assertEquals(StatusLight.DARK, kiosk.light());
  }

  private void sense(String sensor, boolean on) {
    happen(new Happening.Sensed(sensor, on));
  }

  private void later(long seconds) {
    steady += seconds * 1_000;
    happen(new Happening.Tick(SampleHall.NOW, steady));
  }

  private void happen(Happening happening) {
    kiosk = flow.next(kiosk, happening).screen();
  }
}
