package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    return new Pipeline.Stage(ground.issue(id.toString()), pipelineId, name, place);
  }

  /// Makes a pipeline with stages in order, with ids that nothing had before.
  public Pipeline createPipeline(String name, List<String> stageNames) {
    var wanted = stageNames.stream().map(stage -> new StageWish("", stage)).toList();
    var pipeline = made(ground.newId("pipeline", name), name, wanted, List.of());
    pipelines.put(pipeline.id(), pipeline);
    return pipeline;
  }

  /// A stage that a pipeline is to have.
  ///
  /// @param id the stage that it is already; empty for a new one
  public record StageWish(String id, String name) {}

  /// Replaces all stages of a pipeline. Cards of a stage that is gone fall to the lowest.
  public Pipeline replaceStages(String id, String name, List<StageWish> wanted, By by) {
    var old = pipeline(id).orElseThrow(() -> new NoSuchElementException("no pipeline " + id));
    var made = made(id, name, wanted, old.stages());
    var gone = old.stages().stream().filter(stage -> made.stage(stage.id()).isEmpty()).toList();
    // both are there while cards move, so that whoever is told can name where they came from
    var both = new ArrayList<>(made.stages());
    both.addAll(gone);
    pipelines.put(id, new Pipeline(id, name, both));
    for (var card : all()) {
      if (gone.stream().anyMatch(stage -> stage.id().equals(card.stageId()))) {
        edit(card.id(), writing -> writing.in(made.stages().getFirst()), by);
      }
    }
    pipelines.put(id, made);
    return made;
  }

  private Pipeline made(String id, String name, List<StageWish> wanted, List<Pipeline.Stage> old) {
    var kept = old.stream().map(Pipeline.Stage::id).toList();
    var stages =
        IntStream.range(0, wanted.size())
            .mapToObj(place -> {
              var wish = wanted.get(place);
              var stageId = kept.contains(wish.id()) ? wish.id() : newStageId(id, wish.name());
              return new Pipeline.Stage(stageId, id, wish.name(), place);
            })
            .toList();
    return new Pipeline(id, name, stages);
  }

  private String newStageId(String pipelineId, String name) {
    var drawn = ground.newId("stage", pipelineId + name).getBytes(StandardCharsets.UTF_8);
    return ground.issue(UUID.nameUUIDFromBytes(drawn).toString());
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
    return findPipelineNamed(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no pipeline " + name));
  }

  /// The pipeline with a name, if the location has one.
  public Optional<Pipeline> findPipelineNamed(String name) {
    return pipelines.values().stream()
        .filter(pipeline -> pipeline.name().equalsIgnoreCase(name))
        .findFirst();
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
