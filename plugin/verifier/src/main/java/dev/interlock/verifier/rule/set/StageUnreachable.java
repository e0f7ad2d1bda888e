package dev.interlock.verifier.rule.set;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StageMove;
import dev.interlock.verifier.walk.Standings;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Stages to which nobody brings a deal.
///
/// Deals are made in the first stage. From there contracts move them that can begin where deals
/// are, automations move them where they may, and colleagues move them forward from every stage
/// that a team owns, and back where a return is declared.
final class StageUnreachable implements Rule {
  @Override
  public String id() {
    return "E-STAGE-UNREACHABLE";
  }

  @Override
  public String reason() {
    return "A stage that no deal ever reaches is a column that stays empty, and work that somebody"
        + " waits for.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.operation().pipelines().stream(), pipeline -> judge(set, pipeline));
  }

  private Stream<Finding> judge(ContractSet set, Pipeline pipeline) {
    BitSet reached = reached(set, pipeline);
    return IntStream.range(0, pipeline.stages().size())
        .filter(index -> !reached.get(index + 1))
        .mapToObj(index -> unreachable(set, pipeline, pipeline.stages().get(index)));
  }

  private Finding unreachable(ContractSet set, Pipeline pipeline, Stage stage) {
    List<String> idle =
        set.contracts().stream()
            .filter(contract -> targets(contract, pipeline).get(number(pipeline, stage)))
            .map(contract -> "*%s*".formatted(contract.id()))
            .toList();
    String would =
        idle.isEmpty()
            ? "no workflow, no automation and no colleague moves a deal there"
            : "only %s would, and begins only where no deal comes either"
                .formatted(String.join(" or ", idle));
    return found(
        "",
        stage.name().text(),
        stage.position(),
        "no deal comes to stage *%s* of pipeline *%s*: %s"
            .formatted(stage.name(), pipeline.name(), would),
        "let a contract that begins earlier move deals there, put the stage behind one that a team"
            + " owns, or take it away.");
  }

  private static BitSet reached(ContractSet set, Pipeline pipeline) {
    BitSet reached = new BitSet();
    reached.set(0, 2);
    set.operation().automations().stream()
        .flatMap(automation -> automation.mayWrite().stream())
        .forEach(write -> {
          if (write instanceof Leaves.AtStage(var stage)
              && stage.pipeline().equals(pipeline.name())) {
            pipeline.indexOf(stage.stage()).ifPresent(index -> reached.set(index + 1));
          }
        });
    int before;
    do {
      before = reached.cardinality();
      staff(pipeline, reached);
      for (Contract contract : set.contracts()) {
        if (Standings.atEntry(contract, pipeline).intersects(reached)) {
          reached.or(targets(contract, pipeline));
        }
      }
    } while (reached.cardinality() > before);
    return reached;
  }

  private static void staff(Pipeline pipeline, BitSet reached) {
    for (int index = 0; index < pipeline.stages().size(); index++) {
      Stage stage = pipeline.stages().get(index);
      if (reached.get(index + 1) && !stage.last() && stage.owner().isPresent()) {
        reached.set(index + 1, pipeline.stages().size() + 1);
        stage
            .lawfulReturns()
            .forEach(back -> pipeline.indexOf(back).ifPresent(earlier -> reached.set(earlier + 1)));
      }
    }
  }

  private static BitSet targets(Contract contract, Pipeline pipeline) {
    return StageMove.in(contract)
        .filter(move -> move.to().pipeline().equals(pipeline.name()))
        .flatMap(move -> pipeline.indexOf(move.to().stage()).stream().boxed())
        .map(index -> index + 1)
        .collect(Collectors.collectingAndThen(Collectors.toSet(), StageUnreachable::bits));
  }

  private static BitSet bits(Iterable<Integer> numbers) {
    BitSet set = new BitSet();
    numbers.forEach(set::set);
    return set;
  }

  private static int number(Pipeline pipeline, Stage stage) {
    return pipeline.stages().indexOf(stage) + 1;
  }
}
