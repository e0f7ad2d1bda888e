package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A run that is over and did not leave the contact as its exit says.
///
/// The rule speaks of a state other than the declared one, and of markers that are left behind.
/// Decided here: an exit without proof counts as not kept, also where the contact could not be read
/// back; and the markers of a contract are the tags of exclusive groups, which a run that wrote one
/// of them leaves in order. It is an *overtaken* breach when a person changed what is not kept
/// while the run was leaving. A contact who is gone has no state.
record ExitUnkept(ContractSet set) implements Monitor {
  @Override
  public String rule() {
    return "E-EXIT-UNKEPT";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Overtaking overtaking = new Overtaking();
    private final Map<RunId, Set<String>> written = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      overtaking.read(fact);
      switch (fact) {
        case Fact.Written(Author.Ours(var who, _), var attribute, _, _) ->
            written.computeIfAbsent(who.run(), _ -> new HashSet<>()).add(attribute);
        case Fact.Left(var who, var exit, _, var proof, var contact) when contact.exists() ->
            left(who, exit, proof, contact);
        case Fact _ -> {}
      }
    }

    private void left(Who who, ExitName name, Proof proof, ContactSnapshot contact) {
      List<Leaves> broken =
          set.contract(who.contract()).flatMap(contract -> contract.exit(name)).stream()
              .flatMap(exit -> exit.leaves().stream())
              .filter(leaves -> Promises.isBroken(leaves, contact))
              .toList();
      if (!broken.isEmpty()) {
        unkept(
            who,
            name,
            "promises %s, and the contact is left without"
                .formatted(broken.stream().map(Promises::words).collect(Collectors.joining(", "))),
            broken.stream()
                .map(Attributes::writtenBy)
                .allMatch(attribute -> overtaking.overtook(who, attribute)));
      } else if (proof instanceof Proof.Unverified(var difference)) {
        unkept(who, name, "ends without proof: " + difference, false);
      }
      for (TagGroup group : set.operation().groups()) {
        if (wroteOne(who, group) && Groups.isBroken(group, contact)) {
          unkept(
              who,
              name,
              "leaves group %s in disorder".formatted(group.name()),
              group.members().stream()
                  .anyMatch(tag -> overtaking.overtook(who, Attributes.of(tag))));
        }
      }
    }

    private void unkept(Who who, ExitName name, String how, boolean overtaken) {
      breach(
          List.of(who.contract().text()),
          name.text(),
          "exit *%s* of *%s* %s".formatted(name, who.contract(), how),
          overtaken);
    }

    private boolean wroteOne(Who who, TagGroup group) {
      return group.members().stream()
          .map((TagName tag) -> Attributes.of(tag))
          .anyMatch(written.getOrDefault(who.run(), Set.of())::contains);
    }
  }
}
