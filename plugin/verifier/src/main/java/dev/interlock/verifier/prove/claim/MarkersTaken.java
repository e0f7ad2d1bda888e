package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A tag that a contract puts on and takes off again, its own marker, is left by no exit that does
/// not promise it.
public final class MarkersTaken implements Property {
  @Override
  public String rule() {
    return "E-EXIT-UNKEPT";
  }

  @Override
  public String reason() {
    return "What a workflow marks for itself and leaves behind by accident misleads whoever looks"
        + " later.";
  }

  @Override
  public void track(Study study) {
    Steps.seats(study)
        .flatMap(seat -> markers(seat.contract()).stream())
        .forEach(tag -> study.account().track(new Attribute.Tag(tag)));
  }

  /// Tags that a step of the contract adds and another of its steps or exits takes away.
  private static Set<TagName> markers(Contract contract) {
    Set<TagName> taken =
        Stream.concat(
                StepTree.steps(contract)
                    .flatMap(step ->
                        step instanceof Step.Act(_, Action.RemoveTag(var tag), _, _, _)
                            ? Stream.of(tag)
                            : Stream.empty()),
                contract.exits().stream()
                    .flatMap(exit -> exit.leaves().stream())
                    .flatMap(leaves ->
                        leaves instanceof Leaves.NotTagged(var tag)
                            ? Stream.of(tag)
                            : Stream.empty()))
            .collect(Collectors.toSet());
    return StepTree.steps(contract)
        .flatMap(step ->
            step instanceof Step.Act(_, Action.AddTag(var tag), _, _, _)
                ? Stream.of(tag)
                : Stream.empty())
        .filter(taken::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(seat ->
            markers(seat.contract()).stream().flatMap(tag -> claims(study, machine, seat, tag)))
        .toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat, TagName tag) {
    Predicate left = study.account().track(new Attribute.Tag(tag)).holds();
    return Steps.leaving(machine, seat)
        .map(leaving -> {
          Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
          boolean promised =
              exit.leaves().stream().anyMatch(leaves -> leaves.equals(new Leaves.Tagged(tag)));
          return Claim.Never.move(
              Subject.exit(
                  rule(),
                  seat.contract(),
                  exit,
                  "exit *%s* can leave the tag `%s` behind, which the contract takes off elsewhere"
                      .formatted(exit.name(), tag),
                  "say exit(\"%s\", %s).leaves(noTag(\"%s\")), or let the exit promise the tag."
                      .formatted(exit.name(), exit.kind().name(), tag)),
              promised ? Predicate.never() : left.given(leaving.move().updates()),
              leaving.move());
        });
  }
}
