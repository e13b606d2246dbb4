package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a visitor reads while the hall's clock is wrong, and that it goes by itself. */
class ClockScreensTest extends KioskWindowTest {
  @Test
  void aWrongClockIsSaidOnEachPageAndNoTimeIsTold() {
    open(14, 3);
    hall.state(Topics.HALL, SampleHall.timeless(true));
    taps.sees("#clock-wrong");
    assertEquals("", taps.text("#clock"));
    taps.picture("kiosk-clock-lines");
    taps.tap("#line-A");
    taps.tap("#item-i1");
    taps.sees("#screen-confirm");
    assertEquals("暂时无法估计", taps.text("#outlook"));
    taps.picture("kiosk-clock-confirm");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(
        new HallAnswer.TicketIssued(SampleHall.ticket("A001", true, Text.zh(SampleHall.LONGEST))));
    taps.sees("#number");
    taps.sees("#clock-wrong");
    assertEquals("暂时无法估计", taps.text("#outlook"));
    taps.picture("kiosk-clock-issued");
    hall.state(Topics.HALL, SampleHall.open(false));
    taps.gone("#clock-wrong");
  }

  @Test
  void aHallThatIsClosedByAWrongClockHasAScreenOfItsOwn() {
    open(14, 3);
    hall.state(Topics.HALL, SampleHall.timeless(false));
    taps.sees("#screen-clock-wrong");
    taps.picture("kiosk-clock-blocked");
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("kiosk-en-clock-blocked");
    hall.state(Topics.HALL, SampleHall.timeless(true));
    taps.sees("#screen-lines");
    taps.picture("kiosk-en-clock-lines");
    sideways();
    open(14, 3);
    hall.state(Topics.HALL, SampleHall.timeless(true));
    taps.sees("#clock-wrong");
    taps.picture("kiosk-wide-clock-lines");
  }

  @Test
  void theKioskShowsTheHallsTimeWhateverItsOwnMachineSays() {
    open(14, 3);
    hall.at(SampleHall.NOW.plus(Duration.ofDays(400)));
    taps.seesText("#clock", "12月10日 星期五  9:42");
  }
}
