package dev.interlock.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What holds in every class of ours, and what holds in the pure modules only.
class HouseRulesTest {
  private static final String[] PURE = {
    "dev.interlock.contract..",
    "dev.interlock.core..",
    "dev.interlock.verifier..",
    "dev.interlock.handbook..",
    "dev.interlock.crm.inventory..",
    "dev.interlock.app.preflight.."
  };
  private static final Pattern TIME_OR_CHANCE =
      Pattern.compile(
          """
          java\\.time\\.(\\w+\\.now|Clock\\.(system|tick)\\w*)\\(.*\\)\
          |java\\.time\\.InstantSource\\.system\\(\\)\
          |java\\.time\\.ZoneId\\.systemDefault\\(\\)\
          |java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)\
          |java\\.util\\.Date\\.<init>\\(\\)\
          |java\\.util\\.UUID\\.randomUUID\\(\\)\
          |java\\.lang\\.Math\\.random\\(\\)\
          |java\\.util\\.(Splittable)?Random\\.<init>\\(\\)\
          |java\\.util\\.concurrent\\.ThreadLocalRandom\\..*\
          |java\\.security\\.SecureRandom\\..*\
          """);
  private static final Pattern TERMINAL = Pattern.compile("java\\.lang\\.System\\.(in|out|err)");
  private static final Pattern ENVIRONMENT = Pattern.compile("java\\.lang\\.System\\.getenv\\(.*");

  @Test
  void everyPackageIsNullMarked() {
    var unmarked =
        Modules.classes().stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(each -> each.getName());

    assertThat(unmarked)
        .as("packages without a package-info.java that is @NullMarked and says what they are for")
        .isEmpty();
  }

  @Test
  void theContractModuleKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.interlock.contract..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.interlock.contract..", "java..", "org.jspecify.annotations")
        .because("whoever writes a contract should need to know nothing else")
        .check(Modules.classes());
  }

  @Test
  void onlyThoseWhoCallOutKnowTheHttpClientAndWithItKotlin() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.interlock.crm.highlevel..", "dev.interlock.engine.callout..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "kotlin..")
        .because("the client can be replaced as long as two packages know it")
        .check(Modules.classes());
  }

  @Test
  void pureModulesNeitherLogNorStoreNorCall() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..", "java.sql..", "javax.sql..", "java.net.http..")
        .because("pure code returns what it knows")
        .check(Modules.classes());
  }

  @Test
  void pureModulesAreToldTheTime() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .accessTargetWhere(matches("reads a clock or rolls dice", TIME_OR_CHANCE))
        .because("the same input must always give the same answer")
        .check(Modules.classes());
  }

  @Test
  void theCoreHasNoThreadsAndNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("dev.interlock.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.nio.file..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .because("a decision is a function, so that it can be replayed and explored")
        .check(Modules.classes());
  }

  @Test
  void nobodyUsesTheLoggingOfTheJdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "java.lang.System$Logger..")
        .because("there is one way to log, and it is SLF4J")
        .check(Modules.classes());
  }

  @Test
  void onlyTheAppSpeaksToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.interlock.app..")
        .should()
        .accessTargetWhere(matches("is the terminal", TERMINAL))
        .because("stdout belongs to the command line, and must stay fit for pipes")
        .check(Modules.classes());
  }

  @Test
  void nobodyPrintsStackTraces() {
    noClasses()
        .should()
        .callMethod(Throwable.class, "printStackTrace")
        .because("an error is logged once, where it is handled")
        .check(Modules.classes());
  }

  @Test
  void onlyTheAppReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.interlock.app..")
        .should()
        .accessTargetWhere(matches("is the environment", ENVIRONMENT))
        .because("below the app, constructors take what they need")
        .check(Modules.classes());
  }

  private static DescribedPredicate<JavaAccess<?>> matches(String words, Pattern pattern) {
    return describe(words, access -> pattern.matcher(access.getTarget().getFullName()).matches());
  }
}
