package io.tidehall.server.hallfile;

import static io.tidehall.server.hallfile.SmallHall.SMALL;
import static io.tidehall.server.hallfile.SmallHall.assertTold;
import static io.tidehall.server.hallfile.SmallHall.with;
import static io.tidehall.server.hallfile.SmallHall.withClerk;
import static io.tidehall.server.hallfile.SmallHall.withLine;
import static io.tidehall.server.hallfile.SmallHall.withTop;
import static io.tidehall.server.hallfile.SmallHall.without;
import static io.tidehall.server.hallfile.SmallHall.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a hall file that is wrong, and where. */
class HallFileProblemsTest {
  @Test
  void allMistakesAreToldInOneGoEachWithItsLine() {
    var problems = wrong(Csv.text("ten-mistakes.yaml"));
    assertEquals(
        List.of(
            "4 zone",
            "7 lines[1].prefix",
            "8 lines[2].dailyQuota",
            "10 lines[4]",
            "13 windows[1].number",
            "14 windows[2].kind",
            "15 windows[3].lines[0]",
            "17 clerks[0].standsInFor[0]",
            "19 hours.workingDays[1]",
            "21 rules.policy",
            "22 rules.recallGap"),
        problems.stream().map(it -> it.line() + " " + it.key()).toList());
    assertTrue(problems.get(0).hint().contains("Asia/Shanghai"), problems.get(0).text());
    assertTrue(problems.get(5).hint().contains("dedicated"), problems.get(5).text());
    assertTrue(problems.get(9).hint().contains("longest-wait"), problems.get(9).text());
    assertTrue(problems.get(10).hint().contains("recallGapSeconds"), problems.get(10).text());
  }

  @Test
  void aPolicyParameterThatIsUnknownOrOutOfRangeIsNamedWithItsPlace() {
    var range = wrong(SMALL + "rules: {policy: {name: balanced, guard: 999}}\n").getFirst();
    assertEquals("rules.policy.guard", range.key());
    assertEquals("a number from 0 to 240", range.expected());
    assertEquals("it is 999", range.came());
    var unknown = wrong(SMALL + "rules: {policy: {name: class-ratio, gren: 2}}\n").getFirst();
    assertEquals("rules.policy.gren", unknown.key());
    assertTrue(unknown.hint().contains("green"), unknown.text());
    var noNumber = wrong(SMALL + "rules: {policy: {name: balanced, guard: long}}\n");
    assertEquals(1, noNumber.size(), noNumber::toString);
  }

  @Test
  void aFieldThatNoLineHasIsNamedWithTheFieldsThereAre() {
    var problem =
        wrong(SMALL.replace("kind: comprehensive", "home: 海关, kind: comprehensive")).getFirst();
    assertTrue(problem.key().endsWith(".home"), problem.text());
    assertTrue(problem.came().contains("海关"), problem.text());
  }

  @Test
  void aProblemReadsAsOneSentence() {
    var problem = wrong(SMALL.replace("kind: comprehensive", "kind: Comprehensiv")).getFirst();
    assertEquals(
        "hall.yaml:7: windows[0].kind: expected one of comprehensive, comprehensive-submit,"
            + " comprehensive-on-the-spot, dedicated, tidal, certificate, assist, resolution, duty,"
            + " but it is 'Comprehensiv'. Did you mean 'comprehensive'?",
        problem.text());
  }

  @Test
  void aChinesePageIsToldTheSameInChinese() {
    var kind = wrong(SMALL.replace("kind: comprehensive", "kind: duti")).getFirst();
    assertTrue(kind.zh().expected().startsWith("以下之一：comprehensive, "), kind.zh().toString());
    assertEquals("写的是 'duti'", kind.zh().came());
    assertEquals("是不是想写 'duty'？", kind.zh().hint());
    var badge = wrong(withClerk("{badge: 007, name: 乙}")).getFirst();
    assertEquals(new Problem.InChinese("工号不重复", "'007' 在第 9 行已经写过", "请给这一个换工号，或把它删去"), badge.zh());
    var type = wrong(SMALL.replace("zh: 小厅", "zh: [小厅]")).getFirst();
    assertEquals("写的是列表", type.zh().came());
  }

