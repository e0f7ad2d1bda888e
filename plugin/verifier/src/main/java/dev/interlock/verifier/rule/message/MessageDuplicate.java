package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.LeastTime;
import dev.interlock.verifier.walk.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing said twice in one run, sooner than its purpose allows.
final class MessageDuplicate implements Rule {
  @Override
  public String id() {
    return "E-MSG-DUPLICATE";
  }

  @Override
  public String reason() {
    return "Hearing the same thing twice tells a contact that a machine is talking.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set.operation(), contract));
  }

  private Stream<Finding> judge(Operation operation, Contract contract) {
    Flow flow = Flow.of(contract);
    List<Place> sends =
        flow.reachable().stream().filter(place -> place.step() instanceof Step.Send).toList();
    return sends.stream()
        .flatMap(first ->
            LeastTime.from(flow, first).entrySet().stream()
                .filter(later -> sends.contains(later.getKey()))
                .flatMap(later ->
                    judge(
                        operation,
                        contract,
                        (Step.Send) first.step(),
                        (Step.Send) later.getKey().step(),
                        later.getValue())))
        .filter(Distinct.by(finding -> finding.at() + " " + finding.position()));
  }

  private Stream<Finding> judge(
      Operation operation, Contract contract, Step.Send first, Step.Send second, Duration least) {
    if (first.name().equals(second.name())) {
      return Stream.empty();
    }
    Optional<PurposeName> purpose =
        first.terms().purpose().filter(one -> second.terms().purpose().equals(Optional.of(one)));
    boolean samePurpose =
        purpose.isPresent() && least.compareTo(horizon(operation, purpose.get())) < 0;
    if (!samePurpose && !first.message().equals(second.message())) {
      return Stream.empty();
    }
    String what =
        samePurpose
            ? "have the purpose *%s*".formatted(purpose.get())
            : "say the same, word for word";
    return Stream.of(
        found(
            contract,
            second.name().text(),
            second.position(),
            "*%s* can follow *%s* in one run, and both %s"
                .formatted(second.name(), first.name(), what),
            "give it a purpose and a text of its own, wait longer between the two, or use repeat(...)."));
  }

  // an undeclared purpose is a finding of its own and never runs out
  private static Duration horizon(Operation operation, PurposeName name) {
    return operation.purposes().stream()
        .filter(purpose -> purpose.name().equals(name))
        .map(Purpose::horizon)
        .findFirst()
        .orElse(Duration.ofDays(36_500));
  }
}
