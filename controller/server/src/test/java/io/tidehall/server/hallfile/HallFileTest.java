package io.tidehall.server.hallfile;

import static io.tidehall.server.hallfile.SmallHall.SMALL;
import static io.tidehall.server.hallfile.SmallHall.assertTold;
import static io.tidehall.server.hallfile.SmallHall.ready;
import static io.tidehall.server.hallfile.SmallHall.with;
import static io.tidehall.server.hallfile.SmallHall.withTop;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.Fairness;
import io.tidehall.hall.plan.Fairness.LongestWait;
import io.tidehall.hall.plan.Identity;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hall file says, and what is filled in. */
class HallFileTest {
  @Test
  void aSmallFileIsFilledInWithWhatIsUsual() {
    var hall = ready(SMALL);
    var plan = hall.plan();
    assertEquals("Asia/Shanghai", plan.zone());
    assertEquals(Rules.usual(), plan.rules());
    assertEquals(new LineId("A"), plan.lines().getFirst().id());
    assertEquals(14, plan.lines().getFirst().items().size());
    assertEquals("1号窗口", plan.windows().getFirst().zh());
    assertEquals("Window 1", plan.windows().getFirst().en());
    assertEquals("007", plan.clerks().getFirst().id().value(), "leading zeros stay");
    assertEquals(8, plan.greenReasons().size());
    assertEquals(40, plan.labels().size());
    assertEquals("national-1", hall.labelsVersion());
    assertEquals(
        List.of("kiosk-1", "printer-1", "board-1", "speaker-1", "counter-1", "pad-1"),
        hall.devices().stream().map(HallDevice::id).toList());
  }

  @Test
  void everythingWrittenIsTaken() {
    var hall = ready(Csv.text("everything.yaml"));
    var plan = hall.plan();
    assertTrue(plan.trial());
    assertEquals("Asia/Urumqi", plan.zone());
    assertEquals("village-13", plan.lines().getFirst().items().getFirst());
    assertEquals(13, plan.lines().getFirst().items().size());
    assertEquals(Duration.ofSeconds(150), plan.lines().getFirst().usualService());
    assertEquals(40, plan.lines().getFirst().dailyQuota());
    assertEquals(WindowKind.COMPREHENSIVE_ON_THE_SPOT, plan.windows().getFirst().kind());
    assertEquals("12", plan.windows().getLast().id().value());
    assertEquals(2, plan.windows().getLast().lines().size());
    assertEquals(2, plan.clerks().size());
    assertEquals(3, hall.accounts().size());
    assertEquals(
        new Rules(
            "class-ratio",
            2,
            Duration.ofSeconds(30),
            Rules.ReturnPlace.ORIGINAL,
            1,
            0,
            Duration.ofMinutes(5),
            Duration.ofSeconds(40),
            3,
            java.time.LocalTime.of(3, 0),
            2,
            Duration.ofMinutes(20),
            List.of(new PolicyPlan.Parameter("green", 3)),
            new Fairness(
                List.of(
                    new LongestWait("green", Duration.ofMinutes(20)),
                    new LongestWait("booked", Duration.ofMinutes(30)),
                    new LongestWait("normal", Duration.ofMinutes(40))),
                6),
            2,
            List.of(Identity.ID_CARD, Identity.NONE),
            new BookingPlan(
                Duration.ofMinutes(20),
                4,
                7,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                2,
                60,
                14,
                List.of(
                    new BookingPlan.LineQuota(new LineId("papers"), 2),
                    new BookingPlan.LineQuota(new LineId("B"), 0)))),
        plan.rules());
    WindowPlan two = plan.windows().getFirst();
    assertEquals(new WindowFields("代办", List.of("证明")), two.fields());
    assertEquals(1.2, two.speed(new LineId("B")));
    assertEquals(1, two.speed(new LineId("papers")));
    assertEquals(Duration.ofSeconds(10), two.autoAfter());
    assertTrue(plan.workingDays().worked(LocalDate.of(2031, 1, 4)));
    assertEquals("own-1", hall.labelsVersion());
    assertEquals("510", plan.labels().getFirst().code());
    assertEquals(
        new HallDevice("call-2", DeviceRole.CALL_PAD, "2", null), hall.devices().getLast());
    assertEquals(
        Map.of(
            "a", new WindowState.Card("甲*", Text.of("综合受理岗", "Reception")),
            "b", new WindowState.Card("乙", Text.of("", "")),
            "c", new WindowState.Card("丙", Text.of("", ""))),
        hall.cards());
    assertEquals(
        new HallDevice(
            "s",
            DeviceRole.SPEAKER,
            null,
            null,
            "东",
            new DeviceSetup.Voice(
                List.of(Language.ZH, Language.EN),
                1,
                6,
                60,
                70,
                List.of(new DeviceSetup.Hours("12:00", "14:00", 30))),
            List.of()),
        hall.devices().get(2));
    assertEquals("Closed Friday afternoon", hall.notices().getFirst().en());
    assertEquals("请保管好号票", hall.slipNotices().getFirst().en());
    var water = hall.catalogue().items().getLast();
    assertEquals("Water bill", water.name().en());
    assertEquals(List.of("户号"), water.materials());
  }

