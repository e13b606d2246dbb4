package io.tidehall.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  private static final Sizes MOMENT =
      new Sizes(2, 5, 20, 1, 4, 1, 20, 30, 0, 1, 20, 1, 2, 400, 30, 4, 20, 2, 20, 3, 2, 20);

  @Test
  void everyPartMeasuresWhatItSaysAndPrintsFloorRatioAndTarget(@TempDir Path folder)
      throws Exception {
    var bytes = new ByteArrayOutputStream();
    List<Figure> figures;
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      figures = Bench.run(out, folder, MOMENT, null, "abcde");
    }
    assertEquals(
        List.of(5, 5, 5, 5, 20, 1, 20, 20), figures.stream().limit(8).map(Figure::count).toList());
    assertEquals(10, figures.size());
    assertTrue(figures.get(8).name().startsWith("(e) restart in a day of 30 tickets"));
    assertTrue(figures.getLast().count() > 4 * 30, "issue, call, arrival and end of each");
    for (Figure figure : figures) {
      Double floor = figure.floor();
      assertTrue(figure.value() > 0 && floor != null && floor > 0, figure::toString);
      assertTrue(bytes.toString(StandardCharsets.UTF_8).contains(figure.line()));
    }
  }

  @Test
  void theHallsThinkingIsMeasuredAgainstItsTargets(@TempDir Path folder) throws Exception {
    var bytes = new ByteArrayOutputStream();
    List<Figure> figures;
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      figures = Bench.run(out, folder, MOMENT, null, "fgh");
    }
    assertEquals(List.of(1, 1, 1, 2), figures.stream().map(Figure::count).toList());
    assertEquals(3, figures.stream().filter(it -> it.met() != null).count());
    assertTrue(figures.get(2).name().matches("\\(g\\) a forecast for all [1-9]\\d+ waiting.*"));
    for (Figure figure : figures) {
      assertTrue(figure.value() > 0, figure::toString);
      assertTrue(bytes.toString(StandardCharsets.UTF_8).contains(figure.line()));
    }
  }

  @Test
  void theRunningForecastIsMeasuredBesideTheWriter(@TempDir Path folder) throws Exception {
    var bytes = new ByteArrayOutputStream();
    List<Figure> figures;
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      figures = Bench.run(out, folder, MOMENT, null, "i");
    }
    assertEquals(4, figures.size());
    assertTrue(figures.getFirst().name().matches("\\(i\\) one forecast .* [45]\\d\\d waiting"));
    assertTrue(figures.stream().allMatch(it -> it.met() != null));
    for (Figure figure : figures) {
      assertTrue(figure.value() >= 0, figure::toString);
      assertTrue(bytes.toString(StandardCharsets.UTF_8).contains(figure.line()));
    }
  }

  @Test
  void callsOfAFullHallAreCountedAndScreensAreWatched(@TempDir Path folder) throws Exception {
    var bytes = new ByteArrayOutputStream();
    List<Figure> figures;
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      figures = Bench.run(out, folder, MOMENT, null, "jklm");
    }
    assertEquals(
        List.of(80, 120, 80, 80, 20, 20, 20, 2, 2, 20, 20),
        figures.stream().map(Figure::count).toList());
    assertEquals(
        4, figures.stream().filter(it -> it.target().equals("0") && it.value() == 0).count());
    for (Figure figure : figures) {
      assertTrue(bytes.toString(StandardCharsets.UTF_8).contains(figure.line()));
    }
  }

  @Test
  void ticketsOfKiosksAreCountedAndTheirPaperIsAwaited(@TempDir Path folder) throws Exception {
    var bytes = new ByteArrayOutputStream();
    List<Figure> figures;
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      figures = Bench.run(out, folder, MOMENT, null, "nopq");
    }
    assertEquals(
        List.of(20, 20, 20, 20, 3, 3, 1, 1, 20), figures.stream().map(Figure::count).toList());
    assertEquals(
        2, figures.stream().filter(it -> it.target().equals("0") && it.value() == 0).count());
    assertEquals(true, figures.getLast().met(), figures.getLast().line());
    for (Figure figure : figures) {
      assertTrue(bytes.toString(StandardCharsets.UTF_8).contains(figure.line()));
    }
  }

  @Test
  void aPercentileIsTheNearestRank() {
    var sample = new Sample();
    for (int millis = 100; millis >= 1; millis--) {
      sample.add(millis * 1_000_000L);
    }
    assertEquals(50, sample.millis(0.5));
    assertEquals(99, sample.millis(0.99));
    assertEquals(100, sample.millis(1));
  }

  @Test
  void aTimeBeyondSoManyFloorsDoesNotMeetTheTarget() {
    assertEquals(true, Figure.atMost("f", 4, 2, "floor", 2, 1).met());
    assertEquals(false, Figure.atMost("f", 4.1, 2, "floor", 2, 1).met());
  }

  @Test
  void onlyThePlainClientTalksToPaho() {
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveSimpleName("PlainClient")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.paho..")
        .because("devices are measured as they are, by the link; the floor alone is a plain client")
        .check(new ClassFileImporter().importPackages("io.tidehall.bench"));
  }
}
