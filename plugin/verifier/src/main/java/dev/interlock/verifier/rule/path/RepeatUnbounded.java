package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.Place;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Handlers that set themselves off again, with nobody doing anything.
///
/// Paths are trees and a repeat counts its turns, so a run can only go round for ever by a handler:
/// one that hears what becomes of messages, sends another by the same channel and then waits, or
/// one that hears automations, starts one and then waits. One that leaves at once is not there any
/// more when the report comes.
final class RepeatUnbounded implements Rule {
  @Override
  public String id() {
    return "E-REPEAT-UNBOUNDED";
  }

  @Override
  public String reason() {
    return "What sets itself off again has no last time: somebody who never answers is written to for"
        + " ever.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    Flow flow = Flow.of(contract);
    return IntStream.range(0, contract.handlers().size())
        .boxed()
        .flatMap(index ->
            judge(contract, contract.handlers().get(index), flow, flow.handlers().get(index))
                .stream());
  }

  private Optional<Finding> judge(Contract contract, Handler handler, Flow flow, int start) {
    return flow.from(start, _ -> true).stream()
        .filter(place ->
            Patterns.alternatives(handler.event())
                .anyMatch(event -> isRaisedBy(place.step(), event)))
        .filter(place -> waitsAfter(flow, place))
        .map(Place::step)
        .findFirst()
        .map(step ->
            found(
                contract,
                "throughout",
                handler.position(),
                "*%s* brings about *%s*, which begins this handler again, without end"
                    .formatted(step.name(), Words.of(handler.event())),
                "let it leave by an exit right after, or go another way: by another channel, or by a"
                    + " person."));
  }

  private static boolean waitsAfter(Flow flow, Place place) {
    return flow.from(Sending.next(place), _ -> true).stream().anyMatch(Place::isWaiting);
  }

  private static boolean isRaisedBy(Step step, EventPattern event) {
    return switch (event) {
      case EventPattern.MessageOutcome(var delivery, var channels) ->
          comesByItself(delivery)
              && step instanceof Step.Send send
              && (channels.isEmpty() || channels.contains(send.message().channel()));
      case EventPattern.ForeignHand(var hands, _) ->
          (hands.isEmpty() || hands.contains(Hand.AUTOMATION))
              && step instanceof Step.Act act
              && act.action() instanceof Action.StartAutomation;
      case EventPattern _ -> false;
    };
  }

  private static boolean comesByItself(Delivery delivery) {
    return switch (delivery) {
      case SENT, DELIVERED, FAILED, BOUNCED -> true;
      case OPENED, CLICKED -> false;
    };
  }
}
