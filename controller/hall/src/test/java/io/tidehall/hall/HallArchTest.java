package io.tidehall.hall;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HallArchTest {
  private static final JavaClasses HALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tidehall.hall");

  private static final Set<String> READS_THE_WORLD =
      Set.of(
          "java.lang.System",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.time.ZoneId.systemDefault");
  private static final Set<String> UNORDERED =
      Set.of(
          "java.util.Map.of",
          "java.util.Map.ofEntries",
          "java.util.Map.copyOf",
          "java.util.Set.of",
          "java.util.Set.copyOf",
          "java.util.stream.Collectors.toSet",
          "java.util.stream.Collectors.toMap",
          "java.util.stream.Collectors.groupingBy",
          "java.util.stream.Collectors.toUnmodifiableSet",
          "java.util.stream.Collectors.toUnmodifiableMap",
          "java.lang.Object.hashCode",
          "java.lang.System.identityHashCode");
  private static final Set<String> LOCAL = Set.of("java.lang.String.formatted");

  @Test
  void theHallStandsAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.tidehall.hall..", "java..", "org.pcollections..", "org.jspecify.."))
        .because("the rules must outlive every library, and run in a test without any")
        .check(HALL);
  }

  @Test
  void theHallTouchesNothingOutside() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.nio..",
                "java.net..",
                "java.sql..",
                "java.util.concurrent..",
                "java.util.logging..",
                "java.util.random..",
                "java.lang.reflect.."))
        .orShould()
        .dependOnClassesThat(
            named(
                "java.lang.Thread",
                "java.lang.Process",
                "java.util.Random",
                "java.util.Timer",
                "java.time.Clock",
                "java.time.InstantSource"))
        .because("a replay must need nothing but the journal, and give the same hall on any thread")
        .check(HALL);
  }

  @Test
  void theHallAsksNoClockAndDrawsNoLots() {
    noClasses()
        .should()
        .accessTargetWhere(
            target(
                "the clock, the machine or chance",
                name ->
                    READS_THE_WORLD.contains(name)
                        || name.startsWith("java.lang.System.")
                        || (name.startsWith("java.time.") && name.endsWith(".now"))))
        .because("time and ids are arguments: a replay tomorrow must decide as today")
        .check(HALL);
  }

  @Test
  void nothingDependsOnTheOrderOfAHash() {
    noClasses()
        .should()
        .dependOnClassesThat(
            named(
                "java.util.HashMap",
                "java.util.HashSet",
                "java.util.IdentityHashMap",
                "java.util.WeakHashMap",
                "java.util.Hashtable",
                "org.pcollections.HashTreePMap",
                "org.pcollections.HashTreePSet"))
        .orShould()
        .accessTargetWhere(target("an unordered collection", UNORDERED::contains))
        .because("the order of a hash differs between two runs of the same program")
        .check(HALL);
  }

  @Test
  void noTextDependsOnTheMachinesLanguage() {
    noClasses()
        .should()
        .accessTargetWhere(target("a text in the default locale", LOCAL::contains))
        .because("numbers of tickets and reasons are for ever, wherever the controller runs")
        .check(HALL);
  }

  @Test
  void noPackagesOfAnyKindOfThing() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..manager..", "..model..", "..service..")
        .because("packages are features of a hall")
        .check(HALL);
  }

  @Test
  void featuresDoNotGoInCircles() {
    slices()
        .matching("io.tidehall.hall.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature should be readable after the ones it builds on")
        .check(HALL);
    noClasses()
        .that()
        .resideInAnyPackage("io.tidehall.hall.*..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are in the root package",
                (JavaClass it) -> it.getPackageName().equals("io.tidehall.hall")))
        .because("the root decides with the features and they do not know it")
        .check(HALL);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    List<String> banned = List.of(names);
    return DescribedPredicate.describe(
        "are one of " + banned, type -> banned.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> target(
      String what, java.util.function.Predicate<String> banned) {
    return DescribedPredicate.describe(
        what,
        access ->
            banned.test(access.getTargetOwner().getName() + "." + access.getTarget().getName()));
  }
}
