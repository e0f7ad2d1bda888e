package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.StepTree;
import java.util.ArrayList;
import java.util.List;

/// Everything in a contract that a scenario should walk.
///
/// Of failures only those count whose consequence the author worded: the usual one, three tries and
/// then the exit `failed`, is the same everywhere.
final class Passages {
  static final String DONE = "done";
  static final String REFUSED = "refused";
  static final String BLOCKED = "blocked";
  static final String UNDELIVERED = "not delivered";
  static final String REACHED = "reached";
  static final String PAST = "past already";
  static final String GONE = "gone";
  static final String SILENCE = "silence";
  static final String OTHERWISE = "otherwise";
  static final String UNKNOWN = "unknown";
  static final String LEFT = "left by";
  static final String THROUGHOUT = "throughout";

  private final Contract contract;
  private final List<Passage> all = new ArrayList<>();

  private Passages(Contract contract) {
    this.contract = contract;
  }

  static List<Passage> of(Contract contract) {
    Passages passages = new Passages(contract);
    StepTree.steps(contract).forEach(passages::step);
    passages.handlers();
    contract.exits().forEach(passages::exit);
    return List.copyOf(passages.all);
  }

  static String arm(int number) {
    return "arm " + (number + 1);
  }

  static String share(int number) {
    return "share " + (number + 1);
  }

  static String handler(int number) {
    return "handler " + (number + 1);
  }

  private void add(Step step, String way, Position position) {
    Passage passage = new Passage(contract.id(), step.name().text(), way, position);
    if (!all.contains(passage)) {
      all.add(passage);
    }
  }

  private void step(Step step) {
    Position here = step.position();
    switch (step) {
      case Step.Send send -> {
        add(step, DONE, here);
        failures(send, send.onFailure());
      }
      // it ticks off whatever is open, and where nothing is there is nothing to see
      case Step.Act(_, Action.CompleteTasks _, _, _, _) -> {}
      case Step.Act act -> {
        add(step, DONE, here);
        if (isWorded(act.onFailure().refused(), here)) {
          add(step, REFUSED, here);
        }
      }
      case Step.Wait wait -> {
        add(step, REACHED, here);
        if (wait.pause() instanceof Pause.Until) {
          add(step, PAST, here);
          add(step, GONE, here);
        }
      }
      case Step.Await await -> {
        for (int i = 0; i < await.arms().size(); i++) {
          add(step, arm(i), await.arms().get(i).position());
        }
        add(step, SILENCE, await.silence().position());
      }
      case Step.Branch branch -> {
        for (int i = 0; i < branch.choices().size(); i++) {
          add(step, arm(i), branch.choices().get(i).position());
        }
        add(step, OTHERWISE, here);
        branch.unknown().ifPresent(_ -> add(step, UNKNOWN, here));
      }
      case Step.Split split -> {
        for (int i = 0; i < split.shares().size(); i++) {
          add(step, share(i), split.shares().get(i).position());
        }
      }
      case Step.Repeat _, Step.Leave _ -> {}
    }
  }

  private void failures(Step step, OnFailure failure) {
    Position here = step.position();
    if (isWorded(failure.refused(), here)) {
      add(step, REFUSED, here);
    }
    if (isWorded(failure.blocked(), here)) {
      add(step, BLOCKED, here);
    }
    if (isWorded(failure.undelivered(), here)) {
      add(step, UNDELIVERED, here);
    }
  }

  private static boolean isWorded(Consequence consequence, Position here) {
    return !consequence.equals(OnFailure.usual(here).refused())
        && consequence instanceof Consequence.Take;
  }

  private void handlers() {
    for (int i = 0; i < contract.handlers().size(); i++) {
      Handler handler = contract.handlers().get(i);
      if (!isTheCoresOwn(handler.event())) {
        all.add(new Passage(contract.id(), THROUGHOUT, handler(i), handler.position()));
      }
    }
  }

  /// Whether it only says what the core does anyway: end the run of a contact who is gone.
  private static boolean isTheCoresOwn(EventPattern pattern) {
    return Patterns.alternatives(pattern)
        .allMatch(one ->
            one instanceof EventPattern.ContactEvent(var change)
                && (change == ContactChange.DELETED || change == ContactChange.MERGED));
  }

  private void exit(Exit exit) {
    all.add(new Passage(contract.id(), exit.name().text(), LEFT, exit.position()));
  }
}
