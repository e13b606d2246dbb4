package io.tidehall.server.journal;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.DayFigures;
import io.tidehall.hall.DeviceChange;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.calendar.WorkingDays;
import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Duty;
import io.tidehall.hall.plan.Fairness;
import io.tidehall.hall.plan.Fairness.LongestWait;
import io.tidehall.hall.plan.GreenReason;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.ReasonLabel;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.routing.Reason;
import io.tidehall.hall.ticket.Booked;
import io.tidehall.hall.ticket.Further;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideDays;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.tide.TideRule.Manual;
import io.tidehall.hall.tide.TideRule.Schedule;
import io.tidehall.hall.tide.TideRule.Span;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.AfterTicket;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.LongStream;

/** One event of every kind, with every field filled, and entries to append. */
final class Samples {
  static final Instant AT = Instant.parse("2026-11-23T01:02:03.456789Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static final LineId LINE = new LineId("A");
  private static final WindowId WINDOW = new WindowId("3");
  private static final ClerkId CLERK = new ClerkId("101");
  private static final TicketId TICKET = TicketId.of(DAY, "A001");
  private static final ServiceId SERVICE = ServiceId.of(TICKET, 1);
  private static final Rank RANK = new Rank(AT.minusSeconds(900).minusNanos(1), 7);

  private static final TideReason REASON =
      new TideReason("threshold", "等候 12 人", "12 people wait", 12, 10);
  private static final DemandForecast DEMAND =
      new DemandForecast(
          List.of(new DemandForecast.LineDemand("A", 62.5)),
          List.of(new DemandForecast.Period(510, 570, 1.5)));

  private Samples() {}

  private static final DayFigures FIGURES =
      new DayFigures(
          DAY,
          AT,
          186,
          12,
          170,
          9,
          4,
          178,
          640,
          512,
          1_500,
          20,
          31,
          165,
          88,
          List.of(60, 20, 6, 1, 1),
          977,
          null);

  static List<Event> events() {
    return List.of(
        new Event.HallConfigured(plan()),
        new Event.DayBegun(DAY),
        new Event.TicketIssued(
            TICKET,
            LINE,
            List.of("SB-01", "SB-02"),
            "elderly",
            "5e884898da28",
            RANK,
            4,
            new Outlook(10, 25),
            new Promise(
                new Promise.Minutes(8, 12.25, 18.5), new Promise.Minutes(7.5, 12, 20), true),
            new Booked("province-9", AT.minusSeconds(600), AT.plusSeconds(1200), false)),
        new Event.BookingMade(
            "province-9",
            LINE,
            List.of("SB-01"),
            LocalDateTime.parse("2026-11-24T09:30"),
            LocalDateTime.parse("2026-11-24T10:00"),
            "5e884898da28",
            "0472"),
        new Event.BookingCancelled("province-9"),
        new Event.BookingCheckedIn("province-9", TICKET, true),
        new Event.BookingMissed("province-9", true),
        new Event.SlipQueued("20261123-A001-9", "printer-1", TICKET, true, "zh-CN", AT),
        new Event.ListQueued("list-20261123-10", "printer-1", "SB-01", "zh-CN", AT),
        new Event.ReportQueued("report-20261123-11", "printer-1", FIGURES, "en", AT),
        new Event.TestPageQueued("test-20261123-11", "printer-1", "zh-CN", AT),
        new Event.NoticeIssued(
            new Notice(
                "20261123-001",
                Outcome.SUPPLEMENT,
                TICKET,
                LINE,
                SERVICE,
                WINDOW,
                CLERK,
                List.of("SB-01"),
                List.of("身份证", "户口簿"),
                "请补齐",
                LocalDate.parse("2026-11-30"),
                AT)),
        new Event.NoticeQueued(
            "notice-20261123-001-visitor-9",
            "printer-1",
            "20261123-001",
            Copy.VISITOR,
            true,
            "zh-CN",
            AT),
        new Event.EmergencyRaised("emergency-9", WINDOW, "101"),
        new Event.EmergencyAccepted("emergency-9", WINDOW, "102"),
        new Event.EmergencyCleared("emergency-9", WINDOW, "101", "已处理"),
        new Event.MessageSent("message-9", "100", List.of(WINDOW), "请到前台"),
        new Event.MessageRead("message-9", WINDOW, CLERK),
        new Event.SlipEnded("20261123-A001-9", Command.SlipEnd.FAILED, "paper end"),
        new Event.ClerkSignedIn(WINDOW, CLERK, new ClerkId("102"), AT),
        new Event.ClerkSignedOut(WINDOW, CLERK),
        new Event.WindowAsked(WINDOW),
        new Event.TicketCalled(
            TICKET,
            LINE,
            WINDOW,
            CLERK,
            new Reason("longest-wait", "oldest", "可办业务中等候最久", "the longest effective wait"),
            3,
            17.25,
            List.of(new Event.RunnerUp(TicketId.of(DAY, "B002"), 420, 7.0))),
        new Event.TicketRecalled(TICKET, WINDOW, 2),
        new Event.ServiceStarted(TICKET, LINE, WINDOW, CLERK, SERVICE),
        new Event.ServiceFinished(
            TICKET, LINE, WINDOW, CLERK, SERVICE, Outcome.SUPPLEMENT, "缺少复印件 “原件”\n另需照片 𠮷"),
        new Event.ServiceHeld(TICKET, WINDOW, SERVICE, HoldKind.PAPERS_KEPT),
        new Event.ServiceResumed(TICKET, WINDOW, CLERK, SERVICE),
        new Event.TicketMissed(TICKET, WINDOW, 3),
        new Event.TicketRequeued(TICKET, Lane.of(LINE), RANK),
        new Event.TicketTransferred(
            TICKET, WINDOW, Lane.of(CLERK), new LineId("B"), RANK, "AT_TIME", AT.plusSeconds(1800)),
        new Event.ItemSplit(
            TICKET,
            WINDOW,
            new Further(new LineId("B"), List.of("SB-01"), "END", "printer-1", "zh-CN")),
        new Event.SplitDropped(TICKET, new LineId("B")),
        new Event.SplitIssued(TICKET, new TicketId("20261123-B001")),
        new Event.TicketVoided(TICKET, "day-end"),
        new Event.TicketDelayed(TICKET, RANK, 3),
        new Event.WindowPaused(WINDOW, "午休", AT.plusSeconds(1800)),
        new Event.PauseEnded(WINDOW),
        new Event.AfterTicketArranged(
            WINDOW, new AfterTicket(new WindowId("4"), true, AT, "等候人多", "chen")),
        new Event.WindowChanged(
            WINDOW,
            WindowKind.DEDICATED,
            List.of(LINE),
            new WindowFields("社会保险", List.of("生育收养")),
            List.of(LINE, new LineId("B"))),
        new Event.CallingChanged(WINDOW, Duration.ofSeconds(10)),
        new Event.SpeedsLearned(WINDOW, List.of(new LineSpeed(LINE, 1.2))),
        new Event.PolicyChanged(PolicyPlan.of("balanced").with("guard", 12.5)),
        new Event.Announced("n-1", "东区", "3号窗口今天提前到17:00下班"),
        new Event.DeviceChanged("kiosk-2", DeviceChange.PAIRED, "kiosk printer-1"),
        new Event.FairnessBroken(
            TICKET, LINE, "longest-wait", "A001 已等候 31 分钟", "A001 has waited 31 min"),
        new Event.WindowOpened(WINDOW, "peak"),
        new Event.WindowClosed(WINDOW, "peak over"),
        new Event.RatingInvited(
            SERVICE, WINDOW, CLERK, "SB-01", AT.plusSeconds(60), AT.plusSeconds(432_000)),
        new Event.ServiceRated(
            SERVICE, 2, List.of("213", "214"), "等了很久 <b>“太慢”</b>", Channel.HALL_PAD),
        new Event.RatingSilent(SERVICE),
        new Event.RatingClosed(SERVICE),
        new Event.TidesWatched(
            540.5,
            List.of(new Event.TidesWatched.Noted(WINDOW, new TideMemory(540, -1, 500, 520.25, 1)))),
        new Event.TideProposed(
            WINDOW,
            new TideProposal(
                "tide-7-3",
                TideWish.Act.OPEN,
                REASON,
                new TideEffect(34, 14, AT.plusSeconds(3600), false),
                AT.plusSeconds(600))),
        new Event.TideEstimated(
            WINDOW, "tide-7-3", new TideEffect(33, 12, AT.plusSeconds(3600), true)),
        new Event.TideProposalEnded(WINDOW, "tide-7-3", TideProposal.End.REFUSED, "200", "小韩在培训"),
        new Event.TideTurned(WINDOW, TideWish.Act.OPEN, REASON, "200", "tide-7-3"),
        new Event.DemandForecast(DEMAND));
  }

  /** Events as the first version wrote them, without the fields that came later. */
  static List<Event> ofTheFirstVersion() {
    HallPlan plan = plan();
    WindowPlan window = plan.windows().getFirst();
    return List.of(
        new Event.TicketTransferred(
            TICKET, WINDOW, Lane.of(CLERK), new LineId("B"), RANK, "KEEP_TIME"),
        new Event.HallConfigured(
            new HallPlan(
                plan.id(),
                plan.zh(),
                plan.en(),
                plan.zone(),
                plan.trial(),
                plan.lines(),
                List.of(
                    new WindowPlan(
                        window.id(),
                        window.zh(),
                        window.en(),
                        window.kind(),
                        window.lines(),
                        window.zone(),
                        window.inService())),
                plan.clerks(),
                plan.hours(),
                plan.workingDays(),
                Rules.usual().withPhoneDelay(0).withPolicy(PolicyPlan.of("longest-wait")),
                plan.greenReasons(),
                plan.labels())),
        new Event.TicketIssued(
            TICKET,
            LINE,
            List.of("SB-01", "SB-02"),
            "elderly",
            "5e884898da28",
            RANK,
            4,
            new Outlook(10, 25)),
        new Event.TicketCalled(
            TICKET,
            LINE,
            WINDOW,
            CLERK,
            new Reason("longest-wait", "oldest", "可办业务中等候最久", "the longest effective wait"),
            3,
            0,
            List.of()),
        new Event.WindowChanged(
            WINDOW,
            WindowKind.DEDICATED,
            List.of(LINE, new LineId("B")),
            null,
            List.of(LINE, new LineId("B"))));
  }

  static HallPlan plan() {
    return new HallPlan(
        "sample",
        "示例镇便民服务中心",
        "Sample Township Service Hall",
        "Asia/Shanghai",
        false,
        List.of(
            new Line(
                LINE,
                "A",
                "社会保险",
                "Social insurance",
                "社会保险",
                List.of("SB-01", "SB-02"),
                200,
                Duration.ofSeconds(450)),
            new Line(
                new LineId("B"), "B", "婚育", "Family", "生育收养", List.of(), 0, Duration.ofMinutes(6))),
        List.of(
            new WindowPlan(
                    WINDOW,
                    "3号窗口",
                    "Window 3",
                    WindowKind.COMPREHENSIVE,
                    List.of(LINE),
                    "east",
                    true)
                .withFields(new WindowFields("社会保险", List.of("生育收养")))
                .withSpeeds(List.of(new LineSpeed(LINE, 1.2)))
                .withAutoAfter(Duration.ofSeconds(10))),
        List.of(new Clerk(CLERK, "张*", List.of(new ClerkId("102")))),
        new Hours(
            List.of(
                new Hours.Period(LocalTime.of(8, 30), LocalTime.NOON),
                new Hours.Period(LocalTime.of(14, 0), LocalTime.of(17, 30))),
            List.of()),
        new WorkingDays(
            List.of(LocalDate.of(2026, 10, 1)),
            List.of(LocalDate.of(2026, 2, 14)),
            LocalDate.of(2026, 12, 31)),
        Rules.usual()
            .withPolicy(PolicyPlan.of("balanced").with("guard", 12.5))
            .withFairness(
                new Fairness(List.of(new LongestWait("green", Duration.ofMinutes(20))), 5)),
        List.of(new GreenReason("elderly", "老年人", "Elderly")),
        List.of(new ReasonLabel(2, "213", "窗口人员业务不熟练", "Unskilled")));
  }

  /** The plan with every kind of tidal rule and a duty. */
  static HallPlan tidalPlan() {
    var market =
        new TideDays(
            MonthDay.of(9, 1),
            MonthDay.of(12, 31),
            List.of(DayOfWeek.MONDAY),
            List.of(1, 11, 21),
            List.of(DAY));
    return plan()
        .with(
            TidePlan.of(
                List.of(
                    new TidalWindow(WINDOW, CLERK, null, Threshold.usual(), true),
                    new TidalWindow(new WindowId("4"), null, WINDOW, Staffing.usual(), false),
                    new TidalWindow(
                        new WindowId("5"),
                        null,
                        null,
                        new Schedule(market, List.of(new Span(570, 690))),
                        true),
                    new TidalWindow(new WindowId("6"), null, null, new Manual(), false)),
                DEMAND),
            List.of(
                new Duty(
                    List.of(WINDOW),
                    Duty.Days.HOLIDAYS,
                    List.of(DayOfWeek.SATURDAY),
                    List.of(new Hours.Period(LocalTime.of(9, 0), LocalTime.of(11, 0))))));
  }

  static Entry entry(long seq, Event... events) {
    return new Entry(
        seq,
        AT.plusMillis(seq),
        "request-" + seq,
        new Actor(Actor.Kind.CLERK, "101", "102"),
        List.of(events));
  }

  /** Entries {@code from} to {@code to}, each with two events. */
  static List<Entry> entries(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(
            seq ->
                entry(
                    seq,
                    new Event.WindowAsked(new WindowId(Long.toString(1 + seq % 9))),
                    new Event.TicketVoided(TicketId.of(DAY, "A%03d".formatted(seq)), "left")))
        .toList();
  }
}
