package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Act;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the hall hears of a cabinet's door. */
class DoorLogTest {
  private final List<Act.ReportDoor> told = new ArrayList<>();
  private long seconds = 1_000;
  private final DoorLog door = new DoorLog(() -> SampleHall.NOW.plusSeconds(seconds), told::add);

  @Test
  void eachOpeningAndClosingIsToldOnceWithItsTime() {
    after(0, false);
    assertTrue(told.isEmpty(), "a door that is closed at the start is no news");
    after(1, true);
    after(1, true);
    after(60, false);
    assertEquals(
        List.of(
            new Act.ReportDoor(true, SampleHall.NOW.plusSeconds(1_001)),
            new Act.ReportDoor(false, SampleHall.NOW.plusSeconds(1_062))),
        told);
  }

  @Test
  void aContactThatFlapsForAnHourIsToldSparinglyAndItsEndAlways() {
    for (int second = 0; second < 3_600; second++) {
      after(1, second % 2 == 0);
    }
    assertTrue(told.size() <= 6 + 30 + 1, "told " + told.size());
    after(1, true);
    for (int second = 0; second < 120; second++) {
      after(1, true);
    }
    assertTrue(told.getLast().open());
  }

  @Test
  void aVisitOfStaffIsToldWholeAgainAfterQuietTimes() {
    for (int change = 1; change <= 6; change++) {
      after(1, change % 2 == 1);
    }
    assertEquals(6, told.size());
    for (int second = 0; second < 720; second++) {
      after(1, false);
    }
    for (int change = 1; change <= 6; change++) {
      after(1, change % 2 == 1);
    }
    assertEquals(12, told.size());
  }

  private void after(int passed, boolean open) {
    seconds += passed;
    door.door(open);
    door.tick(seconds * 1_000);
  }
}
