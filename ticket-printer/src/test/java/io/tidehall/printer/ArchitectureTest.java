package io.tidehall.printer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tidehall.printer");

  @Test
  void onlyTheSerialTransportKnowsTheSerialLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tidehall.printer.transport.serial")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fazecast..")
        .because(
            "a printer on TCP must not need a native library, and another one is one file away")
        .check(CLASSES);
  }

  @Test
  void noScreenNoPinsNoBrokerClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "com.pi4j..", "org.eclipse.paho..")
        .because("the printer is a box without a screen, and MQTT is the link's affair")
        .check(CLASSES);
  }

  @Test
  void layoutIsPure() {
    noClasses()
        .that()
        .resideInAPackage("io.tidehall.printer.slip")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.awt..",
            "java.net..",
            "java.nio.file..",
            "java.util.concurrent..",
            "io.tidehall.link..",
            "io.tidehall.printer.escpos..",
            "io.tidehall.printer.glyph..",
            "io.tidehall.printer.transport..",
            "io.tidehall.printer.agent..",
            "io.tidehall.printer.emulator..")
        .because("the same slip must give the same operations on every machine")
        .check(CLASSES);
  }

  @Test
  void theAgentDoesNotKnowTheEmulator() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.tidehall.printer.agent..",
            "io.tidehall.printer.escpos..",
            "io.tidehall.printer.transport..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tidehall.printer.emulator..")
        .because("what works on the emulator alone does not work")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("io.tidehall.printer.(*)..")
        .should()
        .beFreeOfCycles()
        .because("the pipeline has one direction")
        .check(CLASSES);
  }
}
