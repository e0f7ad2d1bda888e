package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.world.Opportunity;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The two searches over opportunities. Their index lags behind, if so set.
final class OpportunitySearchApi {
  private static final Shape ADVANCED =
      new Shape()
          .needs(Kind.TEXT, "locationId")
          .needs(Kind.NUMBER, "limit", "page")
          .needs(Kind.OBJECT, "additionalDetails")
          .may(Kind.TEXT, "query")
          .may(Kind.ANYTHING, "searchAfter")
          .may(Kind.OBJECTS, "filters", "sort");
  private static final int LARGEST_PAGE = 100;

  private final Duration lag;

  OpportunitySearchApi(Duration lag) {
    this.lag = lag;
  }

  void addTo(Routes routes) {
    routes.get("/opportunities/search", OpportunitiesApi.READ, this::search);
    routes.post("/opportunities/search", OpportunitiesApi.READ, this::searchAdvanced);
  }

  private Answer search(Call call) {
    call.needsLocation(call.neededQuery("location_id"));
    var status = call.query("status");
    var found =
        visible(call).stream()
            .filter(it -> matches(call.query("pipeline_id"), it.pipelineId()))
            .filter(it -> matches(call.query("pipeline_stage_id"), it.stageId()))
            .filter(it -> matches(call.query("contact_id"), it.contactId()))
            .filter(it -> matches(call.query("assigned_to"), it.assignedTo()))
            .filter(it -> matches(call.query("id"), it.id()))
            .filter(it -> status.equals("all") || matches(status, it.status()))
            .filter(it -> isNamed(it, call.query("q")))
            .toList();
    int limit = call.number("limit", 20, LARGEST_PAGE);
    var rest = rest(call, found, limit);
    return Answer.ok(page(call, found, rest, limit));
  }

  private static List<Opportunity> rest(Call call, List<Opportunity> found, int limit) {
    var after = call.query("startAfterId");
    if (!after.isEmpty()) {
      return found.stream().dropWhile(it -> !it.id().equals(after)).skip(1).toList();
    }
    long page = Math.max(1, call.number("page", 1, 10_000));
    return found.stream().skip((page - 1) * limit).toList();
  }

  private static ObjectNode page(
      Call call, List<Opportunity> found, List<Opportunity> rest, int limit) {
    var shown = rest.stream().limit(limit).toList();
    var json = Json.object();
    var rows = json.putArray("opportunities");
    shown.stream().map(it -> OpportunityJson.of(it, call.world())).forEach(rows::add);
    var meta = json.putObject("meta");
    meta.put("total", found.size());
    meta.put("currentPage", call.number("page", 1, 10_000));
    if (!shown.isEmpty()) {
      meta.put("startAfter", shown.getLast().added().toEpochMilli());
      meta.put("startAfterId", shown.getLast().id());
    }
    if (rest.size() > shown.size()) {
      meta.put("nextPage", call.number("page", 1, 10_000) + 1);
    }
    return json;
  }

  private Answer searchAdvanced(Call call) {
    var body = ADVANCED.check(call.body());
    call.needsLocation(body.path("locationId").stringValue());
    var found =
        visible(call).stream()
            .filter(it -> isNamed(it, body.path("query").asString("")))
            .filter(it -> isChangedSince(it, body.path("filters")))
            .sorted(order(body.path("sort").path(0)))
            .toList();
    int limit = Math.min(LARGEST_PAGE, body.path("limit").asInt(20));
    long page = Math.max(1, body.path("page").asInt(1));
    var json = Json.object();
    var rows = json.putArray("opportunities");
    found.stream()
        .skip((page - 1) * limit)
        .limit(limit)
        .map(it -> OpportunityJson.of(it, call.world()))
        .forEach(rows::add);
    return Answer.ok(json.put("total", found.size()));
  }

  /// Of the filters that the vendor has, the one by the last change.
  private static boolean isChangedSince(Opportunity it, JsonNode filters) {
    return filters
        .valueStream()
        .allMatch(filter -> {
          if (!filter.path("field").asString("").equals("date_updated")
              || !filter.path("operator").asString("").equals("range")) {
            throw Refused.invalid("only a range of date_updated is supported here");
          }
          String since = filter.path("value").path("gte").asString("");
          return since.isEmpty() || !it.updated().isBefore(OffsetDateTime.parse(since).toInstant());
        });
  }

  private static Comparator<Opportunity> order(JsonNode sort) {
    Comparator<Opportunity> byTime =
        Comparator.comparing(
            sort.path("field").asString("").equals("date_updated")
                ? Opportunity::updated
                : Opportunity::added);
    var order = byTime.thenComparing(Opportunity::id);
    return sort.path("direction").asString("desc").equals("asc") ? order : order.reversed();
  }

  /// Newest first, without those that the index does not know yet.
  private List<Opportunity> visible(Call call) {
    var known = call.world().now().minus(lag);
    return call.world().opportunities().all().stream()
        .filter(it -> !it.added().isAfter(known))
        .sorted(Comparator.comparing(Opportunity::added).thenComparing(Opportunity::id).reversed())
        .toList();
  }

  private static boolean matches(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private static boolean isNamed(Opportunity it, String query) {
    return it.name().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
  }
}
