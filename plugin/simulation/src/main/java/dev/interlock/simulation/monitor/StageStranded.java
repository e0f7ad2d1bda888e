package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Situation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A contact who is left in a stage that is not the last, with no run, nothing pending, no open
/// task and no dwell limit: nobody has a next move.
///
/// What staff do next counts only with a time by which it is due, and the dwell limit is that time;
/// so a stage with a dwell limit strands nobody, and one without does, whoever owns it. Decided
/// here:
///
/// - Only open deals wait for anybody.
/// - A run that told somebody leaves nobody alone: telling people is a task for them (decision 7).
/// - It is looked at when everything rests after a run was over. Where people then move the deal,
///   or do what was to be done, it is in their hands.
record StageStranded(Operation operation) implements Monitor {
  @Override
  public String rule() {
    return "E-STAGE-STRANDED";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Set<RunId> told = new HashSet<>();
    private final Set<PipelineName> inHand = new HashSet<>();
    private Optional<Fact.Left> left = Optional.empty();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Came(var who, var command, Outcome.Done _, _) when tells(command.doing()) ->
            told.add(who.run());
        case Fact.StageMoved(var by, _, var to) -> moved(by, to.pipeline());
        case Fact.Left over -> left = Optional.of(over);
        case Fact.Rests(var situation) -> {
          left.filter(over -> !told.contains(over.who().run()) && nobodyActs(situation))
              .ifPresent(over -> look(over, situation));
          left = Optional.empty();
        }
        case Fact _ -> {}
      }
    }

    private void moved(Author by, PipelineName pipeline) {
      if (by.run().isPresent() || by.isForeignStub()) {
        inHand.remove(pipeline);
      } else {
        inHand.add(pipeline);
      }
    }

    private void look(Fact.Left over, Situation situation) {
      situation.contact().deals().orElse(List.of()).stream()
          .filter(deal -> deal.status() == DealStatus.OPEN)
          .map(Deal::stage)
          .filter(stage -> !inHand.contains(stage.pipeline()) && leadsNowhere(stage))
          .forEach(stage ->
              breach(
                  List.of(over.who().contract().text()),
                  stage.stage().text(),
                  Set.of(over.exit().text()),
                  "exit *%s* of *%s* leaves the deal in %s, and nobody has a next move"
                      .formatted(over.exit(), over.who().contract(), stage),
                  false));
    }
  }

  private static boolean tells(Command.Doing doing) {
    return doing instanceof Command.Tell
        || (doing instanceof Command.Perform(var action) && action instanceof Action.Notify);
  }

  private static boolean nobodyActs(Situation situation) {
    return situation.underWay().isEmpty() && !situation.pending() && !situation.openTask();
  }

  private boolean leadsNowhere(StageRef at) {
    return operation.pipeline(at.pipeline()).stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .filter(stage -> stage.name().equals(at.stage()))
        .anyMatch((Pipeline.Stage stage) -> !stage.last() && stage.dwell().isEmpty());
  }
}
