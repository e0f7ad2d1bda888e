package dev.interlock.handbook.diagram;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.handbook.diagram.Flow.Box;
import dev.interlock.handbook.diagram.Flow.Group;
import dev.interlock.handbook.diagram.Flow.Line;
import dev.interlock.handbook.diagram.Flow.Way;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.EventWords;
import dev.interlock.handbook.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A whole set as a drawing: workflows in their lanes, the ways by which one sends contacts into
/// another, and the stages of each pipeline in their order.
public final class OperatingMap {
  private final ContractSet set;
  private final Sheet workflows;
  private final List<Sheet> pipelines;

  private OperatingMap(ContractSet set, Sheet workflows, List<Sheet> pipelines) {
    this.set = set;
    this.workflows = workflows;
    this.pipelines = List.copyOf(pipelines);
  }

  /// The map of a set; `handbook` is what goes before the file name of a workflow's page.
  public static OperatingMap of(ContractSet set, String handbook) {
    Sheet workflows = Arranger.downward(workflows(set, handbook));
    List<Sheet> pipelines =
        set.operation().pipelines().stream()
            .filter(pipeline -> !pipeline.stages().isEmpty())
            .map(pipeline -> Arranger.rightward(stages(pipeline)))
            .toList();
    return new OperatingMap(set, workflows, pipelines);
  }

  /// The workflows as SVG, with the number of runs under way in each that has some.
  public String svg(Map<ContractId, Long> running) {
    Map<String, Long> counts = new LinkedHashMap<>();
    running.forEach((contract, count) -> counts.put(boxOf(contract), count));
    return new Painter("map", counts)
        .drawing(
            "The workflows of " + set.operation().name(),
            "Each box is a workflow, each frame a lane in which only one workflow at a time talks to"
                + " a contact. A line leads from an ending to the workflow that goes on from there.",
            List.of(workflows));
  }

  /// The stages of all pipelines as SVG; empty text when there are none.
  public String stagesSvg() {
    if (pipelines.isEmpty()) {
      return "";
    }
    return new Painter("stages", Map.of())
        .drawing(
            "The stages of " + set.operation().name(),
            "Each frame is a pipeline with its stages in their order.",
            pipelines);
  }

  List<Sheet> sheets() {
    List<Sheet> all = new ArrayList<>();
    all.add(workflows);
    all.addAll(pipelines);
    return all;
  }

  private static Flow workflows(ContractSet set, String handbook) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    Map<String, Map<String, Set<String>>> routes = new LinkedHashMap<>();
    Map<LaneName, List<String>> lanes = new LinkedHashMap<>();
    for (Contract contract : set.contracts()) {
      boxes.put(boxOf(contract.id()), box(contract, handbook));
      switch (contract.lane()) {
        case LaneClaim.InLane(var lane, _, _, _) ->
            lanes.computeIfAbsent(lane, _ -> new ArrayList<>()).add(boxOf(contract.id()));
        case LaneClaim.NoLane _ -> {}
      }
    }
    for (Contract contract : set.contracts()) {
      for (Exit exit : contract.allExits()) {
        switch (exit.continuation()) {
          case Continuation.RoutesTo(var target, _) -> {
            boxes.putIfAbsent(boxOf(target), elsewhere(target));
            routes
                .computeIfAbsent(boxOf(contract.id()), _ -> new LinkedHashMap<>())
                .computeIfAbsent(boxOf(target), _ -> new LinkedHashSet<>())
                .add(exit.name().text());
          }
          case Continuation.Next _, Continuation.Nothing _ -> {}
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    routes.forEach((from, targets) ->
        targets.forEach((to, exits) -> lines.add(new Line(from, to, Phrases.or(exits), Way.ON))));
    List<Group> groups = new ArrayList<>();
    lanes.forEach((lane, members) ->
        groups.add(new Group("lane " + lane, "Lane: one at a time", lane.text(), members)));
    return new Flow(List.copyOf(boxes.values()), lines, groups);
  }

  private static Box box(Contract contract, String handbook) {
    return new Box(
        boxOf(contract.id()),
        Look.WORKFLOW,
        "Owned by " + contract.owner(),
        contract.title(),
        "Begins when " + EventWords.clause(contract.trigger().event()),
        handbook + Anchors.page(contract.id()));
  }

  private static Box elsewhere(ContractId contract) {
    return new Box(boxOf(contract), Look.ELSEWHERE, "Not in this set", contract.text(), "", "");
  }

  private static Flow stages(Pipeline pipeline) {
    List<Box> boxes = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<String> members = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < pipeline.stages().size(); i++) {
      Pipeline.Stage stage = pipeline.stages().get(i);
      String id = "stage " + i;
      String anchor = Anchors.stage(pipeline.name(), stage.name());
      Look look = stage.last() ? Look.LAST_STAGE : Look.STAGE;
      boxes.add(new Box(id, look, "", stage.name().text(), "", "#" + anchor));
      members.add(id);
      if (i > 0) {
        lines.add(new Line("stage " + before, id, "", Way.ON));
      }
      before = stage.last() ? before : i;
    }
    Group frame = new Group("pipeline", "Pipeline", pipeline.name().text(), members);
    return new Flow(boxes, lines, List.of(frame));
  }

  private static String boxOf(ContractId contract) {
    return "workflow " + contract;
  }
}
