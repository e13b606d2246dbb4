package io.tidehall.kiosk.flow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.junit.jupiter.api.Test;

/** The whole published catalogue, searched as people type. */
class ItemIndexTest {
  private static final Path HALL_FILES =
      Path.of("..", "controller", "server", "src", "main", "resources")
          .resolve(Path.of("io", "tidehall", "server", "hallfile"));

  private final List<Catalogue.Item> published = published();
  private final ItemIndex index = ItemIndex.of(published);

  @Test
  void initialsFindTheMinimumLivingAllowanceFirst() {
    assertEquals("最低生活保障", first("zdsh"));
    assertEquals("最低生活保障", first("ZDSH"));
    assertEquals("最低生活保障", first("zdshbz"));
  }

  @Test
  void pinyinFindsItWhileItIsTyped() {
    for (String typed : List.of("zuidi", "zuidishenghuo", "zuidishenghuobaozhang")) {
      assertEquals("最低生活保障", first(typed), typed);
    }
  }

  @Test
  void oneSlipOfTheFingerFindsItStill() {
    for (String typed :
        List.of("zuidishenhuo", "zuidushenghuo", "zuidisshenghuo", "zuidihsenghuo", "zdshnz")) {
      assertTrue(names(typed).contains("最低生活保障"), typed + " found " + names(typed));
    }
  }

  @Test
  void twoSlipsFindNothing() {
    assertEquals(List.of(), names("zzidzsheng"));
  }

  @Test
  void whatFitsExactlyStandsBeforeWhatNeedsASlip() {
    var index =
        ItemIndex.of(List.of(item("a", "商业", "a"), item("b", "生育登记", "b"), item("c", "省域登记", "c")));
    assertEquals(
        List.of("b", "c"), index.find("shengyu").stream().map(Catalogue.Item::id).toList());
    assertEquals(List.of("a"), index.find("shangye").stream().map(Catalogue.Item::id).toList());
  }

  @Test
  void charactersFindNamesThatHoldThem() {
    assertTrue(names("残疾").stream().allMatch(name -> name.contains("残疾")));
    assertTrue(names("残疾").size() > 1);
  }

  @Test
  void shortNamesOfTheStreetFindTheWholeName() {
    for (String typed : List.of("低保", "dibao")) {
      assertTrue(names(typed).contains("最低生活保障"), typed + " found " + names(typed));
    }
  }

  @Test
  void everyReadingOfACharacterCounts() {
    var index = ItemIndex.of(List.of(item("a", "重大疾病银行长者", "x")));
    for (String typed : List.of("zhongda", "chongda", "zd", "cd", "hangzhang", "xingchang")) {
      assertEquals(1, index.find(typed).size(), typed);
    }
    assertEquals(List.of(), index.find("tongda"));
  }

  @Test
  void anUmlautIsTypedAsV() {
    assertEquals(1, ItemIndex.of(List.of(item("a", "绿色", "x"))).find("lvse").size());
  }

  @Test
  void englishWordsFindItemsFromAnyWordOn() {
    var index = ItemIndex.of(List.of(item("a", "最低生活保障", "Minimum living allowance: approval")));
    for (String typed : List.of("minimum", "Living allow", "LIVING", "allowanse", "mla")) {
      assertEquals(1, index.find(typed).size(), typed);
    }
  }

  @Test
  void nothingTypedAndNothingMeantFindNothing() {
    assertEquals(List.of(), index.find(""));
    assertEquals(List.of(), index.find(" ·"));
    assertEquals(List.of(), index.find("qqqqqq"));
  }

  @Test
  void everyPublishedItemIsFoundByItsInitials() {
    assertEquals(118, published.size());
    var lost = new ArrayList<String>();
    for (Catalogue.Item item : published) {
      String initials = initials(item.name().zh());
      if (index.find(initials).stream().noneMatch(it -> it.id().equals(item.id()))) {
        lost.add(item.name().zh() + " by " + initials);
      }
    }
    assertEquals(List.of(), lost);
  }

  private List<String> names(String typed) {
    return index.find(typed).stream().map(it -> it.name().zh()).toList();
  }

  private String first(String typed) {
    return names(typed).getFirst();
  }

  /** By the first reading of each character, whatever the index makes of it. */
  private static String initials(String name) {
    var initials = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      String[] readings = PinyinHelper.toHanyuPinyinStringArray(character);
      if (readings != null) {
        initials.append(readings[0].charAt(0));
      } else if (Character.isLetterOrDigit(character)) {
        initials.append(character);
      }
    }
    return initials.toString();
  }

  private static Catalogue.Item item(String id, String zh, String en) {
    return new Catalogue.Item(id, Text.of(zh, en), "公共服务", "社会保险", List.of(), List.of(), "", "");
  }

  private static List<Catalogue.Item> published() {
    Map<String, Catalogue.Item> items = new LinkedHashMap<>();
    try {
      for (String row : Files.readAllLines(HALL_FILES.resolve("items.csv"))) {
        String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
        if (!cells[0].equals("level")) {
          String id = cells[0] + "-" + cells[1];
          items.put(id, item(id, cells[3].replace("\"", ""), ""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(items.values());
  }
}
