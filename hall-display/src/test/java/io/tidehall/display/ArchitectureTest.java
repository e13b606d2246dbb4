package io.tidehall.display;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tidehall.display");

  @Test
  void onlyViewsKnowJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..view..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .because("everything but the view is tested without a window")
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsPi4jOrPaho() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.pi4j..", "org.eclipse.paho..")
        .because("hardware and network stay behind their ports")
        .check(CLASSES);
  }

  @Test
  void boardCounterAndPadDoNotKnowEachOther() {
    slices()
        .matching("io.tidehall.display.(*)..")
        .should()
        .notDependOnEachOther()
        .because("a hall may have any of them without the others")
        .check(CLASSES);
  }

  @Test
  void whatIsShownNeverAsksTheMachinesClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("all screens of a hall go by the hall's clock")
        .check(CLASSES);
  }
}
