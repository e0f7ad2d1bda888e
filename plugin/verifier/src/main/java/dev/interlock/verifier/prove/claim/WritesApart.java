package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.core.program.Node;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// No two runs stand before writes of different values to one attribute at the same moment: which
/// of them comes last would be chance.
///
/// Asked of what endings leave, and of the tags of exclusive groups. Where a step writes, the one
/// that comes last undoes what the other wrote while that stands, which [WritesKept] finds. Two
/// that both talk to the contact are contested already, which says more; see [ContactsUncontested].
public final class WritesApart implements Property {
  @Override
  public String rule() {
    return "E-WRITE-CONFLICT";
  }

  @Override
  public String reason() {
    return "A run that goes by what it wrote is led astray when another one changes it.";
  }

  @Override
  public boolean looksAt(ContractSet set, List<Contract> studied) {
    return studied.size() == 2 && !Together.areApart(studied);
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    if (study.seats().size() != 2) {
      return List.of();
    }
    Seat first = study.seats().getFirst();
    Seat second = study.seats().getLast();
    if (ContactsUncontested.judges(study, first, second)) {
      return List.of();
    }
    Operation operation = study.set().operation();
    List<Meant> theirs = meant(first, operation);
    List<Meant> ours = meant(second, operation);
    Map<String, List<Meeting>> meetings = new LinkedHashMap<>();
    theirs.forEach(their ->
        ours.stream()
            .filter(their::contradicts)
            .forEach(our ->
                meetings
                    .computeIfAbsent(our.key, _ -> new ArrayList<>())
                    .add(new Meeting(their, our))));
    List<Claim> claims = new ArrayList<>();
    meetings.forEach((key, all) -> claims.add(claim(first, second, key, all)));
    return claims;
  }

  private Claim claim(Seat first, Seat second, String key, List<Meeting> meetings) {
    Meeting one = meetings.getFirst();
    return Claim.Never.be(
        Subject.contract(
                rule(),
                first.contract(),
                key,
                first.id().equals(second.id())
                    ? "two runs of it can be about to set %s at the same moment, one to `%s` and one to `%s`"
                        .formatted(key, one.their.value, one.our.value)
                    : "*%s* can be about to set %s to `%s` at the very moment at which *%s* is about to set it to `%s`"
                        .formatted(
                            first.contract().title(),
                            key,
                            one.their.value,
                            second.contract().title(),
                            one.our.value),
                first.id().equals(second.id())
                    ? "claim a lane, so that one run waits for the other."
                    : "claim one lane for both, or let one admit only contacts outside the other.")
            .and(second.id()),
        Predicate.any(
            meetings.stream().map(meeting -> meeting.their.at.and(meeting.our.at)).toList()));
  }

  private record Meeting(Meant their, Meant our) {}

  /// What a run wants that stands there.
  private record Meant(Predicate at, String key, String value) {
    boolean contradicts(Meant other) {
      return key.equals(other.key) && !value.equals(other.value);
    }
  }

  private static List<Meant> meant(Seat seat, Operation operation) {
    return seat.places().values().stream()
        .flatMap(node -> {
          Predicate at = seat.standsAt(node.id());
          return switch (node) {
            case Node.ActNode act ->
                act.step().action() instanceof Action.AddTag(var tag)
                    ? inGroups(at, tag, operation)
                    : Stream.of();
            case Node.LeaveNode(_, var exit, _) ->
                seat.contract().exit(exit).stream()
                    .flatMap(one -> one.leaves().stream())
                    .flatMap(leaves -> promised(at, leaves, operation));
            case Node.SendNode _, Node.WaitNode _, Node.AwaitNode _ -> Stream.of();
            case Node.BranchNode _, Node.SplitNode _ -> Stream.of();
          };
        })
        .toList();
  }

  private static Stream<Meant> promised(Predicate at, Leaves leaves, Operation operation) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> inGroups(at, tag, operation);
      case Leaves.AtStage(var to) ->
          Stream.of(new Meant(at, Attributes.writtenBy(leaves), to.stage().text()));
      case Leaves.FieldSet(_, var value) ->
          Stream.of(new Meant(at, Attributes.writtenBy(leaves), value.strip()));
      case Leaves.NotTagged _, Leaves.DealMarked _ -> Stream.of();
    };
  }

  private static Stream<Meant> inGroups(Predicate at, TagName tag, Operation operation) {
    return operation.groups().stream()
        .filter(group -> group.members().contains(tag))
        .map(group -> new Meant(at, "group " + group.name(), tag.text()));
  }
}