  @Test
  void whatTheSchemaExpectsIsInChineseToo() {
    var expected = Pattern.compile("\"x-expected\": \"([^\"]*)\"").matcher(HallSchema.text());
    while (expected.find()) {
      String words = expected.group(1);
      assertTrue(PhraseBook.find(words).isPresent(), words);
    }
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    var problem = wrong(SMALL.replace("kind: comprehensive, lines: all}", "kind: comprehensive"));
    assertEquals(1, problem.size());
    assertEquals(8, problem.getFirst().line());
  }

  @Test
  void aKeyGivenTwiceIsTold() {
    assertTold("hall.yaml:2: id: expected each key once", SMALL.replace("zh: 小厅", "id: b\nzh: 小厅"));
  }

  @Test
  void linesAndItemsAreHeldTogether() {
    assertTold("village-9, village-12, village-13, village-14 are in none", without(", 法律证明"));
    assertTold("published for another level", with("证明,", "证明, items: [town-1],"));
    assertTold("there is no 'village-99'", with("证明,", "证明, items: [village-99],"));
    assertTold("Did you mean '社会保险'?", with("社会保险", "社会保俭"));
    assertTold(
        "'village-14' stands under notOffered",
        withTop("notOffered: [village-14]").replace("证明,", "证明, items: [village-14],"));
    assertTold("'village-1' is published", withTop("items: [{id: village-1, zh: 甲, field: 民政救助}]"));
    assertTold(
        "items[0]: expected each item in a line", withTop("items: [{id: x, zh: 甲, field: 新}]"));
    assertTold("there is no 'x'", withTop("guides: [{item: x}]"));
    assertTold("the key 'field' or 'fields'", withLine("{prefix: B, zh: 乙}"));
    assertTold("is for the bookings of A on line 5", withLine("{prefix: AP, zh: 乙, field: 丙}"));
    assertTold("each field in one line once", withLine("{prefix: B, zh: 乙, fields: [民政救助]}"));
    assertTold("each line id once", withLine("{id: A, prefix: B, zh: 乙, field: 丙}"));
  }

  @Test
  void waysToBeRecognisedAreNamed() {
    assertTold(
        "none, phone-last-digits, id-card, or a list of them", withTop("rules: {identity: face}"));
    assertTold("Did you mean 'id-card'?", withTop("rules: {identity: [id-crad]}"));
    assertTold("'together'", withLine("{prefix: B, zh: 乙, field: 丙, togethr: true}"));
  }

  @Test
  void bookingsAreHeldToTheLines() {
    assertTold("there is no line 'Z'", withTop("rules: {bookings: {quota: 2, lines: {Z: 1}}}"));
    assertTold("'quota'", withTop("rules: {bookings: {slotMinutes: 20}}"));
    assertTold("slotMinutes", withTop("rules: {bookings: {quota: 2, slotMinutes: 1}}"));
  }

  @Test
  void windowsAndDevicesAreHeldTogether() {
    assertTold("a dedicated window keeps to", with("comprehensive", "dedicated"));
    assertTold("served only by window 1, which is not in service", with("comprehensive", "tidal"));
    assertTold("a list of line ids, or the word all", with("lines: all", "lines: every"));
    assertTold("'A' stands on line 7 already", with("lines: all", "lines: [A, A]"));
    assertTold(
        "the window where a rating-pad stands", withTop("devices: [{id: a, role: rating-pad}]"));
    assertTold("one of the windows 1", withTop("devices: [{id: a, role: call-pad, window: 9}]"));
    assertTold("no window for a kiosk", withTop("devices: [{id: a, role: kiosk, window: 1}]"));
    assertTold("(there are none)", withTop("devices: [{id: a, role: kiosk, printer: p}]"));
    assertTold(
        "a printer at a kiosk only",
        withTop("devices: [{id: p, role: ticket-printer}, {id: b, role: hall-board, printer: p}]"));
    assertTold(
        "each device id once",
        withTop("devices: [{id: b, role: hall-board}, {id: b, role: hall-board}]"));
  }

  @Test
  void peopleAreHeldTogether() {
    assertTold("at least one with the role admin", with("manager, admin", "manager"));
    assertTold("it is the clerk's own", with("name: 王", "name: 王, standsInFor: [007]"));
    assertTold("each badge once", withClerk("{badge: 007, name: 乙}"));
    assertTold(
        "'9' has no role clerk",
        withClerk("{badge: 9, name: 乙, roles: [admin]}")
            .replace("name: 王", "name: 王, standsInFor: [9]"));
  }

