package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Submission;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/// Forms and what was filled into them. They have to be asked for: no webhook tells.
final class FormsApi {
  private static final Needs READ = new Needs("forms.readonly", Routes.JULY).without422();

  private FormsApi() {}

  static void addTo(Routes routes) {
    routes.get("/forms/", READ, FormsApi::list);
    routes.get("/forms/submissions", READ, FormsApi::submissions);
  }

  private static Answer list(Call call) {
    var locationId = call.neededQuery("locationId");
    call.needsLocation(locationId);
    var forms = call.world().directory().forms();
    var json = Json.object();
    var rows = json.putArray("forms");
    var page =
        forms.stream().skip(call.number("skip", 0, 100_000)).limit(call.number("limit", 10, 50));
    page.forEach(form ->
        rows.addObject()
            .put("id", form.id())
            .put("name", form.name())
            .put("locationId", locationId));
    return Answer.ok(json.put("total", forms.size()));
  }

  private static Answer submissions(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    var formId = call.query("formId");
    var today = LocalDate.ofInstant(call.world().now(), ZoneOffset.UTC);
    var start = day(call.query("startAt"), today.minusMonths(1));
    var end = day(call.query("endAt"), today);
    var found =
        call.world().submissions().all().reversed().stream()
            .filter(it -> formId.isEmpty() || formId.equals(it.formId()))
            .filter(it -> !added(it).isBefore(start) && !added(it).isAfter(end))
            .toList();
    int limit = call.number("limit", 20, 100);
    int page = Math.max(1, call.number("page", 1, 100_000));
    var json = Json.object();
    var rows = json.putArray("submissions");
    found.stream()
        .skip((page - 1L) * limit)
        .limit(limit)
        .map(it -> json(call, it))
        .forEach(rows::add);
    var meta = json.putObject("meta").put("total", found.size()).put("currentPage", page);
    if (page * (long) limit < found.size()) {
      meta.put("nextPage", page + 1);
    } else {
      meta.putNull("nextPage");
    }
    return Answer.ok(json);
  }

  /// Both ends are days, and the whole of them counts.
  private static LocalDate day(String asked, LocalDate otherwise) {
    try {
      return asked.isEmpty() ? otherwise : LocalDate.parse(asked);
    } catch (DateTimeException unreadable) {
      throw Refused.badRequest("startAt and endAt must be YYYY-MM-DD");
    }
  }

  private static LocalDate added(Submission it) {
    return LocalDate.ofInstant(it.added(), ZoneOffset.UTC);
  }

  private static ObjectNode json(Call call, Submission submission) {
    var json =
        Json.object()
            .put("id", submission.id())
            .put("contactId", submission.contactId())
            .put("createdAt", Iso.utc(submission.added()))
            .put("formId", submission.formId());
    call.world()
        .contacts()
        .find(submission.contactId())
        .ifPresent(contact -> json.put("name", contact.fullName()).put("email", contact.email()));
    json.putObject("others");
    return json;
  }
}
