package dev.interlock.app.command;

import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Release;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `interlock` itself: says what it can do, and leaves the doing to its subcommands.
@Command(
    name = "interlock",
    description = "Runs workflow contracts on a CRM, and explains what happened and why.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = InterlockCommand.Version.class,
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:the answer is no: findings, a proof line that does not hold, nobody of that name",
      "2:it could not run: wrong words, a setting missing or wrong, a port that is taken",
      "3:a fault of Interlock itself"
    })
final class InterlockCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  InterlockCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(console.err());
    return ExitCode.CANNOT_RUN;
  }

  /// The version that the build wrote into the jar's manifest.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"interlock " + Release.version()};
    }
  }
}
