package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.core.run.Outcome;
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
/// Decided here: two members are too many at any moment, since the one can be taken away before the
/// other is added. A CRM changes one tag at a time, though, so that none is too few only once the
/// run that wrote a member last has no command under way. A group that people put out of order is
/// theirs; one of an automation or another app counts.
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
        case Fact.Came(_, _, Outcome.Done _, var view) when view.contact().exists() ->
            last.forEach((group, by) -> {
              if (Groups.isCrowded(group, view.contact())) {
                judge(group, by, view.contact());
              }
            });
        case Fact.Rests(var situation) when situation.contact().exists() ->
            last.forEach((group, by) -> look(group, by, situation));
        case Fact _ -> {}
      }
    }

    private void look(TagGroup group, Author by, Situation situation) {
      if (by.run().filter(situation.commanded()::contains).isEmpty()) {
        judge(group, by, situation.contact());
      }
    }

    private void judge(TagGroup group, Author by, ContactSnapshot contact) {
      boolean people = by.run().isEmpty() && !by.isForeignStub();
      String key = group.name().text();
      if (people) {
        return;
      }
      if (!Groups.isBroken(group, contact)) {
        isMended(key);
        return;
      }
      breachOnce(
          key,
          by.name().stream().toList(),
          key,
          "%s leaves the contact %s of group %s"
              .formatted(by.words(), Groups.words(group, contact), group.name()));
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
