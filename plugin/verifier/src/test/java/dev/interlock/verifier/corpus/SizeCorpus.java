package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.share;
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.set;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.Drafting.NeedsTitle;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Contracts at the edge of what fits on a page, and where they are best cut.
final class SizeCorpus {
  private SizeCorpus() {}

  private static NeedsPath begun(NeedsTitle workflow) {
    return workflow
        .title("Talk")
        .owner("Desk")
        .purpose("Nobody waits for us.")
        .startsWhen(callMissed(), milestone("Somebody called"))
        .admitsEveryone("It is a test")
        .outsideLanes("Only the desk sees it")
        .reentry(never());
  }

  private static Step.Act jot(String name) {
    return note("They called").named(name).why("So");
  }

  private static List<Step> notes(String name, int count) {
    return IntStream.range(0, count).<Step>mapToObj(i -> jot(name + "-" + i)).toList();
  }

  private static Step asking(String name, Step inside) {
    return branch(name)
        .when(contact().hasTag("gone"))
        .because("It matters")
        .then(inside)
        .otherwiseGoOn()
        .why("It differs");
  }

  private static Step[] rest(List<Step> steps) {
    return steps.subList(1, steps.size()).toArray(Step[]::new);
  }

  private static ContractSet walking(NeedsPath begun, List<Step> steps) {
    List<Step> path = new ArrayList<>(steps);
    path.add(exit("done"));
    return set(begun.path(path.getFirst(), rest(path)).exits(done()).build());
  }

  static ContractSet manyStepsAndADecisionNearTheirMiddle() {
    List<Step> steps = new ArrayList<>(notes("a", 3));
    steps.add(asking("early", jot("early-note")));
    steps.addAll(notes("b", 10));
    steps.add(split("middle", share(50, jot("one")), share(50, jot("two"))).why("To compare"));
    steps.addAll(notes("c", 8));
    steps.add(asking("late", jot("late-note")));
    return walking(begun(workflow("a")), steps); // W-SIZE
  }

  static ContractSet manyStepsThatGoByOneTagOnBothSidesOfTheirMiddle() {
    List<Step> steps = new ArrayList<>(notes("a", 6));
    steps.add(asking("before", jot("before-note")));
    steps.addAll(notes("b", 5));
    steps.add(split("middle", share(50, jot("one")), share(50, jot("two"))).why("To compare"));
    steps.addAll(notes("c", 2));
    steps.add(asking("again", jot("again-note")));
    steps.addAll(notes("d", 8));
    return walking(begun(workflow("a")), steps); // W-SIZE
  }

  static ContractSet elevenDecisions() {
    List<Step> steps =
        IntStream.range(0, 11).mapToObj(i -> asking("ask-" + i, jot("note-" + i))).toList();
    return walking(begun(workflow("a")), steps); // W-SIZE
  }

  static ContractSet tenDecisions() {
    List<Step> steps =
        IntStream.range(0, 10).mapToObj(i -> asking("ask-" + i, jot("note-" + i))).toList();
    return walking(begun(workflow("a")), steps);
  }

  private static Step nested(int levels) {
    Step inside = jot("innermost");
    for (int level = levels; level > 0; level--) {
      inside = asking("level-" + level, inside);
    }
    return inside;
  }

  static ContractSet fiveDecisionsInsideEachOther() {
    return walking(begun(workflow("a")), List.of(nested(5))); // W-SIZE
  }

  static ContractSet fourDecisionsInsideEachOther() {
    return walking(begun(workflow("a")), List.of(nested(4)));
  }

  static ContractSet aRepeatIsNoDecision() {
    return walking(
        begun(workflow("a")), List.of(repeat("turns", 2, nested(4)).why("Some need it twice")));
  }

  private static ContractSet ending(NeedsPath begun, int exits) {
    List<Exit> all =
        IntStream.range(0, exits)
            .mapToObj(i ->
                exit("end-" + i, HANDOVER)
                    .means("One of many.")
                    .leaves(field("Note", "Ending " + i)))
            .toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < exits; i++) {
      steps.add(asking("ask-" + i, exit("end-" + i)));
    }
    steps.add(exit("end-0"));
    return set(
        begun
            .path(steps.getFirst(), rest(steps))
            .exits(all.getFirst(), all.subList(1, exits).toArray(Exit[]::new))
            .build());
  }

  static ContractSet nineExits() {
    return ending(begun(workflow("a")), 9); // W-SIZE
  }

  static ContractSet eightExits() {
    return ending(begun(workflow("a")), 8);
  }
}
