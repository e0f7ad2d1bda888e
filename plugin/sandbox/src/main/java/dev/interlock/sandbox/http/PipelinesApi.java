package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Opportunities.StageWish;
import dev.interlock.sandbox.world.Pipeline;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Making pipelines and changing their stages, which only the third version of the API can.
///
/// The vendor's files do not describe it yet; this is what its release notes and field reports say.
/// Win probabilities are checked, and not kept. Deleting is left out: it deletes the cards too.
final class PipelinesApi {
  private static final Needs CREATE = new Needs("pipelines.create", Routes.V3);
  private static final Needs READ = new Needs("pipelines.readonly", Routes.V3);
  private static final Needs WRITE = new Needs("pipelines.write", Routes.V3);

  private static final Shape NEW =
      new Shape()
          .needs(Kind.TEXT, "name", "locationId")
          .needs(Kind.OBJECTS, "stages")
          .may(Kind.BOOLEAN, "showInFunnel", "showInPieChart", "useOpportunityProbability");
  private static final Shape CHANGED =
      new Shape()
          .needs(Kind.TEXT, "name")
          .needs(Kind.OBJECTS, "stages")
          .may(Kind.BOOLEAN, "showInFunnel", "showInPieChart", "useOpportunityProbability");
  private static final Shape STAGE =
      new Shape()
          .needs(Kind.TEXT, "name")
          .needs(Kind.NUMBER, "position")
          .may(Kind.TEXT, "id")
          .may(Kind.NUMBER, "stageWinProbability")
          .may(Kind.BOOLEAN, "showInFunnel", "showInPieChart");

  private PipelinesApi() {}

  static void addTo(Routes routes) {
    routes.post("/opportunities/pipelines", CREATE, PipelinesApi::create);
    routes.get("/opportunities/pipelines/{pipelineId}", READ, PipelinesApi::read);
    routes.put("/opportunities/pipelines/{pipelineId}", WRITE, PipelinesApi::replace);
  }

  private static Answer create(Call call) {
    var body = NEW.check(call.body());
    call.needsLocation(body.path("locationId").stringValue());
    var name = body.path("name").stringValue().strip();
    refuseTaken(call, name, "");
    var names = stages(body).stream().map(StageWish::name).toList();
    var made = call.world().opportunities().createPipeline(name, names);
    return Answer.created(wrapped(call, made));
  }

  private static Answer read(Call call) {
    return Answer.ok(wrapped(call, pipeline(call)));
  }

  private static Answer replace(Call call) {
    var old = pipeline(call);
    var body = CHANGED.check(call.body());
    var name = body.path("name").stringValue().strip();
    refuseTaken(call, name, old.id());
    var made = call.world().opportunities().replaceStages(old.id(), name, stages(body), By.API);
    return Answer.ok(wrapped(call, made));
  }

  private static void refuseTaken(Call call, String name, String own) {
    var known = call.world().opportunities().findPipelineNamed(name);
    if (known.filter(pipeline -> !pipeline.id().equals(own)).isPresent()) {
      throw Refused.badRequest("Pipeline with this name already exists");
    }
  }

  private static List<StageWish> stages(ObjectNode body) {
    boolean needsProbability = body.path("useOpportunityProbability").asBoolean(false);
    var names = new HashSet<String>();
    var stages =
        body.path("stages")
            .valueStream()
            .map(stage -> STAGE.check((ObjectNode) stage))
            .sorted(Comparator.comparingDouble(stage -> stage.path("position").doubleValue()))
            .toList();
    if (stages.isEmpty()) {
      throw Refused.invalid("stages should not be empty");
    }
    for (var stage : stages) {
      if (!names.add(stage.path("name").stringValue().strip().toLowerCase(Locale.ROOT))) {
        throw Refused.invalid("stages must have unique names");
      }
      var probability = stage.path("stageWinProbability").asDouble(needsProbability ? -1 : 0);
      if (probability < 0 || probability > 100) {
        throw Refused.invalid("stageWinProbability must be from 0 to 100");
      }
    }
    return stages.stream()
        .map(it -> new StageWish(it.path("id").asString(""), it.path("name").stringValue().strip()))
        .toList();
  }

  private static Pipeline pipeline(Call call) {
    var id = call.path("pipelineId");
    return call.world()
        .opportunities()
        .pipeline(id)
        .orElseThrow(() -> Refused.notFound("Pipeline", id));
  }

  private static ObjectNode wrapped(Call call, Pipeline pipeline) {
    var locationId = call.world().directory().location().id();
    return Json.wrapped("pipeline", OpportunityJson.of(pipeline, locationId));
  }
}
