package dev.interlock.handbook.page;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TeamName;
import dev.interlock.handbook.page.PipelineView.Arrival;
import dev.interlock.handbook.page.PipelineView.StageView;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.DurationWords;
import dev.interlock.handbook.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads what happens at each stage from the pipelines and from all contracts.
final class PipelineReader {
  private final ContractSet set;
  private final String pages;

  PipelineReader(ContractSet set, String pages) {
    this.set = set;
    this.pages = pages;
  }

  List<PipelineView> all() {
    return set.operation().pipelines().stream()
        .map(pipeline ->
            new PipelineView(
                pipeline.name().text(),
                pipeline.stages().stream().map(stage -> stage(pipeline, stage)).toList()))
        .toList();
  }

  private StageView stage(Pipeline pipeline, Pipeline.Stage stage) {
    StageRef place = new StageRef(pipeline.name(), stage.name());
    return new StageView(
        Anchors.stage(pipeline.name(), stage.name()),
        stage.name().text(),
        stage.owner().map(TeamName::text).orElse(""),
        Phrases.sentence(stage.staffDoNext()),
        stage.last(),
        rules(stage),
        arrivals(place),
        begins(place));
  }

  private List<String> rules(Pipeline.Stage stage) {
    List<String> rules = new ArrayList<>();
    stage
        .dwell()
        .ifPresent(span ->
            rules.add(
                "Raised after "
                    + DurationWords.span(span)
                    + ", unless a workflow has the next move."));
    if (!stage.lawfulReturns().isEmpty()) {
      rules.add("May go back to " + Phrases.or(Phrases.quotedAll(stage.lawfulReturns())) + ".");
    }
    if (!stage.movers().isEmpty()) {
      rules.add(
          "Moved on by "
              + Phrases.and(stage.movers().stream().map(this::titled).toList())
              + " alone.");
    }
    return rules;
  }

  private String titled(ContractId contract) {
    return Phrases.quoted(set.contract(contract).map(Contract::title).orElse(contract.text()));
  }

  private List<Arrival> arrivals(StageRef stage) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Contract contract : set.contracts()) {
      Set<String> ways = new LinkedHashSet<>();
      if (PathWalk.of(contract).stream().anyMatch(step -> movesTo(step, stage))) {
        ways.add("moves them here");
      }
      contract.allExits().stream()
          .filter(exit -> leavesAt(exit, stage))
          .forEach(exit -> ways.add("leaves them here as " + Phrases.quoted(exit.name())));
      if (!ways.isEmpty()) {
        arrivals.add(new Arrival(link(contract), Phrases.and(ways)));
      }
    }
    return arrivals;
  }

  private static boolean movesTo(Step step, StageRef stage) {
    return step instanceof Step.Act act
        && act.action() instanceof Action.MoveTo(var target)
        && target.equals(stage);
  }

  private static boolean leavesAt(Exit exit, StageRef stage) {
    return exit.leaves().contains(new Leaves.AtStage(stage));
  }

  private List<Link> begins(StageRef stage) {
    return set.contracts().stream()
        .filter(contract -> hears(contract.trigger().event(), stage))
        .map(this::link)
        .toList();
  }

  private static boolean hears(EventPattern event, StageRef stage) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          patterns.stream().anyMatch(pattern -> hears(pattern, stage));
      case EventPattern.StageEntered(var entered) -> entered.equals(stage);
      case EventPattern _ -> false;
    };
  }

  private Link link(Contract contract) {
    return new Link(contract.title(), pages + Anchors.page(contract.id()));
  }
}
