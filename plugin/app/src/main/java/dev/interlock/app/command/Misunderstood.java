package dev.interlock.app.command;

import dev.interlock.app.settings.Nearest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with words that somebody typed, to somebody who knows no Java.
final class Misunderstood {
  private static final int NEAR = 2;

  private Misunderstood() {}

  static String words(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      return unknown(unmatched.getCommandLine(), unmatched.getUnmatched().getFirst());
    }
    return Optional.ofNullable(problem.getArgSpec())
        .flatMap(argument -> value(argument, problem))
        .orElseGet(() -> Objects.requireNonNullElse(problem.getMessage(), ""));
  }

  private static String unknown(CommandLine line, String word) {
    Map<String, CommandLine> known = line.getSubcommands();
    if (known.isEmpty() || !line.getCommandSpec().positionalParameters().isEmpty()) {
      return "nothing is known to do with '" + word + "'";
    }
    String kind = line.getCommandSpec().name().equals("order") ? "order" : "command";
    return "there is no "
        + kind
        + " "
        + word
        + Nearest.within(NEAR, word, known.keySet())
            .map(meant -> "; did you mean " + meant + "?")
            .or(() -> inside(known, word))
            .orElse("");
  }

  private static Optional<String> inside(Map<String, CommandLine> known, String word) {
    return known.values().stream()
        .filter(command -> command.getSubcommands().containsKey(word))
        .map(command -> command.getCommandSpec().qualifiedName() + " " + word)
        .map(meant -> "; `" + meant + "` may be meant")
        .findFirst();
  }

  private static Optional<String> value(ArgSpec argument, ParameterException problem) {
    String value = problem.getValue();
    if (value == null) {
      return Optional.empty();
    }
    Class<?> type = argument.type();
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    if (type == int.class || type == long.class) {
      return Optional.of("'%s' is no whole number (%s)".formatted(value, name));
    }
    if (type == URI.class) {
      return Optional.of("'%s' is no address; one is http://127.0.0.1:8080".formatted(value));
    }
    if (type == OrderCommand.Happened.class) {
      return Optional.of("'%s' is neither yes nor no (%s)".formatted(value, name));
    }
    return Optional.empty();
  }
}
