package io.tidehall.kiosk;

import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import io.tidehall.protocol.WaitRange;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A township hall as its messages tell it. */
public final class SampleHall {
  /** Thursday 5 November 2026, 9:42 in Shanghai. */
  public static final Instant NOW = Instant.parse("2026-11-05T01:42:00Z");

  public static final String LONGEST = "乡村建设规划许可证(仅针对村庄规划区内使用原有宅基地进行农村村民住宅建设的项目)";

  private static final List<Text> LINES =
      List.of(
          Text.of("社会保险", "Social insurance"),
          Text.of("医疗保障", "Medical insurance"),
          Text.of("民政救助", "Civil affairs and relief"),
          Text.of("残疾人服务", "Services for disabled people"),
          Text.of("退役军人事务", "Veterans' affairs"),
          Text.of("卫生健康与生育", "Health and family"),
          Text.of("规划建设", "Planning and building"),
          Text.of("农业林业", "Farming and forestry"),
          Text.of("劳动就业", "Work and employment"),
          Text.of("户籍与居住证", "Household register and residence permits"),
          Text.of("税费缴纳", "Taxes and fees"),
          Text.of("水电气缴费", "Water, power and gas"),
          Text.of("法律援助与人民调解", "Legal aid and mediation"),
          Text.of("咨询与帮办", "Advice and help"));

  private static final List<String> ITEMS =
      List.of(
          "城乡居民基本养老保险参保登记",
          LONGEST,
          "在村庄、集镇规划区内的街道、广场、市场和车站等场所修建临时建筑物、构筑物和其他设施审批",
          "林木采伐许可证核发(限200棵以下)",
          "农村居民最低生活保障",
          "临时救助",
          "困难残疾人生活补贴和重度残疾人护理补贴",
          "生育服务登记",
          "就业困难人员认定",
          "高龄津贴");

  /** The longest published list, and one of a single paper; the other items have no guide. */
  private static final Map<Integer, List<String>> MATERIALS =
      Map.of(
          1,
          List.of("申请表", "有关部门批准、核准、备案文件", "项目规划总平面图", "建设工程房屋建筑初步设计审查批复", "设计施工图一套", "土地权属的证明文件"),
          4,
          List.of("户主申请"));

  private static final Map<Integer, List<String>> STEPS =
      Map.of(
          1,
          List.of("提出申请", "受理", "核发乡村建设规划许可证"),
          4,
          List.of("户主书面申请", "村委会初审并公示", "街道办事处审核", "县民政局审批", "村委会公示"));

  private static final List<String> GREENS =
      List.of("老年人", "病患", "残疾人", "孕妇", "带婴幼儿", "军人", "退役军人", "劳动模范");

  private SampleHall() {}

  /** With so many lines, and so many items in each, but for the last, which has none. */
  public static Catalogue catalogue(int lines, int items) {
    var all = new ArrayList<Catalogue.Item>();
    for (int i = 0; i < items; i++) {
      all.add(
          new Catalogue.Item(
              "i" + i,
              Text.zh(ITEMS.get(i % ITEMS.size())),
              "公共服务",
              "社会保险",
              MATERIALS.getOrDefault(i % ITEMS.size(), List.of()),
              STEPS.getOrDefault(i % ITEMS.size(), List.of()),
              STEPS.containsKey(i % ITEMS.size()) ? "30个工作日" : "",
              STEPS.containsKey(i % ITEMS.size()) ? "免费" : ""));
    }
    var ids = all.stream().map(Catalogue.Item::id).toList();
    var lineList = new ArrayList<Catalogue.Line>();
    for (int i = 0; i < lines; i++) {
      String prefix = String.valueOf((char) ('A' + i));
      List<String> own = i == lines - 1 ? List.of() : ids;
      lineList.add(new Catalogue.Line(prefix, prefix, LINES.get(i % LINES.size()), "社会保险", own));
    }
    var greens = new ArrayList<Catalogue.Green>();
    for (int i = 0; i < GREENS.size(); i++) {
      greens.add(new Catalogue.Green("g" + i, Text.zh(GREENS.get(i))));
    }
    return new Catalogue(1, lineList, all, greens, ratings());
  }

