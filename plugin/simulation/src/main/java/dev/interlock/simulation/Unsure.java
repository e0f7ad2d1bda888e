package dev.interlock.simulation;

import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Asking;
import dev.interlock.core.Truth;
import dev.interlock.core.View;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Standing;
import java.util.ArrayList;
import java.util.List;

/// Finds the questions that decide a way and that the CRM left unanswered.
///
/// Proofs take it that a CRM says which deals and appointments there are. Of a contact of whom it
/// says nothing of the kind, nothing is noted.
record Unsure(Program program, View view) {

  List<Fact> of(Decision decision) {
    if (view.contact().deals() instanceof Known.Unsaid
        || view.contact().appointments() instanceof Known.Unsaid) {
      return List.of();
    }
    Who who = Who.of(decision.next());
    List<Fact> unsure = new ArrayList<>();
    for (Entry entry : decision.journal()) {
      if (entry.kind() == Entry.Kind.BRANCHED
          && program.nodes().get(new NodeId(entry.step())) instanceof Node.BranchNode branch
          && isUnsure(branch.step())) {
        unsure.add(new Fact.Unsaid(who, entry.step()));
      }
    }
    if (decision.next().standing() instanceof Standing.Awaiting(var at, _, _)
        && program.nodes().get(at) instanceof Node.AwaitNode await
        && await.step().arms().stream().map(Step.Arm::guard).anyMatch(this::isUnknown)) {
      unsure.add(new Fact.Unsaid(who, at.text()));
    }
    if (!decision.next().standing().isOver()
        && program.contract().handlers().stream().map(Handler::guard).anyMatch(this::isUnknown)) {
      unsure.add(new Fact.Unsaid(who, Fact.Unsaid.THROUGHOUT));
    }
    return unsure;
  }

  // the first choice that holds, or of which nobody knows, decides
  private boolean isUnsure(Step.Branch branch) {
    return branch.choices().stream()
        .map(choice -> Asking.ask(choice.guard(), view))
        .filter(truth -> truth != Truth.NO)
        .findFirst()
        .filter(truth -> truth == Truth.UNKNOWN)
        .isPresent();
  }

  private boolean isUnknown(Condition guard) {
    return Asking.ask(guard, view) == Truth.UNKNOWN;
  }
}
