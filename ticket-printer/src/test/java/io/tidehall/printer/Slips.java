package io.tidehall.printer;

import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.WaitRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Slips for tests: an ordinary morning in a township hall, and the awkward ones. */
public final class Slips {
  /** The longest name of the published catalogue: 43 characters. */
  public static final String LONGEST_ITEM = "在村庄、集镇规划区内的街道、广场、市场和车站等场所修建临时建筑物、构筑物和其他设施审批";

  private static final String ITEM_WITH_BRACKETS = "乡村建设规划许可证(仅针对村庄规划区内使用原有宅基地进行农村村民住宅建设的项目)";
  public static final String LINK = "http://hall.example/t/5kQ2mX8vR4nB7cL1";
  public static final Instant NOW = Instant.parse("2026-11-23T01:31:00Z");
  private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-11-23T09:31:00");
  private static final Text HALL = Text.of("柳河镇便民服务中心", "Liuhe Town Service Hall");
  private static final List<Text> NOTICES =
      List.of(
          Text.of("过号后请到咨询台重新排队。", "Missed your call? Please see the help desk."),
          Text.of(
              "办结后5个工作日内可扫码补评。", "You may rate the service by this code within 5 working days."));

  private Slips() {}

  public static Slip ordinary(Language language) {
    return slip(
        Slip.Purpose.TICKET,
        language,
        ticket(
            "A001",
            List.of(Text.zh("城乡居民基本医疗保险参保登记")),
            5,
            new WaitRange(15, 25, false),
            List.of("1", "2", "3", "5")));
  }

  public static Slip crowded(Language language) {
    var items =
        List.of(
            Text.zh(LONGEST_ITEM),
            Text.zh(ITEM_WITH_BRACKETS),
            Text.of("最低生活保障对象认定", "Minimum living allowance"),
            Text.zh("残疾人证办理"));
    TicketView plain =
        ticket(
            "AP1024",
            items,
            128,
            new WaitRange(105, 135, true),
            List.of("1", "2", "3", "4", "5", "7", "9", "11", "12", "13", "21", "23", "25", "31"));
    return slip(
        Slip.Purpose.REPRINT,
        language,
        new TicketView(
            plain.id(),
            plain.number(),
            plain.line(),
            Text.of("规划建设与社会救助综合业务", "Planning, building and social assistance"),
            plain.items(),
            plain.ahead(),
            plain.outlook(),
            plain.windows(),
            true,
            plain.issuedAt()));
  }

  public static Slip sparse(Language language) {
    return new Slip(
        Slip.Purpose.TICKET,
        language,
        HALL,
        ticket("C012", List.of(), 0, null, List.of()),
        LOCAL,
        null,
        List.of());
  }

  /** Somebody who booked and came early: no range is told. */
  public static Slip booked(Language language) {
    TicketView it = ticket("AP001", List.of(), 2, null, List.of("3"));
    return new Slip(
        Slip.Purpose.TICKET,
        language,
        HALL,
        new TicketView(
            it.id(),
            it.number(),
            it.line(),
            it.lineName(),
            it.items(),
            it.ahead(),
            it.outlook(),
            it.windows(),
            false,
            it.issuedAt(),
            new TicketView.Booked(LocalTime.of(9, 30), LocalTime.of(10, 0), false)),
        LOCAL,
        null,
        List.of());
  }

  public static Slip withItem(String item) {
    return slip(
        Slip.Purpose.TICKET,
        Language.ZH,
        ticket("A001", List.of(Text.zh(item)), 5, new WaitRange(15, 25, false), List.of("3")));
  }

  public static Slip numbered(String number) {
    return slip(
        Slip.Purpose.TICKET,
        Language.ZH,
        ticket(number, List.of(), 5, new WaitRange(15, 25, false), List.of("3")));
  }

  public static Slip waiting(Language language, @Nullable WaitRange range) {
    return slip(Slip.Purpose.TICKET, language, ticket("A001", List.of(), 5, range, List.of("3")));
  }

  public static Slip testPage(Language language) {
    return new Slip(Slip.Purpose.TEST_PAGE, language, HALL, null, LOCAL, LINK, List.of());
  }

