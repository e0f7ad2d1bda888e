package dev.interlock.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The picture of the modules in `docs/decisions/0002-module-cut.md`, as a test.
class ModuleArrowsTest {
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("contract", Set.of()),
          Map.entry("core", Set.of("contract")),
          Map.entry("simulation", Set.of("contract", "core")),
          Map.entry("verifier", Set.of("contract", "core", "simulation")),
          Map.entry("handbook", Set.of("contract", "core", "verifier")),
          Map.entry("crm", Set.of("contract")),
          Map.entry("crm-highlevel", Set.of("contract", "crm")),
          Map.entry("sandbox", Set.of("contract", "crm", "crm-highlevel")),
          Map.entry("engine", Set.of("contract", "core", "crm")),
          Map.entry("testkit", Set.of("contract", "core", "simulation", "verifier", "engine")),
          Map.entry("library", Set.of("contract")),
          Map.entry(
              "app",
              Set.of(
                  "contract",
                  "core",
                  "simulation",
                  "verifier",
                  "handbook",
                  "crm",
                  "crm-highlevel",
                  "sandbox",
                  "engine",
                  "testkit",
                  "library")));

  static Set<String> modules() {
    return new TreeSet<>(MAY_USE.keySet());
  }

  @Test
  void everyModuleHasItsPlaceInThePicture() {
    assertThat(Modules.names()).hasSameElementsAs(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleUsesOnlyModulesThatItMayUse(String module) {
    var allowed = new TreeSet<>(MAY_USE.getOrDefault(module, Set.of()));
    allowed.add(module);

    noClasses()
        .that(are(module))
        .should()
        .dependOnClassesThat(
            describe(
                "are ours, but outside of " + allowed,
                other -> isOurs(other) && !allowed.contains(moduleOf(other))))
        .because("arrows between modules point at contract, and nowhere back")
        .check(Modules.classes());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleKeepsToItsOwnPackages(String module) {
    classes()
        .should()
        .resideInAPackage(Modules.packageOf(module) + "..")
        .because("a package in two modules belongs to neither")
        .check(new ClassFileImporter().importPath(Modules.compiled(module)));
  }

  private static DescribedPredicate<JavaClass> are(String module) {
    return describe("are in " + module, each -> isOurs(each) && moduleOf(each).equals(module));
  }

  private static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith("dev.interlock.");
  }

  /// The module with the longest fitting package: `crm.highlevel` is a module beside `crm`.
  private static String moduleOf(JavaClass type) {
    return MAY_USE.keySet().stream()
        .filter(module -> (type.getPackageName() + ".").startsWith(Modules.packageOf(module) + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse("no module");
  }
}
