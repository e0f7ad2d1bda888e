package dev.interlock.app.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.contract.dsl.Operations;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import dev.interlock.verifier.RuleFailedException;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProgramTest {
  @TempDir private Path home;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @Test
  void printsItsVersionAlone() {
    var said = shell.run("--version");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).startsWith("interlock ").hasLineCount(1);
    assertThat(said.err()).isEmpty();
  }

  @Test
  void explainsItself() {
    var said = shell.run("--help");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("Usage: interlock", "workflow contracts", "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "verify",
        "simulate",
        "build",
        "plan",
        "apply",
        "plugins",
        "docs",
        "runs",
        "explain",
        "sandbox",
        "prove"
      })
  void everyCommandExplainsItselfWithItsExitCodes(String command) {
    var said = shell.run(command, "--help");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("Usage: interlock " + command, "Exit codes:", "it could not run");
    assertThat(said.err()).isEmpty();
  }

  private static CommandLine line(String... arguments) {
    var nowhere = new PrintWriter(new StringWriter());
    var surroundings =
        new Surroundings(Map.of(), Path.of("."), InstantSource.system(), Runnable::run, false);
    return Commands.line(surroundings, new Console(nowhere, nowhere, false), arguments);
  }

  private static String usage(CommandLine line) {
    return line.getSubcommands().values().stream()
        .map(ProgramTest::usage)
        .collect(Collectors.joining("\n", line.getUsageMessage(), ""));
  }

  @Test
  void aCommandThatIsMadeAloneIsAsItIsAmongAll() {
    var all = line().getSubcommands();

    assertThat(all).hasSizeGreaterThan(15);
    all.forEach((name, among) -> {
      var alone = line(name, "--help").getSubcommands();
      assertThat(alone).containsOnlyKeys(name);
      assertThat(usage(requireNonNull(alone.get(name)))).isEqualTo(usage(among));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "nonsense", "serv", "Serve", ""})
  void whatBeginsWithNoCommandIsAnsweredByAll(String first) {
    assertThat(line(first, "serve").getSubcommands()).hasSizeGreaterThan(15);
  }

  @Test
  void aServerThatCannotStartSaysSoWithAndWithoutAnythingToMakeOut() {
    shell.set("INTERLOCK_CONFIG", home.resolve("nowhere.properties"));

    var alone = shell.run("serve");
    var parsed = shell.run("serve", "--");

    assertThat(alone.exit()).isEqualTo(ExitCode.CANNOT_RUN);
    assertThat(alone.err()).startsWith("interlock: ").contains("nowhere.properties");
    assertThat(alone).isEqualTo(parsed);
  }

  /// A rule that never answers.
  private record Breaking() implements Rule {
    @Override
    public String id() {
      return "E-BREAKS";
    }

    @Override
    public String reason() {
      return "It never answers.";
    }

    @Override
    public Checked check(ContractSet set) {
      throw new IllegalStateException("nothing where something was");
    }
  }

  @Test
  void aRuleThatBreaksOffCouldNotRun() {
    var err = new StringWriter();
    var console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    var nothing = new ContractSet(Operations.business("Riverside Dental").build(), List.of());

    assertThatThrownBy(() -> Verifier.on(LocalDate.EPOCH).and(new Breaking()).verify(nothing))
        .isInstanceOfSatisfying(
            RuleFailedException.class,
            broken -> assertThat(Program.failed(broken, console)).isEqualTo(ExitCode.CANNOT_RUN));

    assertThat(err.toString())
        .startsWith("interlock: could not run: the rule E-BREAKS broke off (")
        .contains("please report it");
  }

  @Test
  void aDiskThatFailsIsNoFaultOfOurs() {
    var err = new StringWriter();
    var console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    var failing = new StoreException(Kind.DISK_FAILS, "the disk cannot be read or written");

    assertThat(Program.failed(new CompletionException(failing), console))
        .isEqualTo(ExitCode.CANNOT_RUN);
    assertThat(Program.failed(failing, console)).isEqualTo(ExitCode.CANNOT_RUN);

    assertThat(err.toString())
        .startsWith("interlock: could not go on: the disk cannot be read or written")
        .hasLineCount(2);
  }

  @Test
  void whatTheStoreCannotExplainIsAFault() {
    var console =
        new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);

    assertThat(Program.failed(new StoreException(Kind.OTHER, "no such table"), console))
        .isEqualTo(ExitCode.FAULT);
  }

  @Test
  void refusesAnUnknownWordWithExitCodeTwo() {
    var said = shell.run("--frobnicate");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("--frobnicate", "interlock --help").hasLineCount(2);
  }

  @Test
  void saysWhatItCanDoWhenItIsNotTold() {
    var said = shell.run();

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("Usage: interlock");
  }
}
