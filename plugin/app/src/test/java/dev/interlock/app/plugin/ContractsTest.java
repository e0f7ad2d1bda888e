package dev.interlock.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Loading.Faulty;
import dev.interlock.app.plugin.Loading.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
  private static final String BUSINESS =
      """
      package acme;

      import static dev.interlock.contract.dsl.Operations.business;

      import dev.interlock.contract.BusinessOperation;
      import dev.interlock.contract.model.Operation;

      public final class Acme implements BusinessOperation {
        public Operation operation() {
          return business("Acme").build();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void loadsTheLibraryAsAPluginJar() {
    LibraryJar.in(folder);

    var set = loaded(folder).set();

    assertThat(set.operation().name()).isEqualTo("Riverside Dental");
    assertThat(set.contracts())
        .extracting(contract -> contract.id().text())
        .containsExactly("appointment-reminders", "missed-call-text-back", "speed-to-lead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.interlock.app.Main",
        "dev.interlock.core.Decider",
        "dev.interlock.crm.Crm",
        "dev.interlock.library.DentalPractice",
        "okhttp3.OkHttpClient",
        "kotlin.Unit",
        "picocli.CommandLine",
        "org.slf4j.Logger"
      })
  void aContractInAJarSeesNothingOfOursButTheContractModule(String name) throws IOException {
    write("Acme.java", BUSINESS);
    write("Curious.java", curious("Class.forName(\"" + name + "\")"));
    var jar = compiledJar();

    assertThat(faults(jar))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.spot().file()).endsWith("acme.jar!/Curious.java");
          assertThat(fault.message()).contains("ClassNotFoundException", name);
        });
  }

  @Test
  void aContractInAJarSeesTheContractModuleAndTheJdk() throws IOException {
    write("Acme.java", BUSINESS);
    write(
        "Curious.java",
        curious(
            """
            new Object[] {
              Class.forName("java.util.List"),
              Class.forName("java.sql.Connection"),
              Class.forName("dev.interlock.contract.dsl.Workflows")
            }\
            """));

    assertThat(faults(compiledJar()))
        .extracting(Fault::message)
        .containsExactly("contract() of Curious throws java.lang.IllegalStateException: seen");
  }

  @Test
  void sourceFilesThatUseMoreThanTheContractModuleDoNotCompile() throws IOException {
    write("Acme.java", BUSINESS);
    write(
        "Curious.java",
        curious("Object.class").replace("class Curious", "class Curious extends okhttp3.Request"));

    assertThat(faults(folder))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.spot().file()).endsWith("Curious.java");
          assertThat(fault.spot().line()).isEqualTo(6);
          assertThat(fault.message()).contains("package okhttp3 does not exist");
        });
  }

  @Test
  void aSentenceWithAPartMissingIsFoundAtItsLine() throws IOException {
    write("Acme.java", BUSINESS);
    write(
        "Half.java",
        """
        package acme;

        import static dev.interlock.contract.dsl.Workflows.workflow;

        import dev.interlock.contract.WorkflowContract;
        import dev.interlock.contract.model.Contract;

        public final class Half implements WorkflowContract {
          public Contract contract() {
            return workflow("half")
                .title("Half")
                .build();
          }
        }
        """);

    assertThat(faults(folder))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.toString()).startsWith(folder.resolve("Half.java") + ":12:");
          assertThat(fault.message()).contains("cannot find symbol", "build()", "Needs");
          assertThat(fault.help()).isEqualTo("the sentence goes on here with .owner(...).");
        });
  }

  @Test
  void aSentenceThatMeansNothingIsFoundAtItsLine() throws IOException {
    write("Acme.java", BUSINESS.replace("business(\"Acme\")", "\n        business(\" \")"));

    assertThat(faults(folder))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.spot().file()).isEqualTo(folder.resolve("Acme.java").toString());
          assertThat(fault.spot().line()).isPositive();
          assertThat(fault.message()).contains("an operation's name");
        });
  }

  @Test
  void aFolderWithoutContractsIsNamed() {
    assertThatThrownBy(() -> Contracts.load(List.of(folder)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageStartingWith(folder + " has no plugin jar and no .java file in it");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Contracts.load(List.of(folder.resolve("nowhere"))))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("nowhere is not there");
  }

  @Test
  void aJarThatIsNoneIsAFault() throws IOException {
    var jar = Files.writeString(folder.resolve("broken.jar"), "not a jar");

    assertThat(faults(folder))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo(Fault.Kind.UNREADABLE);
          assertThat(fault.toString()).startsWith(jar + ": it is no jar, or not all of it");
        });
  }

  @Test
  void twoBusinessesAreAFault() throws IOException {
    LibraryJar.in(folder);
    write("Acme.java", BUSINESS);

    assertThat(faults(folder))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("a second BusinessOperation"));
  }

  @Test
  void twoContractsOfOneNameAreAFault() {
    var jar = LibraryJar.in(folder);
    var other = folder.resolve("other");

    assertThat(faults(jar, LibraryJar.in(make(other))))
        .extracting(Fault::message)
        .anySatisfy(words ->
            assertThat(words).startsWith("speed-to-lead is already the name of a contract in"));
  }

  @Test
  void whatCannotRunIsSaidInOneException() throws IOException {
    write("Acme.java", BUSINESS);

    assertThatThrownBy(() -> Contracts.require(List.of(folder)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("there is no WorkflowContract");
  }

  private static String curious(String expression) {
    return """
    package acme;

    import dev.interlock.contract.WorkflowContract;
    import dev.interlock.contract.model.Contract;

    public final class Curious implements WorkflowContract {
      public Contract contract() {
        try {
          Object seen = %s;
        } catch (ClassNotFoundException missing) {
          throw new IllegalStateException(missing);
        }
        throw new IllegalStateException("seen");
      }
    }
    """
        .formatted(expression);
  }

  /// The source files in the folder as a jar, made the way an author's build makes one.
  private Path compiledJar() throws IOException {
    var classes = make(folder.resolve("classes"));
    var sources = List.of(folder.resolve("Acme.java"), folder.resolve("Curious.java"));
    if (!(Compiler.compile(sources)
        instanceof Compiler.Compiled.Classes(Map<String, byte[]> all, _))) {
      throw new AssertionError("does not compile");
    }
    for (var entry : all.entrySet()) {
      var file = classes.resolve(entry.getKey().replace('.', '/') + ".class");
      make(file.resolveSibling(""));
      Files.write(file, entry.getValue());
    }
    var services = make(classes.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve("dev.interlock.contract.BusinessOperation"), "acme.Acme");
    Files.writeString(services.resolve("dev.interlock.contract.WorkflowContract"), "acme.Curious");
    return LibraryJar.jar(folder.resolve("acme.jar"), classes);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new java.io.UncheckedIOException(problem);
    }
  }

  private static Loaded loaded(Path... paths) {
    return switch (Contracts.load(List.of(paths))) {
      case Loaded loaded -> loaded;
      case Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Fault> faults(Path... paths) {
    return switch (Contracts.load(List.of(paths))) {
      case Loaded loaded -> throw new AssertionError(loaded);
      case Faulty(var faults) -> faults;
    };
  }
}
