package dev.interlock.sandbox.world;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A contact.
///
/// @param details plain fields by the API's names, such as `firstName`; blank ones are left out
/// @param tags lower-cased
/// @param customFields values by the id of the field
public record Contact(
    String id,
    Map<String, String> details,
    Set<String> tags,
    DoNotDisturb silence,
    Map<String, JsonNode> customFields,
    Instant added,
    Instant updated)
    implements Thing {
  /// Copies what it is given and keeps its order.
  public Contact {
    var kept = new LinkedHashMap<>(details);
    kept.values().removeIf(String::isBlank);
    details = Collections.unmodifiableMap(kept);
    tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
  }

  @Override
  public String contactId() {
    return id;
  }

  /// A plain field; empty when not set.
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }

  /// First and last name, or whatever there is to call the contact by.
  public String fullName() {
    var name = (detail("firstName") + " " + detail("lastName")).strip();
    return name.isEmpty() ? detail("companyName") : name;
  }

  /// Phone number in E.164; empty when not set.
  public String phone() {
    return detail("phone");
  }

  /// Mail address; empty when not set.
  public String email() {
    return detail("email");
  }

  /// The same contact with some plain fields set; a blank value clears one.
  public Contact withDetails(Map<String, String> changes) {
    var merged = new LinkedHashMap<>(details);
    merged.putAll(changes);
    return new Contact(id, merged, tags, silence, customFields, added, updated);
  }

  /// The same contact with exactly these tags.
  public Contact withTags(Set<String> only) {
    return new Contact(id, details, only, silence, customFields, added, updated);
  }

  /// The same contact with these do-not-disturb settings.
  public Contact withSilence(DoNotDisturb wanted) {
    return new Contact(id, details, tags, wanted, customFields, added, updated);
  }

  /// The same contact with some custom fields set; a null or a blank text clears one.
  public Contact withCustomFields(Map<String, JsonNode> changes) {
    var merged = new LinkedHashMap<>(customFields);
    merged.putAll(changes);
    merged.values().removeIf(value -> value.isNull() || value.asString("-").isBlank());
    return new Contact(id, details, tags, silence, merged, added, updated);
  }

  Contact stamped(Instant now) {
    return new Contact(id, details, tags, silence, customFields, added, now);
  }
}
