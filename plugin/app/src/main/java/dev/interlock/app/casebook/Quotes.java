package dev.interlock.app.casebook;

import dev.interlock.core.run.Entry.Kind;
import dev.interlock.engine.read.CommandLine;
import dev.interlock.engine.read.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people were told, word for word, each beside the one line of the journal that says that it
/// is told: what becomes of it afterwards needs no second copy.
final class Quotes {
  private final List<CommandLine> left;

  Quotes(List<CommandLine> commands) {
    this.left = new ArrayList<>(commands.stream().filter(each -> !each.told().isBlank()).toList());
  }

  /// The quote that belongs to a line; lines are asked in the order of the journal.
  Optional<String> take(JournalLine line) {
    Optional<CommandLine> mine =
        line.kind() == Kind.STEP
            ? left.stream().filter(command -> isAbout(line, command)).findFirst()
            : Optional.empty();
    mine.ifPresent(left::remove);
    return mine.map(CommandLine::told);
  }

  private static boolean isAbout(JournalLine line, CommandLine command) {
    return command.id().run().equals(line.run())
        && command.step().equals(line.step())
        && !command.decidedAt().isAfter(line.at());
  }
}
