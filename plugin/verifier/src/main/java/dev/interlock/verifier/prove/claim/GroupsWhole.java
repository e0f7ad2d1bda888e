package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Of the tags of an exclusive group a contract leaves at most one, and one where one must hold.
///
/// Two are too many at any moment, since the one can be taken away before the other is added; none
/// is too few only where the run rests, since a CRM changes one tag at a time.
public final class GroupsWhole implements Property {
  private static final String PRESENT = "present";

  @Override
  public String rule() {
    return "E-GROUP-BROKEN";
  }

  @Override
  public String reason() {
    return "Tags that exclude each other say nothing any more once two of them hold.";
  }

  @Override
  public void track(Study study) {
    memories(study).forEach(GroupMemory::members);
  }

  /// One for each contract and each group of which it writes a tag.
  private static Stream<GroupMemory> memories(Study study) {
    return Steps.seats(study)
        .flatMap(seat ->
            study.set().operation().groups().stream()
                .filter(group -> Written.tags(seat.contract()).anyMatch(group.members()::contains))
                .map(group -> new GroupMemory(study, seat, group)));
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (GroupMemory memory : memories(study).toList()) {
      remembering = memory.in(remembering);
    }
    return remembering;
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    for (GroupMemory memory : memories(study).toList()) {
      Seat seat = memory.seat();
      Steps.doing(machine, seat)
          .forEach(doing ->
              claims(
                  claims,
                  memory,
                  doing.move(),
                  doing.what().marks(),
                  doing.what().place().text(),
                  (what, help) ->
                      Subject.step(
                          rule(),
                          seat.contract(),
                          doing.step(),
                          "*%s* %s".formatted(doing.step().name(), what),
                          help)));
      Steps.leaving(machine, seat)
          .forEach(leaving ->
              claims(
                  claims,
                  memory,
                  leaving.move(),
                  leaving.what().marks(),
                  leaving.what().place().text(),
                  (what, help) ->
                      Subject.exit(
                          rule(),
                          seat.contract(),
                          seat.contract().exit(leaving.what().exit()).orElseThrow(),
                          "exit *%s* %s".formatted(leaving.what().exit(), what),
                          help)));
    }
    return claims;
  }

  private static void claims(
      List<Claim> claims,
      GroupMemory memory,
      Move<Event> move,
      Event.Marks marks,
      String place,
      BiFunction<String, String, Subject> subject) {
    TagGroup group = memory.group();
    List<Assignment> before = new ArrayList<>();
    for (Event.Write write : marks.writes()) {
      if (write.attribute() instanceof Attribute.Tag(var tag) && group.members().contains(tag)) {
        boolean added = write.value().equals(PRESENT);
        if (added) {
          claims.add(crowded(memory, move, tag, List.copyOf(before), subject));
        } else if (group.oneMustHold()) {
          claims.add(
              Claim.Never.be(
                  subject.apply(
                      "removes `%s` and leaves no tag of the group *%s*, of which one must hold"
                          .formatted(tag, group.name()),
                      "add the tag that takes its place."),
                  memory.wasEmptiedBy(place).and(memory.study().isResting(memory.seat()))));
        }
        before.add(variable(memory, tag).becomes(added ? 1 : 0));
      }
    }
  }

  /// @param before what the same move has written before it adds the tag
  private static Claim crowded(
      GroupMemory memory,
      Move<Event> move,
      TagName tag,
      List<Assignment> before,
      BiFunction<String, String, Subject> subject) {
    Variable added = variable(memory, tag);
    Predicate another =
        Predicate.any(
            memory.members().stream()
                .filter(member -> !member.equals(added))
                .map(Variable::holds)
                .toList());
    return Claim.Never.move(
        subject.apply(
            "adds `%s` and does not remove another tag of the group *%s* first"
                .formatted(tag, memory.group().name()),
            "remove the other tags of the group before it; an exit leaves without them when it"
                + " says so before the tag."),
        another.and(added.is(0)).given(before).and(memory.isUndisturbed()),
        move);
  }

  private static Variable variable(GroupMemory memory, TagName tag) {
    return memory.study().account().track(new Attribute.Tag(tag));
  }
}
