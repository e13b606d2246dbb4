package io.tidehall.protocol;

import io.tidehall.protocol.WindowState.Card;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of every kind, and one request or answer for every act and reply. */
final class Samples {
  private static final Instant AT = Instant.parse("2026-11-02T01:15:30Z");
  private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-11-02T09:15:30");

  static final TicketView TICKET =
      new TicketView(
          "t-20261102-0001",
          "A001",
          "social",
          Text.of("社会保险", "Social insurance"),
          List.of(Text.zh("城乡居民养老保险参保登记")),
          4,
          new WaitRange(10, 20, true),
          List.of("1", "2", "12"),
          true,
          AT);

  private static final TicketView BOOKED =
      new TicketView(
          "t-20261102-0002",
          "AP001",
          "social",
          Text.of("社会保险", "Social insurance"),
          List.of(),
          1,
          null,
          List.of("1"),
          false,
          AT,
          new TicketView.Booked(LocalTime.of(9, 30), LocalTime.of(10, 0), false));

  private Samples() {}

  /** By name of the golden file. */
  static Map<String, Message> all() {
    Map<String, Message> all = new LinkedHashMap<>();
    acts().forEach((name, act) -> all.put(name, new DeviceRequest("r-1", AT, act)));
    replies().forEach((name, reply) -> all.put(name, new HallAnswer("r-1", AT, reply)));
    all.put("PrintJob", new PrintJob("job-1", AT, slip()));
    all.put(
        "TicketIssued.Booked",
        new HallAnswer(
            "r-1", AT, new HallAnswer.TicketIssued(BOOKED.with("http://hall/t/t-2.AbCd"))));
    all.put("PrintJob.List", new PrintJob("job-3", AT, list()));
    all.put("PrintJob.Notice", new PrintJob("job-4", AT, notice()));
    all.put("PrintJob.DayReport", new PrintJob("job-5", AT, report()));
    all.put("PrintJob.TestPage", new PrintJob("job-2", AT, testPage()));
    all.put("Presence", new Presence(true, "kiosk", "0.1.0", AT, AT));
    all.put(
        "DeviceStatus",
        new DeviceStatus(AT, 3_600, DeviceStatus.Paper.NEAR_END, List.of("cover-open")));
    all.put(
        "DeviceStatus.Printer",
        new DeviceStatus(AT, 3_600, DeviceStatus.Paper.OK, List.of(), 47, 2, null));
    all.put(
        "DeviceStatus.Roll",
        new DeviceStatus(
            AT,
            3_600,
            DeviceStatus.Paper.NEAR_END,
            List.of(),
            null,
            0,
            new DeviceStatus.Roll(412, 46_130, 50_000)));
    all.put(
        "DeviceSetup",
        new DeviceSetup(
            DeviceRole.KIOSK, null, new DeviceSetup.Printer(true, DeviceStatus.Paper.OK, true)));
    all.put(
        "DeviceSetup.Voice",
        new DeviceSetup(
            DeviceRole.SPEAKER,
            null,
            null,
            "east",
            new DeviceSetup.Voice(
                List.of(Language.ZH, Language.EN),
                2,
                4,
                90,
                80,
                List.of(new DeviceSetup.Hours("12:00", "14:00", 30)))));
    all.put(
        "DeviceSetup.Playlist",
        new DeviceSetup(
            DeviceRole.HALL_BOARD,
            null,
            null,
            "east",
            null,
            List.of(
                new DeviceSetup.Show("春节安排.png", 12, null, null),
                new DeviceSetup.Show("film.mp4", 60, "12:00", "14:00"))));
    all.put(
        "WindowState.Card", card(WindowState.Card.of("王小明", Text.of("综合受理岗", "Reception")), null));
    all.put(
        "DeviceSetup.Roll",
        new DeviceSetup(DeviceRole.TICKET_PRINTER, null, null, null, null, null, null, AT));
    all.put(
        "DeviceSetup.Kiosk",
        new DeviceSetup(
            DeviceRole.KIOSK,
            null,
            null,
            null,
            null,
            null,
            new DeviceSetup.Kiosk("pbkdf2-sha256$200000$c2FsdA==$aGFzaA=="),
            null));
    all.put(
        "DeviceSetup.Speech",
        new DeviceSetup(
            DeviceRole.KIOSK,
            null,
            null,
            null,
            null,
            null,
            new DeviceSetup.Kiosk(null, new DeviceSetup.Speech(true, 70)),
            null));
    all.put(
        "DeviceSetup.WithoutPaper",
        new DeviceSetup(
            DeviceRole.KIOSK,
            null,
            new DeviceSetup.Printer(true, DeviceStatus.Paper.OUT, false),
            null,
            null,
            null,
            new DeviceSetup.Kiosk(null, null, DeviceSetup.WithoutPaper.SCREEN),
            null));
    all.put(
        "TicketIssued.WithoutSlip",
        new HallAnswer("r-1", AT, new HallAnswer.TicketIssued(TICKET, false)));
    all.put("DeviceSetup.AtWindow", new DeviceSetup(DeviceRole.RATING_PAD, "3", null));
    all.put("ClockState", new ClockState(AT, 5, AT));
    all.put("HallStatus", hall());
    all.put("HallStatus.Identity", asking());
    all.put("HallStatus.Bookings", booking());
    all.put("HallStatus.ClockWrong", timeless());
    all.put("Catalogue", catalogue());
    all.put(
        "LinesState",
        new LinesState(
            7,
            List.of(
                new LinesState.Load(
                    "social",
                    4,
                    new WaitRange(10, 20, false),
                    List.of("1", "2"),
                    List.of("A002", "A003"),
                    true,
                    null),
                new LinesState.Load(
                    "tax",
                    0,
                    null,
                    List.of(),
                    List.of(),
                    false,
                    Text.of("今日号已取完", "No more tickets today")))));
    all.put(
        "BoardState",
        new BoardState(
            8,
            List.of(
                new BoardState.Call(
                    "c-1", "A001", "3", Text.of("3号窗口", "Window 3"), "east", 1, AT)),
            List.of(
                new BoardState.Window(
                    "3",
                    Text.of("3号窗口", "Window 3"),
                    Text.of("综合受理", "Comprehensive"),
                    WindowState.Stage.CALLED,
                    "A001",
                    false,
                    WindowState.Tide.CLOSING,
                    null,
                    null))));
    all.put(
        "Announcements",
        new Announcements(
            15,
            List.of(
                new Announcements.Announcement(
                    "n-1", "east", "3号窗口今天提前到17:00下班", AT, AT.plusSeconds(600)))));
    all.put(
        "LinesState.Worse",
        new LinesState(
            13,
            List.of(
                new LinesState.Load(
                    "social",
                    9,
                    new WaitRange(40, 55, false),
                    List.of("1"),
                    List.of("A002"),
                    true,
                    null,
                    12,
                    3,
                    null))));
    all.put(
        "LinesState.Green",
        new LinesState(
            17,
            List.of(
                new LinesState.Load(
                    "social",
                    9,
                    new WaitRange(40, 55, false),
                    List.of("1"),
                    List.of("A002"),
                    true,
                    null,
                    12,
                    null,
                    new LinesState.Green(2, new WaitRange(5, 10, true))))));
    all.put("BoardState.Opening", new BoardState(14, List.of(), List.of(opening())));
    all.put("WindowState.Duty", card(null, true));
    all.put("BoardState.Duty", new BoardState(16, List.of(), List.of(onDuty())));
    all.put("WindowState", window());
    return all;
  }

