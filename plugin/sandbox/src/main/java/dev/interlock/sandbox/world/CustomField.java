package dev.interlock.sandbox.world;

import java.util.List;

/// A field that the business added.
///
/// @param key such as `contact.budget`
/// @param model `contact` or `opportunity`
public record CustomField(
    String id, String name, String key, String dataType, String model, List<String> options) {
  /// Copies what it is given.
  public CustomField {
    options = List.copyOf(options);
  }
}
