package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.rating.OpenRating.Stage;
import io.tidehall.hall.ticket.ServiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatingTest {
  private static final Command PASS = new Command.PassTime();
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void everyFinishedServiceInvitesARatingForSixtySeconds() {
    ServiceId service = served();
    Event.RatingInvited invited = hall.last(Event.RatingInvited.class);

    assertEquals(service, invited.service());
    assertEquals("A", invited.item());
    assertEquals(hall.now().plusSeconds(60), invited.silentAt());
    assertEquals(Optional.of(invited.silentAt()), Hall.nextDeadline(hall.state()));
  }

  @Test
  void theRatedItemIsTheTicketsFirst() {
    hall.does(
        new Command.IssueTicket(new LineId("A"), List.of("a2", "a1"), null, null, null, "zh-CN"));
    hall.serves("1");
    hall.finishes("1");
    assertEquals("a2", hall.last(Event.RatingInvited.class).item());
  }

  @Test
  void aServiceIsRatedOnce() {
    ServiceId service = served();
    hall.does(HallStory.rate(service, 5, "谢谢", "517"));
    Event.ServiceRated rated = hall.last(Event.ServiceRated.class);
    assertEquals(5, rated.level());
    assertEquals(List.of("517"), rated.reasons());
    assertEquals(Channel.HALL_PAD, rated.channel());

    hall.refuses(Refusal.ALREADY_RATED, HallStory.rate(service, 1, "bad"));
    hall.does(new Command.DeclineRating(service));
    assertEquals(Stage.RATED, stage(service));
  }

  @Test
  void silenceIsNeverAGoodRatingAndMayStillBeBroken() {
    ServiceId service = served();
    hall.seconds(59);
    hall.does(PASS);
    assertEquals(Stage.INVITED, stage(service));
    hall.seconds(1);
    hall.does(PASS);
    assertEquals(service, hall.last(Event.RatingSilent.class).service());
    assertTrue(hall.all(Event.ServiceRated.class).isEmpty());

    hall.does(new Command.Rate(service, 4, List.of(), "", Channel.QR_CODE));
    assertEquals(Stage.RATED, stage(service));
  }

  @Test
  void thePadMayReportTheSilenceItself() {
    ServiceId service = served();
    hall.does(new Command.DeclineRating(service));
    assertEquals(Stage.SILENT, stage(service));
    hall.does(new Command.DeclineRating(service));
    assertTrue(hall.all(Event.RatingSilent.class).isEmpty());
    hall.seconds(60);
    hall.does(PASS);
    assertTrue(hall.all(Event.RatingSilent.class).isEmpty());
  }

  @Test
  void aLateRatingCountsUntilTheFifthWorkingDay() {
    ServiceId service = served();
    hall.on("2026-11-30", "23:59");
    hall.does(HallStory.rate(service, 4, ""));
  }

  @Test
  void onTheSixthWorkingDayARatingIsTooLate() {
    ServiceId service = served();
    hall.on("2026-12-01", "00:00");
    hall.refuses(Refusal.RATING_OVER, HallStory.rate(service, 4, ""));
    hall.does(PASS);
    assertEquals(service, hall.last(Event.RatingClosed.class).service());
    hall.refuses(Refusal.UNKNOWN_SERVICE, HallStory.rate(service, 4, ""));
  }

  @Test
  void theLastDayIsCountedInTheHallsOwnTimeZone() {
    hall.on("2026-12-31", "09:00");
    hall.signIn("1", "wang");
    ServiceId service = served();
    assertEquals(
        LocalDate.parse("2027-01-08").atStartOfDay(HallStory.ZONE).toInstant(),
        hall.state().rating(service).closesAt());
  }

  @Test
  void aBadRatingNeedsAReasonOrAText() {
    ServiceId service = served();
    hall.refuses(Refusal.REASON_MISSING, HallStory.rate(service, 2, ""));
    hall.refuses(Refusal.REASON_MISSING, HallStory.rate(service, 1, " "));
    hall.does(HallStory.rate(service, 2, "", "214"));
    hall.does(HallStory.rate(served(), 1, "等了太久"));
  }

  @Test
  void aReasonMustBelongToTheLevel() {
    ServiceId service = served();
    assertTrue(
        hall.refuses(Refusal.BAD_RATING, HallStory.rate(service, 5, "", "214"))
            .because()
            .contains("214"));
    hall.refuses(Refusal.BAD_RATING, HallStory.rate(service, 2, "", "214", "999"));
  }

  @Test
  void aTextHasAtMostAHundredAndFiftyCharactersHoweverRare() {
    ServiceId service = served();
    assertTrue(
        hall.refuses(Refusal.BAD_RATING, HallStory.rate(service, 5, "好".repeat(151)))
            .because()
            .contains("150"));
    hall.does(HallStory.rate(service, 5, "𠮷".repeat(150)));
  }

  @Test
  void thereAreFiveLevels() {
    ServiceId service = served();
    hall.refuses(Refusal.BAD_RATING, HallStory.rate(service, 0, ""));
    hall.refuses(Refusal.BAD_RATING, HallStory.rate(service, 6, ""));
  }

  @Test
  void whatWasNeverServedIsNotRated() {
    ServiceId service = new ServiceId("20261123-A001-1");
    hall.refuses(Refusal.UNKNOWN_SERVICE, HallStory.rate(service, 5, ""));
    hall.refuses(Refusal.UNKNOWN_SERVICE, new Command.DeclineRating(service));
  }

  private ServiceId served() {
    hall.takes("A");
    hall.serves("1");
    return hall.finishes("1");
  }

  private Stage stage(ServiceId service) {
    OpenRating rating = hall.state().rating(service);
    return rating.stage();
  }
}
