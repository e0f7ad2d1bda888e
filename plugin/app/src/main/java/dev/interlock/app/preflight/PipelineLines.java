package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Change;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A pipeline, and each of its stages once it is there.
record PipelineLines(Demand.Pipeline demand, Known known) {

  Stream<Line> lines() {
    var told = known.inventory().pipelines();
    var line =
        new Naming<Thing.Pipeline>(
                Line.Group.PIPELINES,
                Name.of(Thing.Kind.PIPELINE, demand.name()),
                demand.by(),
                this::order,
                new Chore.MakePipeline(demand.name(), demand.stageNames()),
                Optional.empty())
            .line(told, known);
    return Stream.concat(Stream.of(line), only(told).stream().flatMap(this::stages));
  }

  /// The one pipeline whose stages can be meant.
  private Optional<Thing.Pipeline> only(Told<List<Thing.Pipeline>> told) {
    var named =
        Told.orNone(told).stream().filter(each -> each.name().equals(demand.name())).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private Stream<Line> stages(Thing.Pipeline pipeline) {
    return demand.stages().stream().map(stage -> stage(stage, pipeline));
  }

  private Line stage(Demand.Stage stage, Thing.Pipeline pipeline) {
    return new Naming<Thing.Stage>(
            Line.Group.PIPELINES,
            Name.ofStage(demand.name(), stage.name()),
            stage.by(),
            _ -> new State.Present(""),
            new Chore.AddStage(demand.name(), stage.name(), before(stage, pipeline)),
            Optional.empty())
        .among(pipeline.stages(), known);
  }

  /// The stage before it that is there; empty when none is.
  private String before(Demand.Stage stage, Thing.Pipeline pipeline) {
    return demand.stages().stream()
        .takeWhile(each -> !each.equals(stage))
        .map(Demand.Stage::name)
        .filter(name -> pipeline.stages().stream().anyMatch(each -> each.name().equals(name)))
        .reduce("", (_, last) -> last);
  }

  /// Contracts move deals forward by the CRM's order, so what comes before what has to be the same.
  /// What the CRM has in between does not matter.
  private State order(Thing.Pipeline pipeline) {
    var wanted = demand.stageNames();
    var there = pipeline.stages().stream().map(Thing.Stage::name).filter(wanted::contains).toList();
    var sorted = wanted.stream().filter(there::contains).toList();
    if (there.stream().distinct().toList().equals(sorted)) {
      return new State.Present(sorted.size() == wanted.size() ? inOrder(wanted.size()) : "");
    }
    var chore = new Chore.OrderStages(demand.name(), wanted);
    return known
        .change(Name.of(Thing.Kind.PIPELINE, demand.name()))
        .filter(Change.Reordered.class::isInstance)
        .<State>map(_ ->
            new State.Drifted("its stages stand in another order now", chore, Optional.empty()))
        .orElseGet(() -> new State.Yours("its stages stand in another order", chore));
  }

  private static String inOrder(int stages) {
    return stages == 1 ? "1 stage" : stages + " stages, in order";
  }
}
