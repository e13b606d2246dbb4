package io.tidehall.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SimulatorArchTest {
  private static final JavaClasses SIMULATOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tidehall.simulator");

  @Test
  void nothingDependsOnTheClock() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .because("the same scenario and seed must give the same figures on any machine")
        .check(SIMULATOR);
  }

  @Test
  void theSimulatorKnowsOnlyTheRules() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tidehall.server..", "io.tidehall.protocol..", "io.tidehall.link..")
        .because("it runs the production rules, and the server may use its forecasts")
        .check(SIMULATOR);
  }

  @Test
  void onlyEdgesKnowTheirLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..scenario..", "..drive..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because("JSON is read and written at the edges")
        .check(SIMULATOR);
    noClasses()
        .that()
        .resideOutsideOfPackage("..command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "org.knowm..", "java.awt..")
        .because("whoever forecasts needs neither a command line nor charts")
        .check(SIMULATOR);
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices()
        .matching("io.tidehall.simulator.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package should be readable after the ones it builds on")
        .check(SIMULATOR);
  }
}