  public static List<Catalogue.RatingLevel> ratings() {
    return List.of(
        level(5, "非常满意", "Very satisfied", "510 一窗受理一次办结", "517 服务热情效率高"),
        level(4, "满意", "Satisfied", "413 服务态度较好"),
        level(3, "基本满意", "Fairly satisfied", "314 服务态度一般"),
        level(
            2,
            "不满意",
            "Dissatisfied",
            "207 没有提供材料样本",
            "208 没有提供材料清单",
            "209 未在承诺时间内办结",
            "210 同样内容的证明材料被要求多次提交",
            "211 承诺网办但无法在线办理",
            "212 在线预约办理后到实体大厅重复取号排队",
            "213 窗口人员业务不熟练",
            "214 服务态度生硬"),
        level(
            1,
            "非常不满意",
            "Very dissatisfied",
            "108 在办事指南之外增加新的审批条件",
            "109 需提供办事指南之外的申报材料",
            "110 无理由超过法定办理时间",
            "111 办事指南提供样本有错",
            "112 承诺在线收取申报材料实际无法收取",
            "113 多头跑窗口和部门",
            "114 跑动次数与承诺的不一致",
            "115 服务态度差效率低"));
  }

  private static Catalogue.RatingLevel level(int level, String zh, String en, String... labels) {
    var list = new ArrayList<Catalogue.Label>();
    for (String label : labels) {
      list.add(new Catalogue.Label(label.substring(0, 3), Text.zh(label.substring(4))));
    }
    return new Catalogue.RatingLevel(level, Text.of(zh, en), list);
  }

  /** Line B is closed where there are more than two; the others are more or less busy. */
  public static LinesState lines(int count) {
    var loads = new ArrayList<LinesState.Load>();
    for (int i = 0; i < count; i++) {
      String line = String.valueOf((char) ('A' + i));
      boolean closed = i == 1 && count > 2;
      int waiting = closed ? 0 : (i * 5) % 13;
      loads.add(
          new LinesState.Load(
              line,
              waiting,
              new WaitRange(waiting * 2, waiting * 3 + 4, i % 3 == 0),
              closed ? List.of() : List.of("1", "2", "3"),
              List.of(),
              !closed,
              closed ? Text.of("今日名额已满，请明天再来", "Full for today: please come tomorrow") : null,
              null,
              null,
              new LinesState.Green(waiting / 4, new WaitRange(waiting / 2, waiting + 3, true))));
    }
    return new LinesState(1, loads);
  }

  public static HallStatus open(boolean trial) {
    return hall(trial, true, null, null);
  }

  /** An open hall whose kiosks ask who takes a ticket. */
  public static HallStatus asking(Identity... ways) {
    HallStatus it = open(false);
    return new HallStatus(
        it.seq(),
        it.name(),
        it.zone(),
        it.trial(),
        it.open(),
        it.closedBecause(),
        it.nextChange(),
        it.hours(),
        it.notices(),
        List.of(ways),
        null,
        null);
  }

  /** An open hall that takes bookings. */
  public static HallStatus booking() {
    HallStatus it = open(false);
    return new HallStatus(
        it.seq(),
        it.name(),
        it.zone(),
        it.trial(),
        it.open(),
        it.closedBecause(),
        it.nextChange(),
        it.hours(),
        it.notices(),
        null,
        true,
        null);
  }

  /** A hall whose clock is wrong; whether it is open is by its journal's time. */
  public static HallStatus timeless(boolean open) {
    HallStatus it = hall(false, open, null, null);
    return new HallStatus(
        it.seq(),
        it.name(),
        it.zone(),
        it.trial(),
        it.open(),
        it.closedBecause(),
        it.nextChange(),
        it.hours(),
        it.notices(),
        null,
        null,
        true);
  }

  /** A ticket that came of a booking from half past nine to ten. */
  public static TicketView booked(String number, boolean late) {
    TicketView it = ticket(number, false, LINES.get(1));
    return new TicketView(
        it.id(),
        it.number(),
        it.line(),
        it.lineName(),
        it.items(),
        it.ahead(),
        late ? it.outlook() : null,
        it.windows(),
        false,
        it.issuedAt(),
        new TicketView.Booked(LocalTime.of(9, 30), LocalTime.of(10, 0), late));
  }

