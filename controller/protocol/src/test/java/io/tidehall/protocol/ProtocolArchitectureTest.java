package io.tidehall.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What keeps the contract a contract. */
class ProtocolArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tidehall.protocol");

  @Test
  void theContractKnowsNothingButJson() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.tidehall.protocol..",
            "org.jspecify..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..")
        .because("devices and hall share this module, and must share nothing else through it")
        .check(CLASSES);
  }

  @Test
  void onlyTheCodecReadsAndWrites() {
    noClasses()
        .that(HasName.Predicates.nameMatching("io\\.tidehall\\.protocol\\.(?!Codec).*"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because("a change of the JSON library must be a change of one class")
        .check(CLASSES);
  }

  @Test
  void messagesAreRecords() {
    classes()
        .that()
        .implement(Message.class)
        .or()
        .implement(Act.class)
        .or()
        .implement(HallAnswer.Reply.class)
        .should()
        .beRecords()
        .because("a message is a value that was checked when it was made")
        .check(CLASSES);
  }

  @Test
  void noMessageLooksAtTheClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .because("time is an argument, or nothing could be repeated")
        .check(CLASSES);
  }
}
