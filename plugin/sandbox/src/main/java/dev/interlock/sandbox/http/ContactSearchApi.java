package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.world.Contact;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The search over contacts. Its index lags behind, if so set.
final class ContactSearchApi {
  private static final int LARGEST_PAGE = 500;
  private static final Shape SEARCH =
      new Shape()
          .needs(Kind.TEXT, "locationId")
          .needs(Kind.NUMBER, "pageLimit")
          .may(Kind.NUMBER, "page")
          .may(Kind.TEXT, "query")
          .may(Kind.ANYTHING, "searchAfter")
          .may(Kind.OBJECTS, "filters", "sort");

  private final Duration lag;

  ContactSearchApi(Duration lag) {
    this.lag = lag;
  }

  void addTo(Routes routes) {
    routes.post("/contacts/search", ContactsApi.READ.without422(), this::search);
  }

  private Answer search(Call call) {
    var body = SEARCH.check(call.body());
    call.needsLocation(body.path("locationId").stringValue());
    int limit = body.path("pageLimit").asInt();
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.invalid("pageLimit must not be greater than " + LARGEST_PAGE);
    }
    var visible = call.world().now().minus(lag);
    var order = order(body.path("sort").path(0));
    var found =
        call.world().contacts().all().stream()
            .filter(contact -> !contact.added().isAfter(visible))
            .filter(ContactFilter.all(body.path("filters")))
            .filter(contact -> isAbout(contact, body.path("query").asString("")))
            .sorted(order)
            .toList();
    return Answer.ok(page(call, found, rest(found, body, limit), limit));
  }

  private static List<Contact> rest(List<Contact> found, ObjectNode body, int limit) {
    var after = body.path("searchAfter").path(1).asString("");
    if (!after.isEmpty()) {
      return found.stream().dropWhile(it -> !it.id().equals(after)).skip(1).toList();
    }
    long page = Math.max(1, body.path("page").asInt(1));
    return found.stream().skip((page - 1) * limit).toList();
  }

  private static ObjectNode page(Call call, List<Contact> found, List<Contact> rest, int limit) {
    var locationId = call.world().directory().location().id();
    var json = Json.object();
    var contacts = json.putArray("contacts");
    rest.stream().limit(limit).map(contact -> row(contact, locationId)).forEach(contacts::add);
    return json.put("total", found.size());
  }

  private static ObjectNode row(Contact contact, String locationId) {
    var json = ContactJson.of(contact, locationId);
    json.putArray("additionalEmails");
    json.putArray("additionalPhones");
    json.putArray("searchAfter").add(contact.updated().toEpochMilli()).add(contact.id());
    return json;
  }

  private static boolean isAbout(Contact contact, String query) {
    var words = query.toLowerCase(Locale.ROOT);
    return contact.fullName().toLowerCase(Locale.ROOT).contains(words)
        || contact.email().toLowerCase(Locale.ROOT).contains(words)
        || contact.phone().contains(words);
  }

  private static Comparator<Contact> order(JsonNode sort) {
    Comparator<Contact> byTime =
        Comparator.comparing(
            sort.path("field").asString("").equals("dateUpdated")
                ? Contact::updated
                : Contact::added);
    var order = byTime.thenComparing(Contact::id);
    return sort.path("direction").asString("desc").equals("asc") ? order : order.reversed();
  }
}
