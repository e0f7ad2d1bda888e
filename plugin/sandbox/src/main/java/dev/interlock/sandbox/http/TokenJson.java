package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.market.Grant;
import dev.interlock.sandbox.market.Holder;
import dev.interlock.sandbox.market.Marketplace;
import dev.interlock.sandbox.market.Minting;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// How the API writes tokens, and why it gives none.
final class TokenJson {
  private TokenJson() {}

  /// What is answered to a code or a refresh token.
  ///
  /// @param shown what was shown, in words
  static Answer of(Minting minting, String shown, Marketplace market) {
    return switch (minting) {
      case Minting.Minted minted -> Answer.ok(less(full(minted, market), market));
      case Minting.NotGranted _ -> throw Refused.invalidGrant(shown);
      case Minting.NotActive _ -> throw notActive();
      case Minting.Mismatch _ -> throw mismatch();
      case Minting.NotInstalled _ -> throw notInstalled();
    };
  }

  /// What is answered to a company that asks for a location's token. Its refresh token is not
  /// described, and real.
  static Answer ofLocation(Minting minting, Marketplace market) {
    return switch (minting) {
      case Minting.Minted minted ->
          Answer.ok(
              less(
                  common(minted, market)
                      .put("appId", market.app().appId())
                      .put("versionId", minted.grant().versionId())
                      .put("locationId", minted.grant().holder().id()),
                  market));
      case Minting.NotGranted _ -> throw Refused.invalidGrant("access token");
      case Minting.NotActive _ -> throw notActive();
      case Minting.Mismatch _ -> throw mismatch();
      case Minting.NotInstalled _ -> throw notInstalled();
    };
  }

  static Refused notActive() {
    return Refused.badRequest("Location is not active");
  }

  private static Refused mismatch() {
    return Refused.badRequest("The location does not belong to this company.");
  }

  private static Refused notInstalled() {
    return Refused.badRequest("The app is not installed on this location.");
  }

  private static ObjectNode full(Minting.Minted minted, Marketplace market) {
    var grant = minted.grant();
    var json = common(minted, market).put("companyId", market.company().id());
    json.put("refreshTokenId", Integer.toHexString(minted.refresh().hashCode()));
    json.put("isBulkInstallation", grant.isBulk());
    return switch (grant.holder()) {
      case Holder.Location(var id) -> json.put("userType", "Location").put("locationId", id);
      case Holder.Company _ -> withApproved(json.put("userType", "Company"), grant, market);
    };
  }

  private static ObjectNode withApproved(ObjectNode json, Grant grant, Marketplace market) {
    var all = market.listed();
    var approved = all.stream().filter(Marketplace.Listed::isInstalled).toList();
    approved.forEach(it -> json.withArray("/approvedLocations").add(it.id()));
    return json.put("isBulkInstallation", grant.isBulk())
        .put("installToFutureLocations", market.takesFuture())
        .put("approveAllLocations", approved.size() == all.size());
  }

  private static ObjectNode common(Minting.Minted minted, Marketplace market) {
    return Json.object()
        .put("access_token", minted.access())
        .put("token_type", "Bearer")
        .put("expires_in", minted.life().toSeconds())
        .put("refresh_token", minted.refresh())
        .put("scope", String.join(" ", minted.grant().scopes()))
        .put("userId", minted.grant().userId())
        .put("planId", market.app().planId());
  }

  private static ObjectNode less(ObjectNode json, Marketplace market) {
    json.remove(List.copyOf(market.conduct().omittedFromTokens()));
    return json;
  }
}
