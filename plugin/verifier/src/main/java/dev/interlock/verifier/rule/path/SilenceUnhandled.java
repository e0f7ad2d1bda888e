package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Asks;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Move.Way;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.Place;
import java.util.Optional;
import java.util.stream.Stream;

/// Silence that counts as a yes or a no, and events that count as the opposite of what they say:
/// answers as silence, a no as success, a yes as a no, and what somebody did as a failure.
final class SilenceUnhandled implements Rule {
  @Override
  public String id() {
    return "E-SILENCE-UNHANDLED";
  }

  @Override
  public String reason() {
    return "Silence, an answer and a no are endings of their own; one that passes for another hides"
        + " what came of it.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Stream.of(
                    judge(set.operation(), contract),
                    Heard.in(contract).flatMap(heard -> belied(contract, heard).stream()),
                    Heard.nothing(contract).flatMap(silence -> taken(contract, silence).stream()),
                    Heard.tooShort(contract).map(await -> hasty(contract, await)))
                .flatMap(findings -> findings));
  }

  private Stream<Finding> judge(Operation operation, Contract contract) {
    Flow flow = Flow.of(contract);
    return flow.reachable().stream()
        .flatMap(place ->
            switch (place.step()) {
              case Step.Await _ ->
                  place.moves().stream()
                      .filter(move -> move.way() == Way.SILENCE && move.to() != Flow.END)
                      .flatMap(silence -> judge(contract, flow, place, silence));
              case Step.Send send
                  when Asks.of(operation, send).stream().anyMatch(ask -> matters(contract, ask)) ->
                  unanswered(contract, flow, place);
              case Step _ -> Stream.empty();
            })
        .filter(Distinct.by(finding -> finding.at() + finding.message()));
  }

  private Optional<Finding> belied(Contract contract, Heard heard) {
    return heard
        .ending(contract)
        .filter(exit -> heard.isBelied(exit.kind()))
        .map(exit ->
            found(
                contract,
                heard.at(),
                heard.position(),
                "after *%s* the run leaves by *%s*, an exit of kind %s"
                    .formatted(Words.of(heard.event()), exit.name(), exit.kind()),
                heard.instead(exit.kind())));
  }

  private Optional<Finding> taken(Contract contract, Heard.Nothing silence) {
    return Heard.ending(contract, silence.path())
        .filter(exit -> exit.kind() == ExitKind.DECLINED)
        .map(exit ->
            found(
                contract,
                silence.at(),
                silence.position(),
                "if nobody answers *%s*, the run leaves by *%s*, an exit of kind DECLINED"
                    .formatted(silence.at(), exit.name()),
                "let silence end in an exit of kind UNRESPONSIVE; who said nothing has not said"
                    + " no."));
  }

  private Finding hasty(Contract contract, Step.Await await) {
    return found(
        contract,
        await.name().text(),
        await.silence().position(),
        "*%s* takes it for silence when nothing has come %s"
            .formatted(await.name(), Unsent.howLong(await)),
        "give them a minute at least: silentFor(...).");
  }

  // a question after which only waits follow; an await on the way is judged by itself
  private Stream<Finding> unanswered(Contract contract, Flow flow, Place ask) {
    return flow.from(ask.number(), move -> move.isSilent() && move.way() != Way.SILENCE).stream()
        .flatMap(place -> success(contract, place).stream())
        .limit(1)
        .map(exit ->
            found(
                contract,
                ask.step().name().text(),
                ask.step().position(),
                "if nobody answers *%s*, the run leaves by *%s* as a success"
                    .formatted(ask.step().name(), exit.name()),
                "let silence end in an exit of kind UNRESPONSIVE, or ask a condition first."));
  }

  private static boolean matters(Contract contract, Ask ask) {
    return contract.declarations().stream()
        .noneMatch(said ->
            said instanceof Declaration.Ignores(var event, _, _)
                && Patterns.alternatives(event).anyMatch(one -> Asks.isAnswered(ask, one)));
  }

  private static Optional<Exit> success(Contract contract, Place place) {
    return place.step() instanceof Step.Leave leave
        ? contract.exit(leave.exit()).filter(exit -> exit.kind() == ExitKind.SUCCESS)
        : Optional.empty();
  }

  private Stream<Finding> judge(Contract contract, Flow flow, Place await, Move silence) {
    Optional<Exit> success =
        flow.from(silence.to(), Move::isSilent).stream()
            .flatMap(place -> success(contract, place).stream())
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
