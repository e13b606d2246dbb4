package io.tidehall.server.hallfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.protocol.AccessList;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyHallsTest {
  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void aReadyHallHasNoProblem(String name) {
    var reading = HallFile.read(name + ".yaml", ReadyHalls.source(name));
    assertEquals("", reading instanceof HallFile.Wrong wrong ? wrong.text() : "");
  }

  @Test
  void theTownshipIsTheStandardHall() {
    var hall = ReadyHalls.township();
    var plan = hall.plan();
    assertEquals(5, windows(hall, WindowKind.COMPREHENSIVE));
    assertEquals(1, windows(hall, WindowKind.CERTIFICATE));
    assertEquals(1, windows(hall, WindowKind.ASSIST));
    assertEquals(1, windows(hall, WindowKind.RESOLUTION));
    assertEquals(2, windows(hall, WindowKind.DEDICATED));
    assertEquals(1, windows(hall, WindowKind.TIDAL));
    assertEquals(6, plan.clerks().size());
    assertEquals(2, plan.rules().clerkWindows(), "the resolution window shares a desk");
    assertEquals(
        List.of(WindowKind.TIDAL),
        plan.windows().stream()
            .filter(window -> !window.inService())
            .map(WindowPlan::kind)
            .toList());
  }

  @Test
  void theStreetHas16WindowsAndTheVillageOneDesk() {
    assertEquals(16, ReadyHalls.street().plan().windows().size());
    assertEquals(1, ReadyHalls.village().plan().windows().size());
  }

  @Test
  void theTrialHallIsTheTownshipOpenAtAnyHour() {
    Instant night = Instant.parse("2026-02-16T18:00:00Z");
    assertFalse(ReadyHalls.township().plan().openAt(night));
    assertTrue(ReadyHalls.trial().plan().openAt(night));
    assertEquals(ReadyHalls.township().plan().lines(), ReadyHalls.trial().plan().lines());
  }

  @Test
  void theTownshipIsAskedToOpenItsTidalWindowOnTheMorningOfAMarketDay() {
    // 2026-10-12 is the third day of the ninth lunar month.
    TideProposal proposal = proposed(LocalDate.of(2026, 10, 12)).orElseThrow();
    assertEquals(TideWish.Act.OPEN, proposal.act());
    assertEquals("按时刻表 08:30–11:30 开放", proposal.reason().zh());
    assertEquals(Optional.empty(), proposed(LocalDate.of(2026, 10, 13)));
  }

  /** What waits for a manager when the township opens on a day. */
  private static Optional<TideProposal> proposed(LocalDate day) {
    HallState state = HallState.empty();
    Instant at = day.atTime(8, 0).toInstant(ZoneOffset.ofHours(8));
    List<Command> commands =
        List.of(
            new Command.Configure(ReadyHalls.township().plan()),
            new Command.PassTime(),
            new Command.PassTime());
    for (int i = 0; i < commands.size(); i++) {
      var request = new Request("r" + i, Actor.system(), commands.get(i));
      state = Hall.step(state, request, at.plusSeconds(i * 15L * 60)).after();
    }
    return state.tides().findProposal(new WindowId("11"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "street"})
  void aReadyHallSaysWhatAUsualDayBringsToEachLine(String name) {
    var plan = ReadyHalls.read(name).plan();
    var demand = plan.tides().demand();
    for (Line line : plan.lines()) {
      assertTrue(demand.expected(line.id().value(), 510, 1050) > 0, line.zh());
    }
    double visitors = demand.lines().stream().mapToDouble(it -> it.daily()).sum();
    assertTrue(visitors >= 150 && visitors <= 800, "visitors a day: " + visitors);
  }

  @Test
  void withoutATidalWindowTheVillageHasNoTidalRule() {
    assertEquals(List.of(), ReadyHalls.village().plan().tides().windows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void everyPublishedItemIsReachedThroughExactlyOneLine(String name) {
    var hall = ReadyHalls.read(name);
    Map<String, Integer> lines = new HashMap<>();
    for (Line line : hall.plan().lines()) {
      line.items().forEach(item -> lines.merge(item, 1, Integer::sum));
    }
    for (Item item : PublishedItems.of(hall.level())) {
      assertEquals(1, lines.get(item.id()), item.id() + " " + item.name().zh());
    }
    assertEquals(PublishedItems.of(hall.level()).size(), lines.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void comprehensiveWindowsReachTheCoverage(String name) {
    assertTrue(Coverage.of(ReadyHalls.read(name).plan()).share() >= Coverage.TARGET);
  }

  @Test
  void aComprehensiveWindowWithoutALineLowersTheCoverageAndIsWarnedOf() {
    String narrow =
        ReadyHalls.source("township")
            .replace(
                "{number: 3, kind: comprehensive, lines: [A, B, C, D, E, F, G, H]}",
                "{number: 3, kind: comprehensive, lines: [A, B, C, D, E, F, G]}");
    var hall = ((HallFile.Ready) HallFile.read("narrow.yaml", narrow)).setup();
    Coverage coverage = Coverage.of(hall.plan());
    assertEquals(
        List.of("town-1", "town-2", "town-5", "guide-14"), coverage.missing(), "planning items");
    assertTrue(coverage.share() < Coverage.TARGET);
    assertEquals(1, hall.warnings(LocalDate.of(2025, 3, 1)).size());
    assertEquals(List.of(), ReadyHalls.township().warnings(LocalDate.of(2025, 3, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void theCatalogueSpeaksBothLanguagesAndPassesTheContract(String name) {
    Catalogue catalogue = ReadyHalls.read(name).catalogue(7);
    assertEquals(7, ((Catalogue) (Message) catalogue).seq());
    for (Catalogue.Line line : catalogue.lines()) {
      assertTrue(line.name().en().matches("\\p{ASCII}+"), line.name().toString());
      assertTrue(line.name().en().length() <= 40, line.name().en() + " must fit a tile");
    }
    assertEquals(8, catalogue.greens().size());
    assertEquals(
        List.of(5, 4, 3, 2, 1),
        catalogue.ratings().stream().map(Catalogue.RatingLevel::level).toList());
    assertTrue(catalogue.ratings().stream().allMatch(level -> level.labels().size() == 8));
  }

  @Test
  void theItemWith43CharactersIsInTheTownshipCatalogue() {
    assertTrue(
        ReadyHalls.township().catalogue().items().stream()
            .anyMatch(item -> item.name().zh().length() == 43));
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void everyWindowHasADisplayAndAPadAndEveryDeviceAnAccessList(String name) {
    var hall = ReadyHalls.read(name);
    for (WindowPlan window : hall.plan().windows()) {
      for (DeviceRole role : List.of(DeviceRole.COUNTER_DISPLAY, DeviceRole.RATING_PAD)) {
        assertEquals(
            1,
            hall.devices().stream()
                .filter(it -> it.role() == role && window.id().value().equals(it.window()))
                .count());
      }
    }
    hall.devices().forEach(it -> AccessList.of(it.id(), it.role(), it.window()));
    assertTrue(
        hall.devices().contains(new HallDevice("kiosk-1", DeviceRole.KIOSK, null, "printer-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void somebodyMayRunTheHall(String name) {
    var accounts = ReadyHalls.read(name).accounts();
    assertTrue(accounts.stream().anyMatch(it -> it.roles().contains(Account.Role.MANAGER)));
    assertTrue(accounts.stream().anyMatch(it -> it.roles().contains(Account.Role.ADMIN)));
  }

  private static long windows(HallSetup hall, WindowKind kind) {
    return hall.plan().windows().stream().filter(window -> window.kind() == kind).count();
  }
}
