package dev.interlock.sandbox.records;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that happened in an agency's sandbox up to a moment: in each of its locations, and
/// with the app that is installed in some of them.
///
/// @param locations what happened in each, by its id, with the requests that its tokens made
/// @param installations where the app is installed now
/// @param appEvents what people did with the app, oldest first
/// @param tokens all tokens that were given, oldest first
/// @param otherRequests requests for tokens, with a company's token, or with none that is known
/// @param crossings requests of one location about another; none is right
/// @param appWebhooks deliveries of webhooks about the app itself
public record AgencyRecords(
    Instant takenAt,
    String companyId,
    Map<String, SandboxRecords> locations,
    List<InstallationRow> installations,
    List<AppEventRow> appEvents,
    List<TokenRow> tokens,
    List<RequestRow> otherRequests,
    List<CrossingRow> crossings,
    List<DeliveryRow> appWebhooks) {
  /// Copies what it is given and keeps its order.
  public AgencyRecords {
    locations = Collections.unmodifiableMap(new LinkedHashMap<>(locations));
    installations = List.copyOf(installations);
    appEvents = List.copyOf(appEvents);
    tokens = List.copyOf(tokens);
    otherRequests = List.copyOf(otherRequests);
    crossings = List.copyOf(crossings);
    appWebhooks = List.copyOf(appWebhooks);
  }

  /// What happened in a location.
  ///
  /// @throws IllegalArgumentException if the agency has no such location
  public SandboxRecords location(String locationId) {
    var records = locations.get(locationId);
    if (records == null) {
      throw new IllegalArgumentException("the agency has no location " + locationId);
    }
    return records;
  }

  /// How many tokens a location or the company had.
  public TokenCount tokenCount(String holder) {
    var its = tokens.stream().filter(token -> token.holder().equals(holder)).toList();
    return new TokenCount(
        its.size(),
        its.stream().filter(it -> it.origin() == TokenRow.Origin.REFRESH).count(),
        its.stream().filter(it -> it.access() == TokenRow.State.EXPIRED).count(),
        its.stream().filter(it -> it.access() == TokenRow.State.REVOKED).count());
  }
}
