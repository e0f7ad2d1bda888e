package dev.interlock.engine.desk;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.crm.Crm.Detail;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A contract version, laid out.
///
/// @param details what a reading of the contact has to take in for its decisions
public record Edition(String hash, Program program, Set<Detail> details) {
  public Edition {
    details = Set.copyOf(details);
  }

  static Edition of(String hash, Contract contract) {
    Program program = Program.of(contract);
    return new Edition(hash, program, NeededDetails.of(program));
  }

  public ContractId id() {
    return contract().id();
  }

  public Contract contract() {
    return program.contract();
  }

  /// Whether a form that a contact filled in may mean anything to it.
  public boolean hearsForms() {
    Stream<EventPattern> handlers = contract().handlers().stream().map(Handler::event);
    Stream<EventPattern> arms =
        program.nodes().values().stream()
            .flatMap(node ->
                node instanceof Node.AwaitNode await
                    ? await.step().arms().stream().map(Step.Arm::event)
                    : Stream.empty());
    return Stream.of(Stream.of(contract().trigger().event()), handlers, arms)
        .flatMap(all -> all)
        .anyMatch(Edition::isOfForms);
  }

  private static boolean isOfForms(EventPattern event) {
    return switch (event) {
      case EventPattern.FormSubmitted _ -> true;
      case EventPattern.Either(var patterns) -> patterns.stream().anyMatch(Edition::isOfForms);
      case EventPattern _ -> false;
    };
  }

  /// The lane that a run of it needs to itself.
  public Optional<LaneClaim.InLane> lane() {
    return contract().lane() instanceof LaneClaim.InLane claim
        ? Optional.of(claim)
        : Optional.empty();
  }
}