  /** The list of the item with the longest published name, or of one without a guide. */
  public static Slip list(Language language, boolean guide) {
    var item =
        new Catalogue.Item(
            "town-9",
            Text.zh("乡村建设规划许可证(仅针对村庄规划区内使用原有宅基地进行农村村民住宅建设的项目)"),
            "行政许可",
            "规划建设",
            guide
                ? List.of(
                    "申请表", "有关部门批准、核准、备案文件", "项目规划总平面图", "建设工程房屋建筑初步设计审查批复", "设计施工图一套", "土地权属的证明文件")
                : List.of(),
            guide ? List.of("提出申请", "受理", "核发乡村建设规划许可证") : List.of(),
            guide ? "10个工作日" : "",
            guide ? "免费" : "");
    return new Slip(
        Slip.Purpose.LIST,
        language,
        HALL,
        null,
        LOCAL,
        null,
        List.of(
            Text.of(
                "清单以窗口答复为准，有疑问请到咨询窗口。",
                "The counter has the last word. Questions? Ask at the help desk.")),
        item,
        null);
  }

  /** A day's figures, or those of a day without anybody. */
  public static Slip report(Language language, boolean full) {
    return new Slip(
        Slip.Purpose.DAY_REPORT,
        language,
        HALL,
        null,
        LOCAL,
        null,
        List.of(),
        null,
        null,
        full
            ? new Slip.Report(
                LocalDate.parse("2026-11-23"),
                LocalDateTime.parse("2026-11-23T17:42:00"),
                1286,
                112,
                1170,
                49,
                24,
                1178,
                640,
                512,
                2_460,
                30,
                131,
                1165,
                788,
                List.of(600, 120, 56, 8, 4),
                985,
                42)
            : new Slip.Report(
                LocalDate.parse("2026-11-23"),
                LOCAL,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                30,
                0,
                0,
                0,
                List.of(0, 0, 0, 0, 0),
                null,
                null));
  }

  /** The reprint of a ticket for the item with the longest name. */
  public static Slip reprint(Language language) {
    Slip once = withItem(LONGEST_ITEM);
    return new Slip(
        Slip.Purpose.REPRINT, language, HALL, once.ticket(), LOCAL, LINK, once.notices());
  }

  /** A copy of a notice; the awkward one is about the longest item and lists long papers. */
  public static Slip notice(Language language, Slip.Notice.Kind kind, Slip.Notice.Copy copy) {
    boolean supplement = kind == Slip.Notice.Kind.SUPPLEMENT;
    List<String> listed =
        switch (kind) {
          case SUPPLEMENT ->
              List.of("有关部门批准、核准、备案文件", "项目规划总平面图（1:500，加盖设计单位出图章，纸质一式三份）", "土地权属的证明文件");
          case JOINT -> List.of("3号窗口 社会保险", "不动产登记分中心");
          case RETURNED -> List.of();
        };
    return new Slip(
        Slip.Purpose.NOTICE,
        language,
        HALL,
        null,
        LOCAL,
        null,
        List.of(),
        null,
        new Slip.Notice(
            "20261123-001",
            kind,
            copy,
            copy == Slip.Notice.Copy.CENTRE,
            "A012",
            Text.of("规划建设", "Planning and building"),
            List.of(Text.zh(supplement ? LONGEST_ITEM : "最低生活保障对象认定")),
            listed,
            kind == Slip.Notice.Kind.RETURNED ? "申请人户籍不在本镇，应向户籍所在地提出" : "",
            "12",
            "101",
            LocalDate.parse("2026-11-30"),
            5));
  }

  public static PrintJob job(String id, String number) {
    return new PrintJob(id, NOW, numbered(number));
  }

  private static Slip slip(Slip.Purpose purpose, Language language, TicketView ticket) {
    return new Slip(purpose, language, HALL, ticket, LOCAL, LINK, NOTICES);
  }

  private static TicketView ticket(
      String number, List<Text> items, int ahead, @Nullable WaitRange range, List<String> windows) {
    return new TicketView(
        "t-1",
        number,
        "A",
        Text.of("社保医保", "Social and medical insurance"),
        items,
        ahead,
        range,
        windows,
        false,
        NOW);
  }
}
