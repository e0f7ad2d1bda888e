package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Study;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a contact in a story stands as a state of the model says.
record Agreement(Study study, State state, ContactSnapshot contact) {

  /// In everything about the contact that the predicate speaks of.
  boolean on(Predicate predicate) {
    Set<Variable> spokenOf = predicate.variables().collect(Collectors.toSet());
    return study.account().all().entrySet().stream()
        .filter(entry -> spokenOf.contains(entry.getValue()))
        .allMatch(entry -> on(entry.getKey(), entry.getValue()));
  }

  private boolean on(Attribute attribute, Variable variable) {
    String wanted = variable.values().get(state.value(variable));
    return switch (attribute) {
      case Attribute.Tag(var tag) -> contact.tags().contains(tag) == (state.value(variable) == 1);
      case Attribute.Field(var field) ->
          contact.fields().getOrDefault(field, "").equalsIgnoreCase(wanted);
      case Attribute.Address(var channel) ->
          contact.addresses().containsKey(channel) == (state.value(variable) == 1);
      case Attribute.Consent(var channel) ->
          Optional.ofNullable(contact.consent().get(channel))
              .map(said -> said == Consent.OPTED_OUT ? 2 : 1)
              .orElse(0)
              .equals(state.value(variable));
      case Attribute.Stage _, Attribute.Status _, Attribute.Diary _ -> true;
      case Attribute.Started _, Attribute.Question _ -> true;
    };
  }
}
