package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Two members of an exclusive group hold together, or none where one must.
///
/// Decided here: a CRM changes one tag at a time, so it is looked at when the run that wrote a
/// member last has no command under way: between taking `warm` away and adding `cold` nothing is
/// broken yet. A group that people put out of order is theirs; one of an automation or another app
/// counts.
record GroupBroken(Operation operation) implements Monitor {
  @Override
  public String rule() {
    return "E-GROUP-BROKEN";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Map<TagGroup, Author> last = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Written(var by, var attribute, _, _) ->
            groupsOf(attribute).forEach(group -> last.put(group, by));
        case Fact.Rests(var situation) when situation.contact().exists() ->
            last.forEach((group, by) -> look(group, by, situation));
        case Fact _ -> {}
      }
    }

    private void look(TagGroup group, Author by, Situation situation) {
      boolean people = by.run().isEmpty() && !by.isForeignStub();
      boolean amid = by.run().filter(situation.commanded()::contains).isPresent();
      if (people || amid) {
        return;
      }
      String key = group.name().text();
      if (!Groups.isBroken(group, situation.contact())) {
        isMended(key);
        return;
      }
      breachOnce(
          key,
          by.name().stream().toList(),
          key,
          "%s leaves the contact %s of group %s"
              .formatted(by.words(), Groups.words(group, situation.contact()), group.name()));
    }
  }

  private Stream<TagGroup> groupsOf(String attribute) {
    return operation.groups().stream()
        .filter(group ->
            group.members().stream()
                .map((TagName tag) -> Attributes.of(tag))
                .anyMatch(attribute::equals));
  }
}
