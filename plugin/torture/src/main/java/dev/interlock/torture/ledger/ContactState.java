package dev.interlock.torture.ledger;

import dev.interlock.contract.model.Leaves;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How a contact was in the CRM, from a moment until the next state.
///
/// @param tags in lower case
/// @param fields values by the names that people see
/// @param cards the contact's opportunities by their ids
public record ContactState(
    Instant from, Set<String> tags, Map<String, String> fields, Map<String, Card> cards) {
  public ContactState {
    tags = Set.copyOf(tags);
    fields = Map.copyOf(fields);
    cards = Map.copyOf(cards);
  }

  /// An opportunity, by the names that people see.
  public record Card(String pipeline, String stage, String status) {}

  /// Nothing is known of the contact before.
  public static ContactState blank(Instant from) {
    return new ContactState(from, Set.of(), Map.of(), Map.of());
  }

  /// The same contact with other tags and fields.
  public ContactState with(Instant at, Set<String> newTags, Map<String, String> newFields) {
    return new ContactState(at, newTags, newFields, cards);
  }

  /// The same contact with another state of a card.
  public ContactState with(Instant at, String id, Card card) {
    var all = new HashMap<>(cards);
    all.put(id, card);
    return new ContactState(at, tags, fields, all);
  }

  /// The same contact without a card.
  public ContactState without(Instant at, String id) {
    var all = new HashMap<>(cards);
    all.remove(id);
    return new ContactState(at, tags, fields, all);
  }

  /// Which of these promises are not true in this state, in words.
  List<String> broken(List<Leaves> promises) {
    return promises.stream().filter(each -> !holds(each)).map(Leaves::toString).toList();
  }

  private boolean holds(Leaves promise) {
    return switch (promise) {
      case Leaves.AtStage(var stage) ->
          cards.values().stream()
              .filter(card -> card.pipeline().equals(stage.pipeline().text()))
              .anyMatch(card -> card.stage().equals(stage.stage().text()));
      case Leaves.Tagged(var tag) -> tags.contains(tag.text().toLowerCase(Locale.ROOT));
      case Leaves.NotTagged(var tag) -> !tags.contains(tag.text().toLowerCase(Locale.ROOT));
      case Leaves.FieldSet(var field, var value) ->
          fields.getOrDefault(field.text(), "").equals(value);
      case Leaves.DealMarked(var pipeline, var status) ->
          cards.values().stream()
              .filter(card -> card.pipeline().equals(pipeline.text()))
              .map(Card::status)
              .collect(Collectors.toSet())
              .contains(status.name().toLowerCase(Locale.ROOT));
    };
  }
}
