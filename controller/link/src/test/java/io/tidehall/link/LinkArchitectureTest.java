package io.tidehall.link;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What keeps the network behind one port. */
class LinkArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tidehall.link");

  @Test
  void onlyThePahoClassesKnowPaho() {
    noClasses()
        .that()
        .haveNameNotMatching("io\\.tidehall\\.link\\.Paho.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.paho..")
        .because("the client's last release is from 2020 and may have to be replaced")
        .check(CLASSES);
  }

  @Test
  void thePublicFaceShowsNoPaho() {
    noClasses()
        .that()
        .arePublic()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.eclipse.paho.mqttv5.client.MqttAsyncClient")
        .because("who uses the link must not see what is behind it")
        .check(CLASSES);
  }

  @Test
  void theLinkDependsOnTheContractAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.net..",
            "javax.crypto..",
            "io.tidehall.link..",
            "io.tidehall.protocol..",
            "org.eclipse.paho.mqttv5..",
            "org.jspecify..",
            "org.slf4j..")
        .because("every device carries this module")
        .check(CLASSES);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .because("a thread that sleeps cannot be closed, and a test cannot drive it")
        .check(CLASSES);
  }
}
