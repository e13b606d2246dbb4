package io.tidehall.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ServerArchTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tidehall.server");

  @Test
  void onlyTheWebKnowsJavalin() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..server.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
        .because("HTTP is an edge: the rest must not notice when it changes")
        .check(SERVER);
  }

  @Test
  void onlyTheBrokerKnowsArtemis() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..server.broker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.activemq..", "io.netty..")
        .because("the embedded broker can be replaced by an external one")
        .check(SERVER);
  }

  @Test
  void onlyJournalAndReadModelKnowTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..server.journal..", "..server.readmodel..", "..server.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.h2..", "org.jdbi..", "org.flywaydb..", "java.sql..")
        .because("what is durable, and when, is decided in one place")
        .check(SERVER);
  }

  @Test
  void onlyForecastsAndWhatIfsKnowTheSimulator() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..server.forecast..", "..server.whatif..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tidehall.simulator..")
        .because("a ticket must never wait for a simulation: the rest sees only its newest result")
        .check(SERVER);
  }

  @Test
  void nobodyKnowsPaho() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.paho..")
        .because("the Link hides the MQTT client")
        .check(SERVER);
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .matching("io.tidehall.server.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle makes two packages one")
        .check(SERVER);
  }
}
