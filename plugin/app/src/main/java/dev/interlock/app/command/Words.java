package dev.interlock.app.command;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// Takes no empty argument: what a script has forgotten to fill in names nothing, and must not be
/// taken for everything.
final class Words implements IExecutionStrategy {
  private final IExecutionStrategy then = new RunLast();

  @Override
  public int execute(ParseResult parsed) {
    require(parsed);
    return then.execute(parsed);
  }

  private static void require(ParseResult parsed) {
    CommandLine command = parsed.commandSpec().commandLine();
    parsed.matchedArgs().stream()
        .filter(argument -> argument.originalStringValues().stream().anyMatch(String::isBlank))
        .findFirst()
        .ifPresent(argument -> {
          throw new ParameterException(command, name(argument) + " is empty");
        });
    parsed.subcommands().forEach(Words::require);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
