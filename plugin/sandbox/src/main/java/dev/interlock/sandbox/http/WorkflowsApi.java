package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.NativeWorkflow;
import tools.jackson.databind.node.ObjectNode;

/// The CRM's own workflows: their list, and putting contacts in and taking them out.
final class WorkflowsApi {
  private static final Needs READ = new Needs("workflows.readonly", Routes.JULY);
  private static final Shape START = new Shape().may(Kind.TEXT, "eventStartTime");

  private WorkflowsApi() {}

  static void addTo(Routes routes) {
    routes.get("/workflows/", READ, WorkflowsApi::list);
    routes.post(
        "/contacts/{contactId}/workflow/{workflowId}", ContactsApi.WRITE, WorkflowsApi::join);
    routes.delete(
        "/contacts/{contactId}/workflow/{workflowId}", ContactsApi.WRITE, WorkflowsApi::leave);
  }

  private static Answer list(Call call) {
    var locationId = call.neededQuery("locationId");
    call.needsLocation(locationId);
    var json = Json.object();
    call.world().workflows().all().stream()
        .map(workflow -> json(workflow, locationId))
        .forEach(json.putArray("workflows")::add);
    return Answer.ok(json);
  }

  private static Answer join(Call call) {
    var contact = ContactsApi.contact(call);
    START.check(call.body());
    var workflow = workflow(call);
    if (!workflow.status().equals("published")) {
      throw Refused.badRequest("The workflow is not published");
    }
    call.world().workflows().join(workflow.id(), contact.id(), By.API);
    return Answer.succeded();
  }

  private static Answer leave(Call call) {
    var contact = ContactsApi.contact(call);
    START.check(call.body());
    call.world().workflows().leave(workflow(call).id(), contact.id(), By.API);
    return Answer.succeded();
  }

  private static NativeWorkflow workflow(Call call) {
    var id = call.path("workflowId");
    return call.world().workflows().find(id).orElseThrow(() -> Refused.notFound("Workflow", id));
  }

  private static ObjectNode json(NativeWorkflow workflow, String locationId) {
    return Json.object()
        .put("id", workflow.id())
        .put("name", workflow.name())
        .put("status", workflow.status())
        .put("version", 1)
        .put("createdAt", Iso.utc(workflow.added()))
        .put("updatedAt", Iso.utc(workflow.added()))
        .put("locationId", locationId);
  }
}
