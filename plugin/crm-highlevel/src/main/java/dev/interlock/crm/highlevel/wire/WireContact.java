package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A contact; only its id is sure to be there.
public record WireContact(Json json) {
  public WireContact {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> locationId() {
    return json.text("locationId");
  }

  public Optional<String> firstName() {
    return json.text("firstName");
  }

  public Optional<String> lastName() {
    return json.text("lastName");
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> email() {
    return json.text("email");
  }

  public Optional<String> phone() {
    return json.text("phone");
  }

  public Optional<String> companyName() {
    return json.text("companyName");
  }

  public Optional<String> type() {
    return json.text("type");
  }

  public Optional<String> source() {
    return json.text("source");
  }

  public Optional<String> assignedTo() {
    return json.text("assignedTo");
  }

  public Optional<String> timezone() {
    return json.text("timezone");
  }

  /// Any other field that is plain text: `address1`, `city`, `country`, `website`, `dateOfBirth`
  /// ...
  public Optional<String> field(String name) {
    return json.text(name);
  }

  /// Tag names as the CRM spells them; compare without regard to case.
  public List<String> tags() {
    return json.texts("tags");
  }

  public List<WireFieldValue> customFields() {
    return WireFieldValue.listOf(json.list("customFields"));
  }

  public WireDnd dnd() {
    return new WireDnd(json);
  }

  public Optional<Instant> dateAdded() {
    return json.instant("dateAdded");
  }

  public Optional<Instant> dateUpdated() {
    return json.instant("dateUpdated");
  }

  /// Where this contact stands in the search that found it, as a text for [ContactSearch#from].
  public Optional<String> place() {
    return Optional.of(searchAfter())
        .filter(place -> !place.elements().isEmpty())
        .map(Json::document);
  }

  /// Where this contact stands in the search that found it.
  Json searchAfter() {
    return json.at("searchAfter");
  }
}
