package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.verifier.walk.StepTree;
import java.util.function.ToLongFunction;

/// The most that one run can ask of the CRM, on the longest way through it: the way to a handler
/// and the handler's own way are added up.
public final class Effort {
  private final ToLongFunction<Step> weight;

  private Effort(ToLongFunction<Step> weight) {
    this.weight = weight;
  }

  /// Calls: one for each thing that is done, one to read the contact on entry, before each message
  /// and around each stage move, and one to read back what an exit left.
  public static long calls(Contract contract) {
    return 1 + new Effort(step -> calls(contract, step)).of(contract);
  }

  /// Messages by the channel.
  public static long messages(Contract contract, Channel channel) {
    return new Effort(
            step -> step instanceof Step.Send send && send.message().channel() == channel ? 1 : 0)
        .of(contract);
  }

  private long of(Contract contract) {
    long handled =
        contract.handlers().stream().mapToLong(handler -> path(handler.path(), 0)).max().orElse(0);
    return path(contract.path(), 0) + handled;
  }

  private long path(Path path, long next) {
    long then = next;
    for (Step step : path.steps().reversed()) {
      then = step(step, then);
    }
    return then;
  }

  private long step(Step step, long next) {
    return switch (step) {
      case Step.Leave _ -> weight.applyAsLong(step);
      case Step.Repeat repeat -> {
        long then = next;
        for (int turn = 0; turn < repeat.times(); turn++) {
          then = path(repeat.body(), then);
        }
        yield then;
      }
      case Step.Send _, Step.Act _, Step.Wait _ -> weight.applyAsLong(step) + longest(step, next);
      case Step.Await _, Step.Branch _, Step.Split _ -> longest(step, next);
    };
  }

  private long longest(Step step, long next) {
    return StepTree.limbs(step).stream()
        .mapToLong(limb -> path(limb.path(), next))
        .reduce(next, Math::max);
  }

  private static long calls(Contract contract, Step step) {
    return switch (step) {
      case Step.Send _ -> 2;
      case Step.Act(_, Action.MoveTo _, _, _, _) -> 3;
      case Step.Act _ -> 1;
      case Step.Leave(var exit, _) -> contract.exit(exit).map(Effort::calls).orElse(0L);
      case Step.Wait _, Step.Await _, Step.Branch _, Step.Split _, Step.Repeat _ -> 0;
    };
  }

  private static long calls(Exit exit) {
    int done = exit.leaves().size() + TaskLeft.tickedOffBy(exit).size() + exit.notifies().size();
    return exit.leaves().isEmpty() ? done : done + 1;
  }
}
