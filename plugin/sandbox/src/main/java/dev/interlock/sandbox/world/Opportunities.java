package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The pipelines and the cards in them.
public final class Opportunities {
  private final Ground ground;
  private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();
  private final Map<String, Opportunity> byId = new LinkedHashMap<>();

  Opportunities(Ground ground) {
    this.ground = ground;
  }

  /// Sets up a pipeline with stages in order.
  public Pipeline addPipeline(String name, List<String> stageNames) {
    var id = ground.fixedId("pipeline", name);
    var stages =
        IntStream.range(0, stageNames.size())
            .mapToObj(place -> stage(id, stageNames.get(place), place))
            .toList();
    var pipeline = new Pipeline(id, name, stages);
    pipelines.put(id, pipeline);
    return pipeline;
  }

  private Pipeline.Stage stage(String pipelineId, String name, int place) {
    var id = UUID.nameUUIDFromBytes((pipelineId + name).getBytes(StandardCharsets.UTF_8));
    return new Pipeline.Stage(id.toString(), pipelineId, name, place);
  }

  /// All pipelines.
  public List<Pipeline> pipelines() {
    return List.copyOf(pipelines.values());
  }

  /// The pipeline with an id.
  public Optional<Pipeline> pipeline(String id) {
    return Optional.ofNullable(pipelines.get(id));
  }

  /// The pipeline with a name.
  public Pipeline pipelineNamed(String name) {
    return pipelines.values().stream()
        .filter(pipeline -> pipeline.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no pipeline " + name));
  }

  /// The stage that an opportunity is in.
  public Pipeline.Stage stageOf(Opportunity opportunity) {
    return pipeline(opportunity.pipelineId())
        .flatMap(pipeline -> pipeline.stage(opportunity.stageId()))
        .orElseThrow(() -> new NoSuchElementException("no stage " + opportunity.stageId()));
  }

  /// The opportunity with an id.
  public Optional<Opportunity> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// All opportunities, oldest first.
  public List<Opportunity> all() {
    return List.copyOf(byId.values());
  }

  /// All opportunities of a contact, oldest first.
  public List<Opportunity> of(String contactId) {
    return byId.values().stream()
        .filter(opportunity -> opportunity.contactId().equals(contactId))
        .toList();
  }

  /// Makes an opportunity.
  public Opportunity create(String contactId, Opportunity.Writing writing, By by) {
    var id = ground.newId("opportunity", contactId);
    var opportunity = Opportunity.of(id, contactId, writing, ground.now());
    byId.put(id, opportunity);
    ground.tell(new Change.Created(opportunity, by, ground.now()));
    return opportunity;
  }

  /// Changes an opportunity. Nothing is told when nothing changed.
  public Opportunity edit(String id, UnaryOperator<Opportunity.Writing> change, By by) {
    var before = known(id);
    var wanted = change.apply(before.writing());
    if (wanted.equals(before.writing())) {
      return before;
    }
    var after = before.rewritten(wanted, ground.now());
    byId.put(id, after);
    ground.tell(new Change.OpportunityChanged(before, after, by, ground.now()));
    return after;
  }

  /// Deletes an opportunity.
  public void delete(String id, By by) {
    var opportunity = known(id);
    byId.remove(id);
    ground.tell(new Change.Deleted(opportunity, by, ground.now()));
  }

  private Opportunity known(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no opportunity " + id));
  }
}
