package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.core.Attributes;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A run that is over and did not leave the contact as its exit says.
///
/// The rule speaks of a state other than the declared one, and of a marker that no exit keeps.
/// Decided here: an exit without proof counts as not kept, also where the contact could not be read
/// back; a marker is a tag that one step puts on and another step or exit of the contract takes
/// off, a field that is filled and emptied so, as long as the run was the last to write it, or a
/// task of the run that is made and ticked off so (see [Markers]), unless the exit is one that the
/// contract does not word itself; or one of an exclusive group of which the run wrote a tag. It is
/// an *overtaken* breach when a person changed what is not kept while the run was leaving, and also
/// when the deal is not at the promised stage because a person has moved it since the run began:
/// the move back is refused, and what is wrong about it is `E-STAGE-BACKWARD`. A contact who is
/// gone has no state.
record ExitUnkept(Repertoire repertoire, Map<ContractId, Markers> markers) implements Monitor {
  ExitUnkept(Repertoire repertoire) {
    this(repertoire, Markers.of(repertoire));
  }

  @Override
  public String rule() {
    return "E-EXIT-UNKEPT";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Overtaking overtaking = Overtaking.whileLeaving();
    private final Overtaking standing = Overtaking.whileStanding();
    private final Map<RunId, Set<String>> written = new HashMap<>();
    private final Map<String, RunId> lastWriters = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      overtaking.read(fact);
      standing.read(fact);
      switch (fact) {
        case Fact.Written(Author.Ours(var who, _), var attribute, _, _) -> {
          written.computeIfAbsent(who.run(), _ -> new HashSet<>()).add(attribute);
          lastWriters.put(attribute, who.run());
        }
        case Fact.Written(_, var attribute, _, _) -> lastWriters.remove(attribute);
        case Fact.Left(var who, var exit, _, var proof, var contact, var open)
            when contact.exists() -> {
          promises(who, exit, proof, contact);
          markers(who, exit, contact);
          tasks(who, exit, open);
          groups(who, exit, contact);
        }
        case Fact _ -> {}
      }
    }

    private void promises(Who who, ExitName name, Proof proof, ContactSnapshot contact) {
      List<Leaves> broken =
          leaves(who, name).stream().filter(one -> Promises.isBroken(one, contact)).toList();
      if (!broken.isEmpty()) {
        unkept(
            who,
            name,
            "promises %s, and the contact is left without it"
                .formatted(broken.stream().map(Promises::words).collect(Collectors.joining(", "))),
            broken.stream().allMatch(leaves -> isOvertaken(who, leaves)));
      } else if (proof instanceof Proof.Unverified(var difference)) {
        unkept(who, name, "ends without proof: " + difference, false);
      }
    }

    private boolean isOvertaken(Who who, Leaves broken) {
      String attribute = Attributes.writtenBy(broken);
      return overtaking.overtook(who, attribute)
          || (broken instanceof Leaves.AtStage && standing.overtook(who, attribute));
    }

    private void markers(Who who, ExitName name, ContactSnapshot contact) {
      List<Leaves> promised = leaves(who, name);
      Markers own = markers.getOrDefault(who.contract(), Markers.NONE);
      own.tags().stream()
          .filter(contact.tags()::contains)
          .filter(tag -> !promised.contains(new Leaves.Tagged(tag)))
          .forEach(tag ->
              unkept(
                  who,
                  name,
                  "leaves the tag `%s` behind".formatted(tag),
                  overtaking.overtook(who, Attributes.of(tag))));
      own.fields().stream()
          .filter(field -> !contact.fields().getOrDefault(field, "").isBlank())
          .filter(field -> who.run().equals(lastWriters.get(Attributes.of(field))))
          .filter(field -> promised.stream().noneMatch(leaves -> isAbout(field, leaves)))
          .forEach(field ->
              unkept(who, name, "leaves a value in the field *%s*".formatted(field), false));
    }

    private void tasks(Who who, ExitName name, List<String> open) {
      Markers own = markers.getOrDefault(who.contract(), Markers.NONE);
      Optional<Exit> worded =
          repertoire
              .program(who.contract())
              .flatMap(program ->
                  program.contract().exits().stream()
                      .filter(exit -> exit.name().equals(name))
                      .findFirst());
      if (worded.isEmpty()) {
        return;
      }
      List<String> said = worded.get().tasks().stream().map(TaskLeft::title).toList();
      open.stream()
          .distinct()
          .filter(own.tasks()::contains)
          .filter(title -> !said.contains(title))
          .forEach(title -> unkept(who, name, "leaves the task *%s* open".formatted(title), false));
    }

    private static boolean isAbout(FieldName field, Leaves leaves) {
      return leaves instanceof Leaves.FieldSet(var its, _) && its.equals(field);
    }

    private void groups(Who who, ExitName name, ContactSnapshot contact) {
      Set<String> own = written.getOrDefault(who.run(), Set.of());
      for (TagGroup group : repertoire.set().operation().groups()) {
        List<String> tags = attributes(group.members());
        if (tags.stream().anyMatch(own::contains) && Groups.isBroken(group, contact)) {
          unkept(
              who,
              name,
              "leaves group %s in disorder".formatted(group.name()),
              tags.stream().anyMatch(tag -> overtaking.overtook(who, tag)));
        }
      }
    }

    private static List<String> attributes(Collection<TagName> tags) {
      return tags.stream().map((TagName tag) -> Attributes.of(tag)).toList();
    }

    private void unkept(Who who, ExitName name, String how, boolean overtaken) {
      breach(
          List.of(who.contract().text()),
          name.text(),
          "exit *%s* of *%s* %s".formatted(name, who.contract(), how),
          overtaken);
    }
  }

  private List<Leaves> leaves(Who who, ExitName name) {
    return repertoire
        .program(who.contract())
        .flatMap(program -> program.contract().exit(name))
        .map(Exit::leaves)
        .orElse(List.of());
  }
}