  @Test
  void aPolicyIsANameOrANameWithParameters() {
    assertEquals(
        PolicyPlan.of("balanced"), ready(SMALL).plan().rules().chosenPolicy(), "the usual one");
    assertEquals(
        PolicyPlan.of("balanced").with("guard", 12.5),
        ready(SMALL + "rules: {policy: {name: balanced, guard: 12.5}}\n")
            .plan()
            .rules()
            .chosenPolicy());
  }

  @Test
  void aKeyWithoutAValueCountsAsAbsent() {
    assertEquals(ready(SMALL), ready(withTop("notices:\n  # - {zh: 暂停办公}")));
    assertTold("the key 'hours'", with("hours: {workingDays: [\"8:30-12:00\"]}", "hours:"));
  }

  @Test
  void jsonIsReadToo() {
    String json = YamlTree.parse("small", SMALL).root().toString();
    assertTrue(json.startsWith("{\"id\":\"small\""), json);
    assertEquals(ready(SMALL), ready(json));
  }

  @Test
  void aFileThatIsMissingOrNotUtf8OrTooLargeIsTold(@TempDir Path folder) throws IOException {
    assertFileTold("there is no such file", folder.resolve("none.yaml"));
    Path gbk = folder.resolve("gbk.yaml");
    Files.writeString(gbk, SMALL, Charset.forName("GB18030"));
    assertFileTold("Save the file as UTF-8", gbk);
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "#".repeat(1_000_001));
    assertFileTold("at most 1 MB", large);
    assertFileTold("a file that can be read", folder);
    Path good = folder.resolve("good.yaml");
    Files.writeString(good, "\uFEFF" + SMALL);
    assertInstanceOf(HallFile.Ready.class, HallFile.read(good));
  }

  private static void assertFileTold(String expected, Path file) {
    String text = assertInstanceOf(HallFile.Wrong.class, HallFile.read(file)).text();
    assertTrue(text.contains(expected), text);
    assertTrue(text.contains(file.toString()), text);
  }

  @Test
  void aPlaylistIsForTheBoardsOfItsZone() {
    var hall =
        ready(
            SMALL.replace("lines: all", "lines: all, zone: 东区")
                + """
                devices:
                  - {id: board-1, role: hall-board}
                  - {id: board-2, role: hall-board, zone: 东区}
                  - {id: led-1, role: led-line}
                playlist:
                  - {file: 春节.png, seconds: 20}
                  - {file: east.mp4, zone: 东区, period: "9:00-11:30"}
                """);
    var spring = new DeviceSetup.Show("春节.png", 20, null, null);
    var east = new DeviceSetup.Show("east.mp4", 30, "09:00", "11:30");
    assertEquals(
        List.of(List.of(spring), List.of(spring, east), List.of()),
        hall.devices().stream().map(HallDevice::playlist).toList());
    assertEquals(
        List.of(spring),
        ready(SMALL + "playlist: [{file: 春节.png, seconds: 20}]\n").devices().stream()
            .flatMap(it -> it.playlist().stream())
            .toList());
  }

  @Test
  void aPlaylistNamesFilesThatABoardCanShow() {
    SmallHall.assertTold(
        "playlist[0].file: expected the name of a png", SMALL + "playlist: [{file: ../a.png}]\n");
    SmallHall.assertTold(
        "playlist[0].file: expected the name of a png", SMALL + "playlist: [{file: a.avi}]\n");
    SmallHall.assertTold(
        "playlist[0].zone: expected one of the zones of windows",
        SMALL + "playlist: [{file: a.png, zone: 西区}]\n");
  }
}
