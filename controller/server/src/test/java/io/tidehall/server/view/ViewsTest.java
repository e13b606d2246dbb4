package io.tidehall.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.hall.routing.Outlook;
import io.tidehall.protocol.WaitRange;
import org.junit.jupiter.api.Test;

final class ViewsTest {
  @Test
  void anOutlookBeyondWhatDevicesKnowIsToldAsTheLongestTheyKnow() {
    assertEquals(
        new WaitRange(3_005, WaitRange.LONGEST, true), Views.range(new Outlook(3_005, 6_015)));
    assertEquals(
        new WaitRange(WaitRange.LONGEST, WaitRange.LONGEST, true),
        Views.range(new Outlook(7_000, 14_000)));
  }
}
