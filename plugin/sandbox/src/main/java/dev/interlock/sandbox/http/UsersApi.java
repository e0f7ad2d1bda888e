package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.world.Colleague;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The users of the CRM.
final class UsersApi {
  private static final Needs READ = new Needs("users.readonly", Routes.JULY);

  private UsersApi() {}

  static void addTo(Routes routes) {
    routes.get("/users/search", READ, UsersApi::search);
    routes.get("/users/", READ.without422(), UsersApi::list);
    routes.get("/users/{userId}", READ, UsersApi::read);
  }

  private static Answer search(Call call) {
    var companyId = call.neededQuery("companyId");
    if (!companyId.equals(call.world().directory().location().companyId())) {
      throw Refused.foreignLocation();
    }
    if (!call.query("locationId").isEmpty()) {
      call.needsLocation(call.query("locationId"));
    }
    var query = call.query("query").toLowerCase(Locale.ROOT);
    var found =
        call.world().directory().colleagues().stream()
            .filter(user -> user.name().toLowerCase(Locale.ROOT).contains(query))
            .toList();
    var shown =
        found.stream()
            .skip(call.number("skip", 0, Integer.MAX_VALUE))
            .limit(call.number("limit", 25, 100));
    return Answer.ok(users(call, shown).put("count", found.size()));
  }

  private static Answer list(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    return Answer.ok(users(call, call.world().directory().colleagues().stream()));
  }

  private static Answer read(Call call) {
    var id = call.path("userId");
    return call.world().directory().colleagues().stream()
        .filter(user -> user.id().equals(id))
        .findFirst()
        .map(user -> Answer.ok(json(call, user)))
        .orElseThrow(() -> Refused.notFound("User", id));
  }

  private static ObjectNode users(Call call, Stream<Colleague> users) {
    var json = Json.object();
    users.map(user -> json(call, user)).forEach(json.putArray("users")::add);
    return json;
  }

  private static ObjectNode json(Call call, Colleague user) {
    var json =
        Json.object()
            .put("id", user.id())
            .put("name", user.name())
            .put("firstName", user.firstName())
            .put("lastName", user.lastName())
            .put("email", user.email())
            .put("phone", "");
    json.putObject("roles")
        .put("type", "account")
        .put("role", user.role())
        .putArray("locationIds")
        .add(call.world().directory().location().id());
    return json;
  }
}
