package dev.interlock.sandbox.world;

import java.time.ZoneId;

/// The business whose CRM this is.
///
/// @param companyId the agency that it belongs to
/// @param allowsDuplicateContacts whether two contacts may have one phone number or mail address
/// @param allowsDuplicateOpportunities whether a contact may have two open cards in a pipeline
public record Location(
    String id,
    String companyId,
    String name,
    ZoneId zone,
    String phone,
    String email,
    boolean allowsDuplicateContacts,
    boolean allowsDuplicateOpportunities) {

  /// The same in an agency.
  public Location inCompany(String company) {
    return new Location(
        id,
        company,
        name,
        zone,
        phone,
        email,
        allowsDuplicateContacts,
        allowsDuplicateOpportunities);
  }

  /// A location that keeps out duplicates, as most do.
  public static Location of(String id, String name, ZoneId zone) {
    return new Location(
        id, "company-of-" + id, name, zone, "+12125550100", "desk@riverside.example", false, false);
  }
}
