package io.tidehall.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tidehall.link.PersonHash;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tidehall.kiosk");

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
  void flowsArePure() {
    noClasses()
        .that()
        .resideInAPackage("..kiosk..flow..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("..view..", "java.io..", "java.nio..", "java.util.concurrent..")
        .because("what a screen does must depend on what happened and on nothing else")
        .check(CLASSES);
  }

  @Test
  void onlyTheReadersLineKnowsTheSerialLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tidehall.kiosk.reader.serial")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fazecast..")
        .because("a kiosk without a reader must not need a native library")
        .check(CLASSES);
  }

  @Test
  void flowsAndViewsSeeNoNumber() {
    noClasses()
        .that()
        .resideInAnyPackage("..flow..", "..view..")
        .and()
        .resideOutsideOfPackage("..kiosk.reader..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..kiosk.reader..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(PersonHash.class)
        .because("a number becomes a hash before anything can show, keep or log it")
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsPi4jHere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.pi4j..")
        .because("buttons come through the port in the device module")
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependInCircles() {
    slices()
        .matching("io.tidehall.kiosk.(**)")
        .should()
        .beFreeOfCycles()
        .because("each package can then be read and replaced alone")
        .check(CLASSES);
  }
}