  public static HallStatus closed(LocalDateTime until) {
    return hall(false, false, Text.of("午间休息", "Lunch break"), until);
  }

  private static HallStatus hall(
      boolean trial, boolean open, @Nullable Text because, @Nullable LocalDateTime next) {
    return new HallStatus(
        1,
        Text.of("清源镇便民服务中心", "Qingyuan Town Service Hall"),
        "Asia/Shanghai",
        trial,
        open,
        because,
        next,
        Text.of("8:30–12:00，14:00–17:30", "8:30–12:00, 14:00–17:30"),
        List.of());
  }

  public static DeviceSetup kiosk(Paper paper) {
    boolean out = paper == Paper.OUT;
    return new DeviceSetup(DeviceRole.KIOSK, null, new DeviceSetup.Printer(true, paper, !out));
  }

  /** A kiosk whose service menu opens by the PIN 492713. */
  public static DeviceSetup serviced() {
    return new DeviceSetup(
        DeviceRole.KIOSK,
        null,
        new DeviceSetup.Printer(true, Paper.NEAR_END, true),
        null,
        null,
        null,
        new DeviceSetup.Kiosk(
            "pbkdf2-sha256$1000$c2FsdA==$toROXz+GWtLjAktmVfyuPn3IxVwaPjZevZwyiIbuYPo="),
        null);
  }

  /** A kiosk of a hall that gives numbers on the screen while the printer cannot print. */
  public static DeviceSetup onScreen(boolean online, Paper paper, boolean ready) {
    return new DeviceSetup(
        DeviceRole.KIOSK,
        null,
        new DeviceSetup.Printer(online, paper, ready),
        null,
        null,
        null,
        new DeviceSetup.Kiosk(
            null, new DeviceSetup.Speech(true, 50), DeviceSetup.WithoutPaper.SCREEN),
        null);
  }

  public static DeviceSetup printerDown() {
    return new DeviceSetup(
        DeviceRole.KIOSK, null, new DeviceSetup.Printer(false, Paper.UNKNOWN, false));
  }

  public static DeviceSetup withoutPrinter() {
    return new DeviceSetup(DeviceRole.KIOSK, null, null);
  }

  public static TicketView ticket(String number, boolean green, Text... items) {
    return new TicketView(
        "t-" + number,
        number,
        "A",
        LINES.getFirst(),
        List.of(items),
        12,
        new WaitRange(15, 25, false),
        List.of("1", "2", "3"),
        green,
        NOW);
  }

  public static WindowState window(
      WindowState.Stage stage, WindowState.@Nullable RatingInvitation rating) {
    return new WindowState(
        1,
        "3",
        Text.of("3号窗口", "Window 3"),
        Text.of("综合受理窗口", "Comprehensive window"),
        false,
        List.of(Text.of("社会保险", "Social insurance"), Text.of("医疗保障", "Medical insurance")),
        stage,
        "",
        "",
        0,
        null,
        "08",
        null,
        4,
        rating);
  }

  /** The same window, whose clerk's public card is shown. */
  public static WindowState carded(WindowState it, String name, Text post) {
    return new WindowState(
        it.seq(),
        it.window(),
        it.name(),
        it.kind(),
        it.tidal(),
        it.lines(),
        it.stage(),
        it.number(),
        it.callId(),
        it.calls(),
        it.calledAt(),
        it.clerk(),
        it.pause(),
        it.waiting(),
        it.rating(),
        it.tide(),
        it.opensAt(),
        WindowState.Card.of(name, post),
        null);
  }

  /** An open hall that closes then. */
  public static HallStatus closing(LocalDateTime at) {
    return hall(false, true, null, at);
  }

  /** An open hall that has something to tell. */
  public static HallStatus telling(Text... notices) {
    HallStatus it = open(false);
    return new HallStatus(
        it.seq(),
        it.name(),
        it.zone(),
        it.trial(),
        it.open(),
        it.closedBecause(),
        it.nextChange(),
        it.hours(),
        List.of(notices));
  }

  public static WindowState.RatingInvitation invitation(String service) {
    return new WindowState.RatingInvitation(
        service, "A001", Text.zh("城乡居民基本养老保险参保登记"), "08", NOW.plusSeconds(60));
  }
}
