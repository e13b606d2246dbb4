package io.tidehall.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.protocol.WaitRange;
import org.junit.jupiter.api.Test;

final class ViewsTest {
  @Test
  void anOutlookBeyondWhatDevicesKnowIsToldAsTheLongestTheyKnow() {
    assertEquals(
        new WaitRange(3_005, WaitRange.LONGEST, true), WaitRanges.rough(new Outlook(3_005, 6_015)));
    assertEquals(
        new WaitRange(WaitRange.LONGEST, WaitRange.LONGEST, true),
        WaitRanges.rough(new Outlook(7_000, 14_000)));
  }

  @Test
  void aForecastIsToldInWholeMinutesAndNeverAsAPoint() {
    assertEquals(new WaitRange(4, 8, false), told(4.2, 6, 7.1));
    assertEquals(new WaitRange(15, 25, false), told(17.2, 19, 21.4));
    assertEquals(new WaitRange(10, 15, false), told(10.1, 10.2, 10.3));
    assertEquals(new WaitRange(0, 3, false), told(0, 0, 0));
  }

  private static WaitRange told(double low, double median, double high) {
    return WaitRanges.of(new Promise.Minutes(low, median, high));
  }
}
