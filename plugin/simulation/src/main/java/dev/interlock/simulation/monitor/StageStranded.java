package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Situation;
import java.util.List;
import java.util.Optional;

/// A contact who stays in a stage that is not the last, with no run, nothing pending, no open task
/// and no dwell limit: nobody has a next move.
///
/// What staff do next counts only with a time by which it is due, and the dwell limit is that time;
/// so a stage with a dwell limit strands nobody, and one without does, whoever owns it. Decided
/// here: only open deals wait for anybody; telling a person is no task; and it is looked at
/// whenever everything rests after a run was over or the deal was moved.
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
    private boolean anythingHappened;
    private Optional<String> last = Optional.empty();
    private Optional<StageRef> stranded = Optional.empty();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Left(var who, _, _, _, _) -> happened(Optional.of(who.contract().text()));
        case Fact.StageMoved(var by, _, _) -> happened(by.name());
        case Fact.Rests(var situation) when anythingHappened -> look(situation);
        case Fact _ -> {}
      }
    }

    private void happened(Optional<String> by) {
      anythingHappened = true;
      last = by;
    }

    private void look(Situation situation) {
      boolean somebodyActs =
          !situation.underWay().isEmpty() || situation.pending() || situation.openTask();
      Optional<StageRef> where =
          situation.contact().deals().orElse(List.of()).stream()
              .filter(deal -> deal.status() == DealStatus.OPEN)
              .map(Deal::stage)
              .filter(StageStranded.this::leadsNowhere)
              .findFirst()
              .filter(_ -> !somebodyActs);
      if (where.isPresent() && !where.equals(stranded)) {
        StageRef stage = where.get();
        breach(
            last.stream().toList(),
            stage.stage().text(),
            "the deal stays in %s, and nobody has a next move".formatted(stage));
      }
      stranded = where;
    }
  }

  private boolean leadsNowhere(StageRef at) {
    return operation.pipeline(at.pipeline()).stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .filter(stage -> stage.name().equals(at.stage()))
        .anyMatch((Pipeline.Stage stage) -> !stage.last() && stage.dwell().isEmpty());
  }
}
