package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Move.Way;
import dev.interlock.verifier.walk.Place;
import java.util.Optional;
import java.util.stream.Stream;

/// Silence that counts as success.
final class SilenceUnhandled implements Rule {
  @Override
  public String id() {
    return "E-SILENCE-UNHANDLED";
  }

  @Override
  public String reason() {
    return "Nothing came of it is an ending of its own; a success that nobody brought about hides it.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    Flow flow = Flow.of(contract);
    return flow.reachable().stream()
        .filter(place -> place.step() instanceof Step.Await)
        .flatMap(place ->
            place.moves().stream()
                .filter(move -> move.way() == Way.SILENCE && move.to() != Flow.END)
                .flatMap(silence -> judge(contract, flow, place, silence)))
        .filter(Distinct.by(finding -> finding.at() + finding.message()));
  }

  private Stream<Finding> judge(Contract contract, Flow flow, Place await, Move silence) {
    Optional<Exit> success =
        flow.from(silence.to(), Move::isSilent).stream()
            .filter(place -> place.step() instanceof Step.Leave)
            .map(place -> contract.exit(((Step.Leave) place.step()).exit()))
            .flatMap(Optional::stream)
            .filter(exit -> exit.kind() == ExitKind.SUCCESS)
            .findFirst();
    return success.stream()
        .map(exit ->
            found(
                contract,
                await.step().name().text(),
                silence.position(),
                "if nobody answers *%s*, the run can leave by *%s* as a success"
                    .formatted(await.step().name(), exit.name()),
                "let silence end in an exit of kind UNRESPONSIVE, or ask a condition first."));
  }
}