  static Map<String, Act> acts() {
    Map<String, Act> acts = new LinkedHashMap<>();
    acts.put(
        "TakeTicket",
        new Act.TakeTicket("social", List.of("item-1"), "elderly", "hash-1", Language.ZH));
    acts.put("CheckIn", new Act.CheckIn("0472", Language.ZH));
    acts.put("ReprintSlip", new Act.ReprintSlip("t-20261102-0001", Language.EN));
    acts.put("PrintList", new Act.PrintList("SB-01", Language.ZH));
    acts.put("PrintTestPage", new Act.PrintTestPage(Language.EN));
    acts.put("AskLine", new Act.AskLine(List.of("item-1", "item-9")));
    acts.put("PressCallPad", new Act.PressCallPad(Act.Button.NEXT));
    acts.put("RateService", new Act.RateService("s-1", 2, List.of("213", "214"), "等了很久"));
    acts.put("DeclineRating", new Act.DeclineRating("s-1"));
    acts.put(
        "ReportPrint", new Act.ReportPrint("job-1", Act.ReportPrint.Outcome.FAILED, "paper out"));
    acts.put("ReportNewRoll", new Act.ReportNewRoll());
    acts.put("ReportDoor", new Act.ReportDoor(true, AT));
    return acts;
  }

  static Map<String, HallAnswer.Reply> replies() {
    Map<String, HallAnswer.Reply> replies = new LinkedHashMap<>();
    replies.put("TicketIssued", new HallAnswer.TicketIssued(TICKET));
    replies.put("TicketExists", new HallAnswer.TicketExists(TICKET));
    replies.put("LineFor", new HallAnswer.LineFor("social"));
    replies.put("Done", new HallAnswer.Done());
    replies.put(
        "Refused",
        new HallAnswer.Refused("LINE_CLOSED", Text.of("该业务已停止取号", "This line is closed")));
    return replies;
  }

  private static Slip slip() {
    return new Slip(
        Slip.Purpose.TICKET,
        Language.ZH,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        TICKET,
        LOCAL,
        "http://192.168.1.2/t/abc",
        List.of(Text.of("过号请到咨询台", "Missed your call? Ask at the desk")));
  }

  private static Slip list() {
    return new Slip(
        Slip.Purpose.LIST,
        Language.ZH,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        null,
        LOCAL,
        null,
        List.of(),
        new Catalogue.Item(
            "SB-01",
            Text.zh("老年证"),
            "公共服务",
            "民政救助",
            List.of("本人身份证复印件", "免冠红底一寸彩照一张"),
            List.of("填写表格"),
            "30个工作日",
            "免费"),
        null);
  }

