package io.tidehall.server.hallfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedItemsTest {
  private static final String LONGEST = "在村庄、集镇规划区内的街道、广场、市场和车站等场所修建临时建筑物、构筑物和其他设施审批";

  @Test
  void thereAre56ItemsOfTownships48OfStreets14OfVillages() {
    assertEquals(118, PublishedItems.all().size());
    assertEquals(56, published(Level.TOWN).size());
    assertEquals(48, published(Level.STREET).size());
    assertEquals(14, published(Level.VILLAGE).size());
  }

  @Test
  void everyStreetItemIsATownshipItemToo() {
    Set<String> town = names(published(Level.TOWN));
    assertTrue(town.containsAll(names(published(Level.STREET))));
  }

  @Test
  void idsAreTheLevelAndThePublishedNumber() {
    assertEquals("最低生活保障", PublishedItems.find("town-8").orElseThrow().name().zh());
    assertEquals("最低生活保障", PublishedItems.find("street-3").orElseThrow().name().zh());
    assertEquals("开具居住地住址证明", PublishedItems.find("village-1").orElseThrow().name().zh());
  }

  @Test
  void theLongestNameHas43CharactersAndIsWhole() {
    assertEquals(43, LONGEST.length());
    assertEquals(LONGEST, PublishedItems.find("town-2").orElseThrow().name().zh());
    assertTrue(PublishedItems.all().stream().allMatch(item -> item.name().zh().length() <= 43));
  }

  @Test
  void aNameWithACommaIsOneName() {
    Item item = PublishedItems.find("town-12").orElseThrow();
    assertEquals("在土地承包经营期限内,对个别承包经营者之间承包的土地进行适当调整审核", item.name().zh());
    assertEquals("其他行政权力", item.type());
  }

  @Test
  void everyItemHasAnEnglishName() {
    for (Level level : Level.values()) {
      for (Item item : PublishedItems.of(level)) {
        assertTrue(item.name().en().matches("\\p{ASCII}+"), item.id() + " " + item.name());
      }
    }
  }

  @Test
  void all16GuidesAreFoundInTownshipsAndInStreets() {
    for (Level level : List.of(Level.TOWN, Level.STREET)) {
      long guided = PublishedItems.of(level).stream().filter(PublishedItemsTest::guided).count();
      assertEquals(16, guided, level.word());
    }
    assertTrue(PublishedItems.of(Level.VILLAGE).stream().noneMatch(PublishedItemsTest::guided));
  }

  @Test
  void aGuideStandsInTheFieldOfItsItem() {
    List<List<String>> guides = Csv.rows("guides.csv");
    List<List<String>> matches = Csv.rows("guide-items.csv");
    for (int i = 0; i < guides.size(); i++) {
      for (String id : matches.get(i).subList(2, 4)) {
        if (!id.isEmpty()) {
          assertEquals(guides.get(i).get(0), PublishedItems.find(id).orElseThrow().field(), id);
        }
      }
    }
  }

  @Test
  void aGuideTellsMaterialsStepsPromiseAndFee() {
    Guide guide = PublishedItems.find("town-9").orElseThrow().guide();
    assertEquals(List.of("本人申请"), guide.materials());
    assertEquals(6, guide.steps().size());
    assertEquals("40个工作日", guide.promise());
    assertEquals("免费", guide.fee());
  }

  @Test
  void aGuideWithoutAPublishedItemStandsAlone() {
    Item card = PublishedItems.find("guide-5").orElseThrow();
    assertEquals("老年证", card.name().zh());
    assertFalse(PublishedItems.isPublished("guide-5"));
  }

  @Test
  void idsAreUniqueInEachLevel() {
    for (Level level : Level.values()) {
      Set<String> ids = new HashSet<>();
      PublishedItems.of(level).forEach(item -> assertTrue(ids.add(item.id()), item.id()));
    }
  }

  private static boolean guided(Item item) {
    return !item.guide().equals(Guide.NONE);
  }

  private static List<Item> published(Level level) {
    return PublishedItems.of(level).stream()
        .filter(item -> PublishedItems.isPublished(item.id()))
        .toList();
  }

  private static Set<String> names(List<Item> items) {
    return items.stream().map(item -> item.name().zh()).collect(Collectors.toSet());
  }
}
