package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Opportunity;
import tools.jackson.databind.node.ObjectNode;

/// Opportunities and pipelines: read, create, update, set the status, delete.
final class OpportunitiesApi {
  static final Needs READ = new Needs("opportunities.readonly", Routes.JULY);
  static final Needs WRITE = new Needs("opportunities.write", Routes.JULY);

  private static final Shape CREATE =
      OpportunityBody.shape()
          .needs(Kind.TEXT, "pipelineId", "locationId", "name", "status", "contactId");
  private static final Shape UPDATE = OpportunityBody.shape();
  private static final Shape STATUS =
      new Shape().needs(Kind.TEXT, "status").may(Kind.TEXT, "lostReasonId");

  private OpportunitiesApi() {}

  static void addTo(Routes routes) {
    routes.get("/opportunities/pipelines", READ.without422(), OpportunitiesApi::pipelines);
    routes.get("/opportunities/{id}", READ, OpportunitiesApi::read);
    routes.post("/opportunities/", WRITE, OpportunitiesApi::create);
    routes.put("/opportunities/{id}", WRITE, OpportunitiesApi::update);
    routes.put("/opportunities/{id}/status", WRITE, OpportunitiesApi::setStatus);
    routes.delete("/opportunities/{id}", WRITE, OpportunitiesApi::delete);
  }

  private static Answer pipelines(Call call) {
    var locationId = call.neededQuery("locationId");
    call.needsLocation(locationId);
    var json = Json.object();
    call.world().opportunities().pipelines().stream()
        .map(pipeline -> OpportunityJson.of(pipeline, locationId))
        .forEach(json.putArray("pipelines")::add);
    return Answer.ok(json);
  }

  private static Answer read(Call call) {
    return Answer.ok(wrapped(call, opportunity(call)));
  }

  private static Answer create(Call call) {
    var body = CREATE.check(call.body());
    call.needsLocation(body.path("locationId").stringValue());
    var contact = ContactsApi.contact(call, body.path("contactId").stringValue());
    if (!call.world().directory().location().allowsDuplicateOpportunities()) {
      call.world().opportunities().of(contact.id()).stream()
          .findFirst()
          .ifPresent(OpportunitiesApi::refuseDuplicate);
    }
    var writing = new OpportunityBody(body, call.world()).fresh();
    var made = call.world().opportunities().create(contact.id(), writing, By.API);
    return Answer.created(wrapped(call, made));
  }

  /// The one in the way may be in another pipeline, or closed.
  private static void refuseDuplicate(Opportunity existing) {
    throw Refused.coded(
        "Can not create duplicate opportunity for the contact.",
        "OPPORTUNITY_NO_DUPLICATE",
        Json.object().put("existingId", existing.id()));
  }

  private static Answer update(Call call) {
    var old = opportunity(call);
    var body = new OpportunityBody(UPDATE.check(call.body()), call.world());
    var updated = call.world().opportunities().edit(old.id(), body::applyTo, By.API);
    return Answer.ok(wrapped(call, updated));
  }

  private static Answer setStatus(Call call) {
    var old = opportunity(call);
    var body = new OpportunityBody(STATUS.check(call.body()), call.world());
    call.world().opportunities().edit(old.id(), body::applyTo, By.API);
    return Answer.succeded();
  }

  private static Answer delete(Call call) {
    call.world().opportunities().delete(opportunity(call).id(), By.API);
    return Answer.succeded();
  }

  private static Opportunity opportunity(Call call) {
    var id = call.path("id");
    return call.world()
        .opportunities()
        .find(id)
        .orElseThrow(() -> Refused.notFound("Opportunity", id));
  }

  private static ObjectNode wrapped(Call call, Opportunity opportunity) {
    return Json.wrapped("opportunity", OpportunityJson.of(opportunity, call.world()));
  }
}