  private static Slip notice() {
    return new Slip(
        Slip.Purpose.NOTICE,
        Language.ZH,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        null,
        LOCAL,
        null,
        List.of(),
        null,
        new Slip.Notice(
            "20261102-001",
            Slip.Notice.Kind.SUPPLEMENT,
            Slip.Notice.Copy.VISITOR,
            false,
            "A001",
            Text.of("社会保险", "Social insurance"),
            List.of(Text.zh("老年证")),
            List.of("本人身份证复印件"),
            "",
            "3",
            "C07",
            LocalDate.parse("2026-11-09"),
            5));
  }

  private static Slip report() {
    return new Slip(
        Slip.Purpose.DAY_REPORT,
        Language.ZH,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        null,
        LOCAL,
        null,
        List.of(),
        null,
        null,
        new Slip.Report(
            LocalDate.parse("2026-11-02"),
            LOCAL,
            186,
            12,
            170,
            9,
            4,
            178,
            640,
            null,
            1_500,
            20,
            31,
            165,
            88,
            List.of(60, 20, 6, 1, 1),
            977,
            42));
  }

  private static Slip testPage() {
    return new Slip(
        Slip.Purpose.TEST_PAGE, Language.EN, Text.zh("青溪镇便民服务中心"), null, LOCAL, null, List.of());
  }

  private static HallStatus hall() {
    return new HallStatus(
        9,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        "Asia/Shanghai",
        false,
        false,
        Text.of("午休", "Lunch break"),
        LocalDateTime.parse("2026-11-02T14:00:00"),
        Text.zh("8:30–12:00, 14:00–17:30"),
        List.of(Text.of("医保缴费期", "Insurance season")));
  }

  private static HallStatus asking() {
    return new HallStatus(
        10,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        "Asia/Shanghai",
        false,
        true,
        null,
        null,
        Text.zh("8:30–12:00, 14:00–17:30"),
        List.of(),
        List.of(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS, Identity.NONE),
        null,
        null);
  }

  private static HallStatus booking() {
    return new HallStatus(
        11,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        "Asia/Shanghai",
        false,
        true,
        null,
        null,
        Text.zh("8:30–12:00, 14:00–17:30"),
        List.of(),
        null,
        true,
        null);
  }

  private static HallStatus timeless() {
    return new HallStatus(
        12,
        Text.of("青溪镇便民服务中心", "Qingxi Township Service Hall"),
        "Asia/Shanghai",
        false,
        true,
        null,
        null,
        Text.zh("8:30–12:00, 14:00–17:30"),
        List.of(),
        null,
        null,
        true);
  }

  private static Catalogue catalogue() {
    return new Catalogue(
        1,
        List.of(
            new Catalogue.Line(
                "social", "A", Text.of("社会保险", "Social insurance"), "社会保险", List.of("item-1"))),
        List.of(
            new Catalogue.Item(
                "item-1",
                Text.zh("乡村建设规划许可证(仅针对村庄规划区内使用原有宅基地进行农村村民住宅建设的项目)"),
                "行政许可",
                "社会保险",
                List.of("身份证"),
                List.of("受理", "办结"),
                "5个工作日",
                "不收费")),
        List.of(new Catalogue.Green("elderly", Text.of("老年人", "Elderly"))),
        List.of(
            new Catalogue.RatingLevel(
                5,
                Text.of("非常满意", "Very satisfied"),
                List.of(new Catalogue.Label("517", Text.zh("服务热情效率高"))))));
  }

  private static WindowState window() {
    return new WindowState(
        12,
        "3",
        Text.of("3号窗口", "Window 3"),
        Text.of("综合受理", "Comprehensive"),
        true,
        List.of(Text.of("社会保险", "Social insurance")),
        WindowState.Stage.PAUSED,
        "A001",
        "c-1",
        2,
        AT,
        "C07",
        new WindowState.Pause(Text.of("短时离开", "Back soon"), AT),
        6,
        new WindowState.RatingInvitation("s-1", "A000", Text.zh("参保登记"), "C07", AT),
        WindowState.Tide.OPENING,
        null);
  }

  private static WindowState card(@Nullable Card card, @Nullable Boolean duty) {
    return new WindowState(
        16,
        "3",
        Text.zh("3号窗口"),
        Text.zh("综合受理"),
        false,
        List.of(),
        WindowState.Stage.IDLE,
        "",
        "",
        0,
        null,
        "C07",
        null,
        0,
        null,
        null,
        null,
        card,
        duty);
  }

  private static BoardState.Window onDuty() {
    return new BoardState.Window(
        "1",
        Text.of("1号窗口", "Window 1"),
        Text.of("综合受理", "Comprehensive"),
        WindowState.Stage.PAUSED,
        "",
        false,
        null,
        null,
        null,
        new WindowState.Pause(Text.of("取件归档", "Filing papers"), AT),
        true);
  }

  private static BoardState.Window opening() {
    return new BoardState.Window(
        "6",
        Text.of("6号窗口", "Window 6"),
        Text.of("潮汐窗口", "Tidal"),
        WindowState.Stage.NOT_OPEN,
        "",
        true,
        WindowState.Tide.OPENING,
        AT,
        "east");
  }
}
