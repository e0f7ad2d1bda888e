package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Step.Arm;
import dev.interlock.contract.model.Step.Silence;
import dev.interlock.contract.model.StepName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What has been said of an await or a handler so far.
final class Awaits {
  private Awaits() {}

  record Begun(StepName name, Position position) implements Awaiting.NeedsEvent {
    @Override
    public ArmOpen when(EventPattern event) {
      return new Armed(this, List.of()).when(event);
    }
  }

  record Armed(Begun begun, List<Arm> arms) implements Awaiting.NeedsSilence {
    @Override
    public ArmOpen when(EventPattern event) {
      return new OpenArm(this, event, new Condition.Always(), "", Position.ofCaller());
    }

    @Override
    public SilenceOpen silentFor(Duration span) {
      return new OpenSilence(this, new Deadline.After(span), "", Position.ofCaller());
    }

    @Override
    public SilenceOpen silentUntil(Moment moment) {
      return new OpenSilence(this, new Deadline.At(moment), "", Position.ofCaller());
    }

    private Armed with(Arm arm) {
      List<Arm> more = new ArrayList<>(arms);
      more.add(arm);
      return new Armed(begun, List.copyOf(more));
    }
  }

  record OpenArm(Armed armed, EventPattern event, Condition guard, String reason, Position position)
      implements Awaiting.ArmOpen {
    @Override
    public ArmOpen given(Condition condition) {
      return new OpenArm(armed, event, condition, reason, position);
    }

    @Override
    public ArmOpen because(String why) {
      return new OpenArm(armed, event, guard, why, position);
    }

    @Override
    public NeedsSilence then(Step first, Step... more) {
      return closed(new Path(Drafts.both(first, more)));
    }

    @Override
    public NeedsSilence thenExit(String exit) {
      return closed(Path.of(Steps.exit(exit)));
    }

    @Override
    public NeedsSilence thenGoOn() {
      return closed(Path.nothing());
    }

    private NeedsSilence closed(Path path) {
      return armed.with(new Arm(event, guard, path, reason, position));
    }
  }

  record OpenSilence(Armed armed, Deadline deadline, String reason, Position position)
      implements Awaiting.SilenceOpen {
    @Override
    public SilenceOpen because(String why) {
      return new OpenSilence(armed, deadline, why, position);
    }

    @Override
    public Step.Await then(Step first, Step... more) {
      return closed(new Path(Drafts.both(first, more)));
    }

    @Override
    public Step.Await thenExit(String exit) {
      return closed(Path.of(Steps.exit(exit)));
    }

    @Override
    public Step.Await thenGoOn() {
      return closed(Path.nothing());
    }

    private Step.Await closed(Path path) {
      return new Step.Await(
          armed.begun().name(),
          armed.arms(),
          new Silence(deadline, path, reason, position),
          "",
          armed.begun().position());
    }
  }

  record Whenever(EventPattern event, Condition guard, String reason, Position position)
      implements Awaiting.HandlerOpen {
    @Override
    public HandlerOpen given(Condition condition) {
      return new Whenever(event, condition, reason, position);
    }

    @Override
    public HandlerOpen because(String why) {
      return new Whenever(event, guard, why, position);
    }

    @Override
    public Handler then(Step first, Step... more) {
      return new Handler(event, guard, new Path(Drafts.both(first, more)), reason, position);
    }

    @Override
    public Handler thenExit(String exit) {
      return new Handler(event, guard, Path.of(Steps.exit(exit)), reason, position);
    }
  }
}
