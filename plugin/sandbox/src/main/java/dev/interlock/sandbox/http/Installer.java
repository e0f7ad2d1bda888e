package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.market.Bearer;
import dev.interlock.sandbox.market.Holder;
import dev.interlock.sandbox.market.Marketplace;
import tools.jackson.databind.node.ObjectNode;

/// Who has installed the app, and how the app removes itself.
final class Installer {
  private static final Shape UNINSTALL =
      new Shape().may(Kind.TEXT, "companyId", "locationId", "reason");

  private Installer() {}

  static ObjectNode details(Bearer bearer, Marketplace market) {
    var json =
        Json.object()
            .put("companyId", market.company().id())
            .put("companyName", market.company().name())
            .put("companyEmail", "desk@agency.example")
            .put("companyOwnerFullName", "Alex Morgan")
            .put("relationshipNumber", "0-000-000")
            .put("userId", bearer.userId())
            .put("isWhitelabelCompany", false)
            .put("marketplaceAppPlanId", market.app().planId());
    return switch (bearer.holder()) {
      case Holder.Location(var id) -> json.put("locationId", id);
      case Holder.Company _ -> json;
    };
  }

  /// Removes the app from what the token speaks for, which the body has to name once more.
  static void uninstall(Bearer bearer, ObjectNode body, Marketplace market) {
    UNINSTALL.check(body);
    switch (bearer.holder()) {
      case Holder.Location(var id) -> {
        checkNamed(body, "locationId", id);
        market.uninstall(id);
      }
      case Holder.Company(var id) -> {
        checkNamed(body, "companyId", id);
        market.uninstallEverywhere();
      }
    }
  }

  private static void checkNamed(ObjectNode body, String name, String wanted) {
    var named = body.path(name).asString("");
    if (named.isEmpty()) {
      throw Refused.invalid(name + " should not be empty");
    }
    if (!named.equals(wanted)) {
      throw Refused.foreignLocation();
    }
  }
}
