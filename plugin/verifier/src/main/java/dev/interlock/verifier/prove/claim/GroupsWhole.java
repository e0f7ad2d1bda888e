package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.TagName;
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
import java.util.function.Function;

/// Of the tags of an exclusive group a contract leaves at most one, and one where one must hold.
public final class GroupsWhole implements Property {
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
    Steps.seats(study)
        .filter(seat -> true)
        .forEach(seat ->
            study.set().operation().groups().stream()
                .filter(group -> writesAny(seat, group))
                .flatMap(group -> group.members().stream())
                .forEach(tag -> study.account().track(new Attribute.Tag(tag))));
  }

  private static boolean writesAny(Seat seat, Operation.TagGroup group) {
    return Written.tags(seat.contract()).anyMatch(group.members()::contains);
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    Steps.seats(study)
        .forEach(seat -> {
          Steps.doing(machine, seat)
              .forEach(doing ->
                  claims(
                      claims,
                      study,
                      doing.move(),
                      doing.what().marks(),
                      words ->
                          Subject.step(
                              rule(),
                              seat.contract(),
                              doing.step(),
                              "*" + doing.step().name() + "* " + words.what(),
                              words.help())));
          Steps.leaving(machine, seat)
              .forEach(leaving ->
                  claims(
                      claims,
                      study,
                      leaving.move(),
                      leaving.what().marks(),
                      words ->
                          Subject.exit(
                              rule(),
                              seat.contract(),
                              seat.contract().exit(leaving.what().exit()).orElseThrow(),
                              "exit `" + leaving.what().exit() + "` " + words.what(),
                              words.help())));
        });
    return claims;
  }

  private record Words(String what, String help) {}

  private static void claims(
      List<Claim> claims,
      Study study,
      Move<Event> move,
      Event.Marks marks,
      Function<Words, Subject> subject) {
    for (Operation.TagGroup group : study.set().operation().groups()) {
      for (Event.Write write : marks.writes()) {
        if (write.attribute() instanceof Attribute.Tag(var tag) && group.members().contains(tag)) {
          claims.add(claim(study, move, group, tag, write.value().equals("present"), subject));
        }
      }
    }
  }

  private static Claim claim(
      Study study,
      Move<Event> move,
      Operation.TagGroup group,
      TagName written,
      boolean added,
      Function<Words, Subject> subject) {
    List<Variable> others =
        group.members().stream()
            .filter(tag -> !tag.equals(written))
            .map(tag -> study.account().track(new Attribute.Tag(tag)))
            .toList();
    Predicate another =
        Predicate.any(others.stream().map(Variable::holds).toList()).given(move.updates());
    if (added) {
      return Claim.Never.move(
          subject.apply(
              new Words(
                  "adds `%s` and does not remove another tag of the group %s"
                      .formatted(written, group.name()),
                  "remove the other tags of the group before, or say that the exit leaves without"
                      + " them.")),
          another,
          move);
    }
    return Claim.Never.move(
        subject.apply(
            new Words(
                "removes `%s` and leaves no tag of the group %s, of which one must hold"
                    .formatted(written, group.name()),
                "add the tag that takes its place.")),
        group.oneMustHold() ? another.not() : Predicate.never(),
        move);
  }
}
