package io.tidehall.hall;

import io.tidehall.hall.calendar.Hours.Period;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Duty;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Threshold;
import java.time.LocalTime;
import java.util.List;

/** The small hall whose window 4 is tidal: it opens at six people waiting, and closes below two. */
final class TidalHall {
  static final WindowId TIDAL = new WindowId("4");
  static final Actor CHEN = Actor.manager("chen");
  static final Threshold SIX = new Threshold(Measure.PEOPLE, 6, 2, 0, new Pace(1, 5, 10, 5, 1));

  private TidalHall() {}

  static HallStory automatic() {
    return with(Layout.small(), new TidalWindow(TIDAL, new ClerkId("qian"), null, SIX, true));
  }

  static HallStory proposing() {
    return with(Layout.small(), new TidalWindow(TIDAL, new ClerkId("qian"), null, SIX, false));
  }

  static HallStory proposingFrom(String lender) {
    return with(Layout.small(), new TidalWindow(TIDAL, null, new WindowId(lender), SIX, false));
  }

  static HallStory lending(String lender) {
    return with(Layout.small(), new TidalWindow(TIDAL, null, new WindowId(lender), SIX, true));
  }

  static HallStory with(TideRule rule, DemandForecast demand) {
    HallStory story = HallStory.staffed(Layout.small());
    story.does(
        new Command.Configure(
            plan(Layout.small())
                .with(
                    TidePlan.of(
                        List.of(new TidalWindow(TIDAL, new ClerkId("qian"), null, rule, true)),
                        demand),
                    List.of())));
    return story;
  }

  private static HallStory with(Layout layout, TidalWindow tidal) {
    HallStory story = HallStory.staffed(layout);
    story.does(
        new Command.Configure(
            plan(layout).with(TidePlan.of(List.of(tidal), DemandForecast.NONE), List.of())));
    return story;
  }

  /** Windows 1 and 2 are on duty at noon on working days, and window 1 on Saturdays off. */
  static HallStory onDuty() {
    HallStory story = HallStory.empty(Layout.small());
    story.does(
        new Command.Configure(
            plan(Layout.small())
                .with(
                    TidePlan.NONE,
                    List.of(
                        new Duty(
                            List.of(new WindowId("3")),
                            Duty.Days.WORKING_DAYS,
                            List.of(),
                            List.of(new Period(LocalTime.of(12, 0), LocalTime.of(14, 0)))),
                        new Duty(
                            List.of(new WindowId("1")),
                            Duty.Days.WEEKENDS,
                            List.of(java.time.DayOfWeek.SATURDAY),
                            List.of(new Period(LocalTime.of(9, 0), LocalTime.of(11, 0))))))));
    return story;
  }

  private static HallPlan plan(Layout layout) {
    return layout.plan();
  }

  /** Lets minutes pass as the controller does: time passes when something is due. */
  static void minutesPass(HallStory story, int minutes) {
    for (int i = 0; i < minutes; i++) {
      story.minutes(1);
      if (Hall.nextDeadline(story.state()).filter(due -> !due.isAfter(story.now())).isPresent()) {
        story.does(new Command.PassTime());
      }
    }
  }

  static void crowd(HallStory story, int people) {
    for (int i = 0; i < people; i++) {
      story.takes("B");
    }
  }

  /** What the journal tells of one kind of event. */
  static <E extends Event> List<E> told(HallStory story, Class<E> kind) {
    return story.journal().stream()
        .flatMap(entry -> entry.events().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
