package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.TicketId;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void eachLineCountsForItself() {
    HallStory hall = HallStory.empty(Layout.small());
    assertEquals("A001", hall.takes("A").number());
    assertEquals("A002", hall.takes("A").number());
    assertEquals("B001", hall.takes("B").number());
  }

  @Test
  void after999Comes1000() {
    HallStory hall = HallStory.empty(Layout.small());
    var numbers = new TreeSet<String>();
    for (int i = 0; i < 1001; i++) {
      numbers.add(hall.takes("A").number());
    }
    assertEquals(1001, numbers.size());
    assertTrue(numbers.contains("A999"));
    assertTrue(numbers.contains("A1000"));
    assertEquals("A1002", hall.takes("A").number());
    assertEquals(hall.state(), hall.replayed());
  }

  @Test
  void aNumberIsNotGivenOutTwiceInADayEvenWhenItsTicketIsDone() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.takes("A");
    hall.serves("1");
    hall.finishes("1");
    assertEquals("A002", hall.takes("A").number());
  }

  @Test
  void numbersBeginAnewOnTheNextDay() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.takes("A");
    hall.on("2026-11-24", "09:00");
    TicketId ticket = hall.takes("A");
    assertEquals("20261124-A001", ticket.value());
  }

  @Test
  void aNumberThatIsStillAliveIsPassedOverOnTheNextDay() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.takes("A");
    TicketId held = hall.takes("A");
    hall.serves("1");
    hall.finishes("1");
    assertEquals(held, hall.serves("1"));
    hall.holds("1", HoldKind.PAPERS_WITH_VISITOR);

    hall.on("2026-11-24", "09:00");
    assertEquals("A001", hall.takes("A").number());
    assertEquals("A003", hall.takes("A").number());
    assertTrue(hall.alive(held));
  }

  @Test
  void aLongerPrefixCountsForItself() {
    HallStory hall =
        HallStory.empty(
            Layout.small().withLine("AP", 0, "a9").withWindow("5", WindowKind.DEDICATED, "AP"));
    assertEquals("AP001", hall.takes("AP").number());
    assertEquals("A001", hall.takes("A").number());
    assertEquals("AP002", hall.takes("AP").number());
  }
}
