package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Step.Choice;
import dev.interlock.contract.model.StepName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been said of a branch or a wait for a moment so far.
final class Branches {
  private Branches() {}

  record Begun(StepName name, Position position) implements Branching.NeedsCondition {
    @Override
    public ChoiceOpen when(Condition guard) {
      return new Asked(this, List.of(), Optional.empty()).when(guard);
    }
  }

  record Asked(Begun begun, List<Choice> choices, Optional<Path> unknown)
      implements Branching.NeedsOtherwise {
    @Override
    public ChoiceOpen when(Condition guard) {
      return new OpenChoice(this, guard, "", Position.ofCaller());
    }

    @Override
    public NeedsOtherwise whenUnknown(Step first, Step... more) {
      return new Asked(begun, choices, Optional.of(new Path(Drafts.both(first, more))));
    }

    @Override
    public Step.Branch otherwise(Step first, Step... more) {
      return closed(new Path(Drafts.both(first, more)));
    }

    @Override
    public Step.Branch otherwiseGoOn() {
      return closed(Path.nothing());
    }

    private Asked with(Choice choice) {
      List<Choice> more = new ArrayList<>(choices);
      more.add(choice);
      return new Asked(begun, List.copyOf(more), unknown);
    }

    private Step.Branch closed(Path otherwise) {
      return new Step.Branch(begun.name(), choices, otherwise, unknown, "", begun.position());
    }
  }

  record OpenChoice(Asked asked, Condition guard, String reason, Position position)
      implements Branching.ChoiceOpen {
    @Override
    public ChoiceOpen because(String why) {
      return new OpenChoice(asked, guard, why, position);
    }

    @Override
    public NeedsOtherwise then(Step first, Step... more) {
      return closed(new Path(Drafts.both(first, more)));
    }

    @Override
    public NeedsOtherwise thenExit(String exit) {
      return closed(Path.of(Steps.exit(exit)));
    }

    @Override
    public NeedsOtherwise thenGoOn() {
      return closed(Path.nothing());
    }

    private NeedsOtherwise closed(Path path) {
      return asked.with(new Choice(guard, path, reason, position));
    }
  }

  record Timed(StepName name, Moment moment, Position position) implements Branching.NeedsIfPast {
    @Override
    public NeedsIfGone ifPast(Consequence consequence) {
      return new TimedPast(this, consequence);
    }
  }

  record TimedPast(Timed timed, Consequence past) implements Branching.NeedsIfGone {
    @Override
    public NeedsBody ifGone(Consequence consequence) {
      return new TimedGone(timed, new Pause.Until(timed.moment(), past, consequence));
    }
  }

  record TimedGone(Timed timed, Pause.Until pause) implements Branching.NeedsBody {
    @Override
    public Step.Wait then(Step first, Step... more) {
      return new Step.Wait(
          timed.name(), pause, new Path(Drafts.both(first, more)), "", timed.position());
    }
  }
}
