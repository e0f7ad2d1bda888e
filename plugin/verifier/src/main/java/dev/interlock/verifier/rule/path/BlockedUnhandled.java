package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Place;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages that may never go out, after which the run goes on as if they had.
///
/// Two shapes of that can be told without reading texts: the run listens for the answer to the very
/// message that was blocked; or the message has expired, says `goOn()`, and the next message
/// follows on it, neither at a moment of its own nor behind a branch. `skip()` says that what
/// follows does not depend on it. A reminder for whose answer nobody waits may well be left out.
final class BlockedUnhandled implements Rule {
  @Override
  public String id() {
    return "E-BLOCKED-UNHANDLED";
  }

  @Override
  public String reason() {
    return "*As mentioned yesterday* is no good if nothing was mentioned; and who was not asked"
        + " cannot answer.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set.operation(), contract));
  }

  private Stream<Finding> judge(Operation operation, Contract contract) {
    Unsent unsent = new Unsent(operation, contract);
    return unsent.messages().stream().flatMap(place -> judge(contract, unsent, place).stream());
  }

  private Optional<Finding> judge(Contract contract, Unsent unsent, Place place) {
    Step.Send send = (Step.Send) place.step();
    if (!Unsent.goesOn(send.onFailure().blocked())) {
      return Optional.empty();
    }
    Optional<Finding> listening =
        unsent
            .listening(place)
            .map(await ->
                blocked(
                    contract,
                    send,
                    "if *%s* may not be sent, the run goes on and listens at *%s* %s for the answer to it"
                        .formatted(send.name(), await.name(), Unsent.howLong(await)),
                    "say onBlocked(thenExit(\"...\")), or ask by another way: onBlocked(then(...))."));
    return listening.or(() ->
        send.terms().expiresAfter().isPresent()
                && send.onFailure().blocked() instanceof Consequence.GoOn
            ? unsent
                .following(place)
                .map(next ->
                    blocked(
                        contract,
                        send,
                        "if *%s* expires, *%s* follows as if it had been sent"
                            .formatted(send.name(), next.name()),
                        "say onBlocked(skip()) if the next message stands on its own, else"
                            + " onBlocked(then(...))."))
            : Optional.empty());
  }

  private Finding blocked(Contract contract, Step.Send send, String message, String help) {
    return found(contract, send.name().text(), send.position(), message, help);
  }
}
