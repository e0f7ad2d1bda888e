package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.market.Bearer;
import dev.interlock.sandbox.market.Marketplace;
import dev.interlock.sandbox.time.Iso;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The locations of an agency, and in which of them the app is.
final class InstalledLocations {
  private static final Set<String> PARAMETERS =
      Set.of(
          "companyId",
          "appId",
          "skip",
          "limit",
          "query",
          "isInstalled",
          "versionId",
          "onTrial",
          "planId",
          "locationId");
  private static final int LARGEST_PAGE = 500;

  private InstalledLocations() {}

  static Answer answer(Map<String, String> query, Bearer bearer, Marketplace market) {
    check(query, bearer, market);
    var found = market.listed().stream().filter(it -> isWanted(it, query, market)).toList();
    var json = Json.object();
    var rows = json.putArray("locations");
    found.stream()
        .skip(number(query, "skip", 0, Integer.MAX_VALUE))
        .limit(number(query, "limit", 20, LARGEST_PAGE))
        .forEach(it -> {
          var row = rows.addObject();
          row.put("_id", it.id()).put("name", it.name()).put("address", "1 Example Street");
          row.put("isInstalled", it.isInstalled());
          if (it.isInstalled()) {
            row.put("versionId", it.versionId()).put("installedAt", Iso.utc(it.since()));
          }
        });
    return Answer.ok(
        json.put("count", found.size()).put("installToFutureLocations", market.takesFuture()));
  }

  private static void check(Map<String, String> query, Bearer bearer, Marketplace market) {
    for (var name : query.keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw Refused.invalid("property " + name + " should not exist");
      }
    }
    for (var name : List.of("companyId", "appId")) {
      if (query.getOrDefault(name, "").isEmpty()) {
        throw Refused.invalid(name + " should not be empty");
      }
    }
    if (!bearer.holder().id().equals(query.get("companyId"))
        || !market.app().appId().equals(query.get("appId"))) {
      throw Refused.badRequest("The token does not have access to this company or app.");
    }
  }

  private static boolean isWanted(
      Marketplace.Listed it, Map<String, String> query, Marketplace market) {
    return fits(query, "isInstalled", Boolean.toString(it.isInstalled()))
        && fits(query, "versionId", it.versionId())
        && fits(query, "locationId", it.id())
        && fits(query, "planId", market.app().planId())
        && fits(query, "onTrial", "false")
        && it.name()
            .toLowerCase(Locale.ROOT)
            .contains(query.getOrDefault("query", "").toLowerCase(Locale.ROOT));
  }

  private static boolean fits(Map<String, String> query, String name, String actual) {
    var wanted = query.getOrDefault(name, "");
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private static int number(Map<String, String> query, String name, int fallback, int most) {
    var value = query.getOrDefault(name, "");
    if (value.isEmpty()) {
      return fallback;
    }
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
      throw Refused.invalid(name + " must be a number not greater than " + most);
    }
    return Integer.parseInt(value);
  }
}
