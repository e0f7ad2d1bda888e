package dev.interlock.core.run;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.PurposeName;
import java.util.List;

/// Something that the shell has to carry out and report on. Texts are templates still.
///
/// @param step the step or exit that wants it, for the journal
/// @param retries how often to try again after a passing fault
public record Command(CommandId id, String step, int retries, Doing doing) {

  /// What is to be done.
  public sealed interface Doing {}

  /// Write to the contact.
  public record Say(Message message, PurposeName purpose) implements Doing {}

  /// Do something in the CRM, or tell somebody.
  public record Perform(Action action) implements Doing {}

  /// Make one promise of an exit true; doing it twice does no harm.
  public record Ensure(Leaves leaves) implements Doing {}

  /// Tell somebody how the run ended.
  public record Tell(Assignee whom, String text) implements Doing {}

  /// Tick off these tasks, as the CRM numbers them.
  public record TickOff(List<String> tasks) implements Doing {
    public TickOff {
      tasks = List.copyOf(tasks);
    }
  }

  /// Read the contact back, with whatever the promises are about.
  public record ReadBack(ExitName exit, List<Leaves> promises) implements Doing {
    public ReadBack {
      promises = List.copyOf(promises);
    }
  }
}
