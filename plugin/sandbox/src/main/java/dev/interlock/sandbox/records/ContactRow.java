package dev.interlock.sandbox.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A contact, as it stands now.
///
/// @param blockedChannels the channels on which do-not-disturb holds, as `SMS` or `Email`
/// @param customFields values by the key of the field, such as `contact.budget`
/// @param behaviour how the simulated person behind it behaves; empty for others
public record ContactRow(
    String id,
    String name,
    String phone,
    String email,
    String assignedTo,
    List<String> tags,
    List<String> blockedChannels,
    Map<String, String> customFields,
    List<CardRow> cards,
    String behaviour) {
  /// Copies what it is given.
  public ContactRow {
    tags = List.copyOf(tags);
    blockedChannels = List.copyOf(blockedChannels);
    customFields = Map.copyOf(customFields);
    cards = List.copyOf(cards);
  }

  /// The contact's card in a pipeline, the newest if there are several.
  public Optional<CardRow> cardIn(String pipeline) {
    return cards.reversed().stream().filter(card -> card.pipeline().equals(pipeline)).findFirst();
  }
}
