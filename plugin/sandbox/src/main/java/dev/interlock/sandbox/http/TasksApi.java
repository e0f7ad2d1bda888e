package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Task;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tasks of a contact, and the search over all of them.
final class TasksApi {
  private static final Needs SEARCH = new Needs("locations/tasks.readonly", Routes.JULY);
  private static final Shape CREATE =
      new Shape()
          .needs(Kind.TEXT, "title", "dueDate")
          .needs(Kind.BOOLEAN, "completed")
          .may(Kind.TEXT, "body", "assignedTo");
  private static final Shape UPDATE =
      new Shape()
          .may(Kind.TEXT, "title", "dueDate", "body", "assignedTo")
          .may(Kind.BOOLEAN, "completed");
  private static final Shape COMPLETE = new Shape().needs(Kind.BOOLEAN, "completed");
  private static final Shape QUERY =
      new Shape()
          .may(Kind.TEXTS, "contactId", "assignedTo")
          .may(Kind.BOOLEAN, "completed")
          .may(Kind.TEXT, "query", "businessId")
          .may(Kind.NUMBER, "limit", "skip");

  private TasksApi() {}

  static void addTo(Routes routes) {
    routes.get("/contacts/{contactId}/tasks", ContactsApi.READ, TasksApi::list);
    routes.post("/contacts/{contactId}/tasks", ContactsApi.WRITE, TasksApi::create);
    routes.get("/contacts/{contactId}/tasks/{taskId}", ContactsApi.READ, TasksApi::read);
    routes.put("/contacts/{contactId}/tasks/{taskId}", ContactsApi.WRITE, TasksApi::update);
    routes.put(
        "/contacts/{contactId}/tasks/{taskId}/completed", ContactsApi.WRITE, TasksApi::complete);
    routes.delete("/contacts/{contactId}/tasks/{taskId}", ContactsApi.WRITE, TasksApi::delete);
    routes.post("/locations/{locationId}/tasks/search", SEARCH, TasksApi::search);
  }

  private static Answer list(Call call) {
    return Answer.ok(many(call.world().tasks().of(ContactsApi.contact(call).id()).stream()));
  }

  private static Answer read(Call call) {
    return Answer.ok(one(task(call)));
  }

  private static Answer create(Call call) {
    var contact = ContactsApi.contact(call);
    var body = CREATE.check(call.body());
    return Answer.created(
        one(call.world().tasks().create(contact.id(), task -> written(task, body), By.API)));
  }

  private static Answer update(Call call) {
    var task = task(call);
    var body = UPDATE.check(call.body());
    return Answer.ok(one(call.world().tasks().edit(task.id(), old -> written(old, body), By.API)));
  }

  private static Answer complete(Call call) {
    var task = task(call);
    var body = COMPLETE.check(call.body());
    return Answer.ok(one(call.world().tasks().edit(task.id(), old -> written(old, body), By.API)));
  }

  private static Answer delete(Call call) {
    call.world().tasks().delete(task(call).id(), By.API);
    return Answer.succeded();
  }

  private static Answer search(Call call) {
    call.needsLocation(call.path("locationId"));
    var body = QUERY.check(call.body());
    var contacts = texts(body, "contactId");
    var assignees = texts(body, "assignedTo");
    var found =
        call.world().tasks().all().stream()
            .filter(task -> contacts.isEmpty() || contacts.contains(task.contactId()))
            .filter(task -> assignees.isEmpty() || assignees.contains(task.assignedTo()))
            .filter(task ->
                !body.path("completed").isBoolean()
                    || body.path("completed").booleanValue() == task.completed())
            .filter(task -> task.title().contains(body.path("query").asString("")))
            .skip(body.path("skip").asInt(0))
            .limit(body.path("limit").asInt(25));
    return Answer.ok(many(found));
  }

  private static List<String> texts(ObjectNode body, String name) {
    return body.path(name).valueStream().map(JsonNode::stringValue).toList();
  }

  private static Task task(Call call) {
    var contact = ContactsApi.contact(call);
    var id = call.path("taskId");
    return call.world()
        .tasks()
        .find(id)
        .filter(task -> task.contactId().equals(contact.id()))
        .orElseThrow(() -> Refused.notFound("Task", id));
  }

  private static Task written(Task task, ObjectNode body) {
    return task.rewritten(
        body.path("title").asString(task.title()),
        body.path("body").asString(task.body()),
        body.path("assignedTo").asString(task.assignedTo()),
        dueDate(body.path("dueDate").asString(task.dueDate())),
        body.path("completed").asBoolean(task.completed()));
  }

  private static String dueDate(String written) {
    try {
      OffsetDateTime.parse(written);
      return written;
    } catch (DateTimeException notIso) {
      throw Refused.invalid("dueDate must be a valid ISO 8601 date string");
    }
  }

  private static ObjectNode one(Task task) {
    return Json.wrapped("task", json(task));
  }

  private static ObjectNode many(Stream<Task> tasks) {
    var json = Json.object();
    tasks.map(TasksApi::json).forEach(json.putArray("tasks")::add);
    return json;
  }

  private static ObjectNode json(Task task) {
    var json =
        Json.object()
            .put("id", task.id())
            .put("contactId", task.contactId())
            .put("title", task.title())
            .put("body", task.body())
            .put("dueDate", task.dueDate())
            .put("completed", task.completed());
    if (!task.assignedTo().isEmpty()) {
      json.put("assignedTo", task.assignedTo());
    }
    return json;
  }
}
