package dev.interlock.crm.highlevel.wire;

import java.time.ZoneId;
import java.util.Optional;

/// A location: one business.
public record WireLocation(Json json) {
  public WireLocation {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> companyId() {
    return json.text("companyId");
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

  /// The business's time zone; the CRM sometimes leaves it blank or invents one.
  public Optional<ZoneId> timezone() {
    return json.text("timezone")
        .or(() -> json.at("business").text("timezone"))
        .flatMap(Times::zone);
  }

  /// Whether two contacts may share an address or number; empty when the CRM did not say.
  public Optional<Boolean> allowsDuplicateContacts() {
    return json.at("settings").flag("allowDuplicateContact");
  }

  /// Whether a contact may have two opportunities; empty when the CRM did not say.
  public Optional<Boolean> allowsDuplicateOpportunities() {
    return json.at("settings").flag("allowDuplicateOpportunity");
  }

  /// Whether the contacts' own time zones are to be ignored; empty when the CRM did not say.
  public Optional<Boolean> ignoresContactTimezones() {
    return json.at("settings").flag("disableContactTimezone");
  }
}