  @Test
  void timesAreHeldTogether() {
    assertTold("ends after its start", with("8:30-12:00", "12:00-8:30"));
    assertTold("a period such as 08:30-12:00", with("8:30-12:00", "8.30 to 12"));
    assertTold("closed at its roll-over at 09:00", withTop("rules: {rollOver: 9:00}"));
    assertTold("there is no 2031-02-30", withTop("calendar: {year: 2031, holidays: [2031-02-30]}"));
    assertTold("a day of 2031", withTop("calendar: [{year: 2031, holidays: [2030-02-01]}]"));
    assertTold(
        "2031-01-06 is a monday",
        withTop("calendar: {year: 2031, holidays: [2031-01-01], workedWeekends: [2031-01-06]}"));
    assertTold(
        "each year once",
        withTop(
            "calendar: [{year: 2031, holidays: [2031-01-01]}, {year: 2031, holidays:"
                + " [2031-01-02]}]"));
  }

  @Test
  void labelsAndReasonsAreHeldTogether() {
    assertTold("each reason id once", withTop("greenReasons: [{id: a, zh: 甲}, {id: a, zh: 乙}]"));
    assertTold(
        "each label code once",
        withTop(
            "ratingLabels: {version: v, labels: [{level: 1, code: a, zh: 甲}, {level: 2, code: a,"
                + " zh: 乙}]}"));
    var many = new StringBuilder("ratingLabels: {version: v, labels: [");
    for (int i = 0; i < 31; i++) {
      many.append(i == 0 ? "" : ", ").append("{level: 1, code: c").append(i).append(", zh: 甲}");
    }
    assertTold("at most 30 labels a level", withTop(many.append("]}").toString()));
  }

  @Test
  void anEmptyFileAndAListAreTold() {
    assertTold("the file is empty", "# nothing\n");
    assertTold("a group of keys", "- a\n- b\n");
  }

  @Test
  void aFileThatUnfoldsWithoutEndIsRefused() {
    var bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(4) + "x"));
    }
    assertTold("grows beyond all measure", bomb.toString());
    assertTold("nested too deep", "a: &a [*a]\n");
  }

  /** Whatever stands in whichever place: the file is told wrong, or a setup is made. */
  @Test
  void noValueAnywhereBreaksTheReading() {
    var whole = YamlTree.parse("everything.yaml", Csv.text("everything.yaml"));
    List<String> nasty =
        List.of(
            "-5",
            "+1",
            "2.0",
            "1e999",
            "true",
            "[]",
            "{}",
            "''",
            "all",
            "'a b'",
            "\"\\u0007\"",
            "'" + "长".repeat(600) + "'",
            "2027-02-30",
            "!!set {a}");
    int reads = 0;
    for (String place : leaves(whole.root(), "")) {
      var root = (ObjectNode) whole.root().deepCopy();
      int cut = place.lastIndexOf('/');
      JsonNode holder = root.at(place.substring(0, cut));
      if (holder instanceof ObjectNode object) {
        object.put(place.substring(cut + 1), "@@@");
      } else if (holder instanceof ArrayNode array) {
        array.set(Integer.parseInt(place.substring(cut + 1)), "@@@");
      }
      for (String value : nasty) {
        String text = root.toString().replace("\"@@@\"", value);
        if (HallFile.read("hall.yaml", text) instanceof HallFile.Wrong wrong) {
          assertFalse(wrong.problems().isEmpty(), place + " as " + value);
          wrong.problems().forEach(SmallHall::assertInChinese);
        }
        reads++;
      }
    }
    assertTrue(reads > 1_000, "" + reads);
  }

  private static List<String> leaves(JsonNode node, String at) {
    if (node.isValueNode()) {
      return List.of(at);
    }
    List<String> leaves = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves.addAll(leaves(node.get(i), at + "/" + i));
      }
    }
    node.properties()
        .forEach(entry -> leaves.addAll(leaves(entry.getValue(), at + "/" + entry.getKey())));
    return leaves;
  }
}
