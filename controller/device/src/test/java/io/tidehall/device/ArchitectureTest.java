package io.tidehall.device;

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
          .importPackages("io.tidehall.device");

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
  void onlyPiPackagesKnowPi4j() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..pi..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.pi4j..")
        .because("the next Pi4J is to be one file's change")
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependInCircles() {
    slices()
        .matching("io.tidehall.device.(**)")
        .should()
        .beFreeOfCycles()
        .because("each package can then be read and replaced alone")
        .check(CLASSES);
  }
}
